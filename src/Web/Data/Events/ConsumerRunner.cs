using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Data.Events;

/// <summary>
/// Feeds one consumer: reads events past its cursor, hands them over in order, parks what fails together with
/// everything later of the same subject, and comes back for the parked when their time has come.
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

    public async Task RunAsync(CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                var look = watch.Last;
                if (!await StepAsync(stopping))
                    await look.Next.WaitAsync(stopping);
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
            return false;
        if (consumer is IOncePerDeployment shared && !await shared.PrepareAsync(stopping))
            return true;
        if (!watch.Last.HasFor(place.Name, passed))
            return false;

        await using var db = await dbs.CreateDbContextAsync(stopping);
        var rows = await db.Events.AsNoTracking().Where(e => e.Number > passed)
            .OrderBy(e => e.Number).Take(BatchSize).ToListAsync(stopping);
        if (rows.Count > 0)
        {
            await HandleAsync(db, rows, stopping);
            await place.PassAsync(rows[^1].Number, stopping);
        }
        await RetryDueAsync(db, stopping);
        _pause = ShortestPause;
        return rows.Count == BatchSize;
    }

    async Task HandleAsync(AppDb db, List<EventRow> rows, CancellationToken stopping)
    {
        // From which number on each subject waits.
        var waiting = (await WaitingSubjectsAsync(db, stopping)).ToDictionary(subject => subject, _ => 0L);
        var free = rows.Where(r => !waiting.ContainsKey(r.SubjectId)).ToList();
        if (!await TryAsync(free, stopping))
        {
            foreach (var row in free)
            {
                if (waiting.ContainsKey(row.SubjectId) || await TryOneAsync(row, stopping) is not { } why)
                    continue;
                waiting.Add(row.SubjectId, row.Number);
                Park(db, row).Failed(why, clock.GetUtcNow());
            }
        }
        foreach (var row in rows.Where(r => waiting.TryGetValue(r.SubjectId, out var from) && r.Number > from))
            Park(db, row);
        if (db.ChangeTracker.HasChanges())
            await db.SaveChangesAsync(stopping);
        db.ChangeTracker.Clear();
    }

    async Task RetryDueAsync(AppDb db, CancellationToken stopping)
    {
        var now = clock.GetUtcNow();
        var parked = await db.ParkedEvents.Where(p => p.Consumer == place.Name && p.SetAsideAt == null)
            .OrderBy(p => p.Number).Take(BatchSize).ToListAsync(stopping);
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

    Task<HashSet<Guid>> WaitingSubjectsAsync(AppDb db, CancellationToken stopping) => db.ParkedEvents
        .Where(p => p.Consumer == place.Name && p.SetAsideAt == null)
        .Select(p => p.SubjectId).Distinct().ToHashSetAsync(stopping);

    ParkedEvent Park(AppDb db, EventRow row)
    {
        var parked = new ParkedEvent { Consumer = place.Name, Number = row.Number, SubjectId = row.SubjectId };
        db.ParkedEvents.Add(parked);
        return parked;
    }

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
