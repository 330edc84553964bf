using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Data.Events;

/// <summary>
/// Looks for all consumers of this node at once: when the bell rings, and every second besides. Most seconds nothing
/// is new, and then none of them has to ask; what is new is read once for all of them.
/// </summary>
sealed class EventWatch(IDbContextFactory<AppDb> dbs, EventBell bell, TimeProvider clock, ILogger<EventWatch> log)
{
    /// <summary>Events kept in memory. A consumer that is further behind reads for itself.</summary>
    const int Kept = 500;
    static readonly TimeSpan Every = TimeSpan.FromSeconds(1);

    readonly Func<AppDb, Task<long?>> _newest = EF.CompileAsyncQuery((AppDb db) => db.Events.Max(e => (long?)e.Number));
    readonly Func<AppDb, long, IAsyncEnumerable<EventRow>> _after = EF.CompileAsyncQuery((AppDb db, long number) =>
        db.Events.AsNoTracking().Where(e => e.Number > number).OrderBy(e => e.Number).Take(Kept));
    readonly Func<AppDb, IAsyncEnumerable<string>> _waiting = EF.CompileAsyncQuery((AppDb db) =>
        db.ParkedEvents.Where(p => p.SetAsideAt == null).Select(p => p.Consumer).Distinct());

    volatile EventLook _last = EventLook.NotYet;

    public EventLook Last => _last;

    public async Task RunAsync(CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                var rung = bell.Next;
                var more = await LookAsync(stopping);
                if (!more)
                    await Task.WhenAny(rung, Task.Delay(Every, clock, stopping));
            }
            catch (Exception broken) when (!stopping.IsCancellationRequested)
            {
                log.LogError(broken, "It could not be seen whether there are new events; in a second again");
                await Task.WhenAny(Task.Delay(Every, clock, stopping));
            }
            catch (OperationCanceledException)
            {
                break;
            }
        }
    }

    /// <summary>True when there may be more to see at once.</summary>
    async Task<bool> LookAsync(CancellationToken stopping)
    {
        await using var db = await dbs.CreateDbContextAsync(stopping);
        var (before, rows) = (_last, new List<EventRow>());
        var seen = before.IsNotYet ? new([], await _newest(db) ?? 0, new HashSet<string>()) : before;
        await foreach (var row in _after(db, seen.Newest).WithCancellation(stopping))
            rows.Add(row);
        var waiting = new HashSet<string>();
        await foreach (var consumer in _waiting(db).WithCancellation(stopping))
            waiting.Add(consumer);

        _last = seen.With(rows, Kept, waiting);
        before.Over();
        return rows.Count == Kept;
    }
}
