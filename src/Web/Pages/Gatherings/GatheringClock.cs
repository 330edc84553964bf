using HealthDoers.Web.Data;
using HealthDoers.Web.Pages.Gatherings.Writing;
using HealthDoers.Web.Time;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Pages.Gatherings;

/// <summary>
/// Reminds those who come, a day and an hour before, and plans series ahead. Every node looks; the row decides which of
/// them acts, and what it notes is kept, so that a restart reminds nobody twice.
/// </summary>
sealed class GatheringClock(IDbContextFactory<AppDb> dbs, TimeProvider clock, ILogger<GatheringClock> log) : RegularWork(TimeSpan.FromMinutes(1), clock, log)
{
    static readonly TimeSpan PlanEvery = TimeSpan.FromHours(6);
    static readonly TimeSpan Day = TimeSpan.FromDays(1);
    static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    /// <summary>A word about tomorrow that comes later than this before it begins is left to the word about the hour.</summary>
    static readonly TimeSpan TooLateForDay = TimeSpan.FromHours(3);

    DateTimeOffset _planned = DateTimeOffset.MinValue;

    public override async Task RunOnceAsync(CancellationToken cancellationToken)
    {
        await RemindAsync(cancellationToken);
        if (Clock.GetUtcNow() - _planned >= PlanEvery)
            await PlanAsync(cancellationToken);
    }

    public async Task RemindAsync(CancellationToken stop)
    {
        var now = Clock.GetUtcNow();
        var (inADay, inAnHour) = (now + Day, now + Hour);
        List<Guid> near;
        await using (var db = await dbs.CreateDbContextAsync(stop))
            near = await db.Occurrences.Standing(db).Where(o => o.StartsAt > now
                    && ((o.HourTold == null && o.StartsAt <= inAnHour) || (o.DayTold == null && o.StartsAt <= inADay)))
                .OrderBy(o => o.StartsAt).Select(o => o.Id).ToListAsync(stop);
        foreach (var id in near)
        {
            await using var db = await dbs.CreateDbContextAsync(stop);
            var occurrence = await db.Occurrences.SingleAsync(o => o.Id == id, stop);
            var left = occurrence.StartsAt - now;
            if (left > Hour && left < TooLateForDay)
                continue;
            occurrence.Remind(soon: left <= Hour, now);
            await db.SaveUnlessDoneAsync(stop);
        }
    }

    public async Task PlanAsync(CancellationToken stop)
    {
        var now = Clock.GetUtcNow();
        List<Guid> open;
        await using (var db = await dbs.CreateDbContextAsync(stop))
            open = await db.Gatherings.Where(g => g.Cancellation == null).Where(g => g.Occurrences.Any(o => o.EndsAt > now)).Select(g => g.Id).ToListAsync(stop);
        foreach (var id in open)
        {
            if (!await IsToPlanAsync(id, now, stop))
                continue;
            await using var db = await dbs.CreateDbContextAsync(stop);
            await db.InTurnAsync(async () =>
            {
                var gathering = await db.Gatherings.Where(g => g.Id == id).WithAll().SingleAsync(stop);
                if (gathering.PlanAhead(Zones.ClockOf(gathering.Zone), now).Count > 0)
                    await gathering.AnswerAheadAsync(db, now, stop);
                return 0;
            }, stop);
        }
        _planned = now;
    }

    /// <summary>Tried on a copy first: most have nothing to plan, and need no turn for it.</summary>
    async Task<bool> IsToPlanAsync(Guid id, DateTimeOffset now, CancellationToken stop)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        var copy = await db.Gatherings.AsNoTracking().Include(g => g.Occurrences).SingleAsync(g => g.Id == id, stop);
        var before = copy.Occurrences.Select(o => o.StartsAt).ToList();
        copy.PlanAhead(Zones.ClockOf(copy.Zone), now);
        return !before.SequenceEqual(copy.Occurrences.Select(o => o.StartsAt));
    }
}
