using System.Diagnostics;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Data.Events;

/// <summary>
/// Feeds one consumer: hands over the events past its cursor in order, parks what fails together with everything
/// later of the same subject, and comes back for the parked when their time has come.
/// </summary>
sealed class ConsumerRunner(
    IEventConsumer consumer,
    IConsumerPlace place,
    IDbContextFactory<AppDb> dbs,
    EventWatch watch,
    TimeProvider clock,
    ILogger log)
{
    const int BatchSize = 500;
    static readonly TimeSpan ShortestPause = TimeSpan.FromSeconds(1);
    static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(10);

    TimeSpan _pause = ShortestPause;
    long _handledAt;

    // Parked events may wait that the last look was too early for: ours, or those of a node before us.
    bool _mayWait = true;

    public async Task RunAsync(CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                var look = watch.Last;
                if (await StepAsync(stopping))
                    continue;
                await look.Next.WaitAsync(stopping);
                if (consumer.Gathers - Stopwatch.GetElapsedTime(_handledAt) is { Ticks: > 0 } rest)
                    await Task.Delay(rest, stopping);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                break;
            }
            catch (AwayException away)
            {
                if (_pause == ShortestPause)
                    log.LogWarning("{Consumer} waits: {Why}", consumer.Name, away.Message);
                await Task.WhenAny(Task.Delay(_pause, clock, stopping));
                _pause = _pause * 2 < LongestPause ? _pause * 2 : LongestPause;
            }
            catch (Exception broken)
            {
                log.LogError(broken, "{Consumer} could not take its step", consumer.Name);
                await Task.Delay(ShortestPause, clock, CancellationToken.None);
            }
        }
        await place.LeaveAsync();
    }

    /// <summary>Takes what the last look saw. True when there is more to do at once.</summary>
    public async Task<bool> StepAsync(CancellationToken stopping)
    {
        if (await place.TakeAsync(stopping) is not { } passed)
        {
            _mayWait = true;
            return false;
        }
        if (consumer is IOncePerDeployment shared && !await shared.PrepareAsync(stopping))
            return true;
        var look = watch.Last;
        if (!look.HasFor(place.Name, passed))
            return false;

        _mayWait |= look.MayWaitFor(place.Name);
        var rows = look.After(passed, BatchSize) ?? await ReadAsync(passed, stopping);
        if (rows.Count > 0)
        {
            await HandleAsync(rows, stopping);
            await place.PassAsync(rows[^1].Number, stopping);
            _handledAt = Stopwatch.GetTimestamp();
        }
        if (_mayWait)
            await RetryDueAsync(stopping);
        _pause = ShortestPause;
        return rows.Count == BatchSize;
    }

    async Task<List<EventRow>> ReadAsync(long passed, CancellationToken stopping)
    {
        await using var db = await dbs.CreateDbContextAsync(stopping);
        return await db.Events.AsNoTracking().Where(e => e.Number > passed).OrderBy(e => e.Number).Take(BatchSize).ToListAsync(stopping);
    }

    async Task HandleAsync(List<EventRow> rows, CancellationToken stopping)
    {
        // From which number on each subject waits.
        var waiting = _mayWait ? (await WaitingSubjectsAsync(stopping)).ToDictionary(subject => subject, _ => 0L) : [];
        var free = rows.Where(r => !waiting.ContainsKey(r.SubjectId)).ToList();
        List<ParkedEvent> parked = [];
        if (!await TryAsync(free, stopping))
        {
            foreach (var row in free)
            {
                if (waiting.ContainsKey(row.SubjectId) || await TryOneAsync(row, stopping) is not { } why)
                    continue;
                waiting.Add(row.SubjectId, row.Number);
                var failed = Parked(row);
                failed.Failed(why, clock.GetUtcNow());
                parked.Add(failed);
            }
        }
        parked.AddRange(rows.Where(r => waiting.TryGetValue(r.SubjectId, out var first) && r.Number > first).Select(Parked));
        if (parked.Count == 0)
            return;
        _mayWait = true;
        await using var db = await dbs.CreateDbContextAsync(stopping);
        // Parked before, by a step that could not pass them.
        var (from, to) = (rows[0].Number, rows[^1].Number);
        var known = await db.ParkedEvents.Where(p => p.Consumer == place.Name && p.Number >= from && p.Number <= to).Select(p => p.Number).ToHashSetAsync(stopping);
        db.ParkedEvents.AddRange(parked.Where(p => !known.Contains(p.Number)));
        await db.SaveChangesAsync(stopping);
    }

    async Task RetryDueAsync(CancellationToken stopping)
    {
        await using var db = await dbs.CreateDbContextAsync(stopping);
        var now = clock.GetUtcNow();
        var parked = await db.ParkedEvents.Where(p => p.Consumer == place.Name && p.SetAsideAt == null)
            .OrderBy(p => p.Number).Take(BatchSize).ToListAsync(stopping);
        _mayWait = parked.Count > 0;
        // The first of a subject decides when the subject is tried again; those behind it follow in order.
        var any = false;
        foreach (var subject in parked.GroupBy(p => p.SubjectId).Where(s => s.First().NextAt <= now))
        {
            foreach (var next in subject)
            {
                any = true;
                var row = await db.Events.AsNoTracking().SingleOrDefaultAsync(e => e.Number == next.Number, stopping);
                if (row is not null && await TryOneAsync(row, stopping) is { } why)
                {
                    next.Failed(why, clock.GetUtcNow());
                    if (next.SetAsideAt is not null)
                        log.LogError(why, "{Consumer} set event {Number} aside", consumer.Name, next.Number);
                    break;
                }
                db.Remove(next);
            }
        }
        if (any)
            await db.SaveChangesAsync(stopping);
    }

    async Task<HashSet<Guid>> WaitingSubjectsAsync(CancellationToken stopping)
    {
        await using var db = await dbs.CreateDbContextAsync(stopping);
        return await db.ParkedEvents.Where(p => p.Consumer == place.Name && p.SetAsideAt == null).Select(p => p.SubjectId).Distinct().ToHashSetAsync(stopping);
    }

    ParkedEvent Parked(EventRow row) => new() { Consumer = place.Name, Number = row.Number, SubjectId = row.SubjectId };

    async Task<bool> TryAsync(IEnumerable<EventRow> rows, CancellationToken stopping)
    {
        try
        {
            await consumer.HandleAsync([.. rows.Select(r => r.Read()).OfType<RaisedEvent>()], stopping);
            return true;
        }
        catch (Exception broken) when (broken is not AwayException && !stopping.IsCancellationRequested)
        {
            log.LogWarning(broken, "{Consumer} takes a batch one by one", consumer.Name);
            return false;
        }
    }

    async Task<Exception?> TryOneAsync(EventRow row, CancellationToken stopping)
    {
        try
        {
            if (row.Read() is { } raised)
                await consumer.HandleAsync([raised], stopping);
            return null;
        }
        catch (Exception broken) when (broken is not AwayException && !stopping.IsCancellationRequested)
        {
            return broken;
        }
    }
}
