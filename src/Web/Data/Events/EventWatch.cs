using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Data.Events;

/// <summary>
/// Looks for all consumers of this node at once: when the bell rings, and every second besides. Most seconds nothing
/// is new, and then none of them has to ask.
/// </summary>
sealed class EventWatch(IDbContextFactory<AppDb> dbs, EventBell bell, TimeProvider clock, ILogger<EventWatch> log)
{
    static readonly TimeSpan Every = TimeSpan.FromSeconds(1);

    readonly Func<AppDb, Task<long?>> _newest = EF.CompileAsyncQuery((AppDb db) => db.Events.Max(e => (long?)e.Number));
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
                Show(await LookAsync(stopping));
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

    async Task<EventLook> LookAsync(CancellationToken stopping)
    {
        await using var db = await dbs.CreateDbContextAsync(stopping);
        var newest = await _newest(db) ?? 0;
        HashSet<string>? waiting = null;
        await foreach (var consumer in _waiting(db).WithCancellation(stopping))
            (waiting ??= []).Add(consumer);
        return new(newest, waiting);
    }

    void Show(EventLook look)
    {
        var before = _last;
        _last = look;
        before.Over();
    }
}
