using HealthDoers.Domain.Gatherings;
using HealthDoers.Domain.Members;
using HealthDoers.Web.Data;
using HealthDoers.Web.Time;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Pages.Gatherings.Writing;

/// <summary>Stores a new gathering or an edit of one. Both take their turn, because answers come meanwhile.</summary>
sealed class Announcing(AppDb db, TimeProvider clock)
{
    /// <param name="onlyWith">The members who host it too and are the only ones to see it; null for a gathering of all.</param>
    /// <returns>The gathering; the one that was there already, when the button was pressed twice.</returns>
    public async Task<Gathering> AnnounceAsync(Guid id, GatheringPlan plan, Member host, Belonging belongs, CancellationToken stop, IReadOnlyCollection<Guid>? onlyWith = null)
    {
        var now = clock.GetUtcNow();
        var dayAgo = now - FirstDay.Lasts;
        return await db.InTurnAsync(async () =>
        {
            if (await db.Gatherings.HostedBy(host.Id).SingleOrDefaultAsync(g => g.Id == id, stop) is { } there)
                return there;
            FirstDay.AllowGathering(host, await db.Gatherings.HostedBy(host.Id).CountAsync(g => g.AnnouncedAt > dayAgo, stop), now);
            var gathering = new Gathering(plan.Content, plan.Schedule, await db.FreeGatheringSlugAsync(plan.Content.Title, stop), host, now, id);
            gathering.PutAt(plan.Place, plan.Link);
            gathering.BelongTo(belongs.HubId, belongs.ListingId, belongs.RoomId);
            if (onlyWith is not null)
                gathering.KeepAmong(onlyWith, now);
            gathering.PlanAhead(Zones.ClockOf(plan.Schedule.Zone), now);
            db.Gatherings.Add(gathering);
            return gathering;
        }, stop);
    }

    /// <exception cref="Domain.Stories.StaleEditException">Somebody else changed it meanwhile.</exception>
    public Task<Gathering> EditAsync(Guid id, GatheringPlan plan, Member by, int seenVersion, Belonging belongs, CancellationToken stop) => db.InTurnAsync(async () =>
    {
        db.ChangeTracker.Clear();
        var gathering = await db.Gatherings.Where(g => g.Id == id).WithAll().SingleAsync(stop);
        gathering.Edit(plan, by, seenVersion, Zones.ClockOf(plan.Schedule.Zone), clock.GetUtcNow());
        gathering.BelongTo(belongs.HubId, belongs.ListingId, belongs.RoomId);
        await gathering.AnswerAheadAsync(db, clock.GetUtcNow(), stop);
        return gathering;
    }, stop);
}

/// <summary>The hub, the profile and the room of a gathering, each as its host chose.</summary>
readonly record struct Belonging(Guid? HubId, Guid? ListingId, Guid? RoomId);

static class AnsweringAhead
{
    /// <summary>Those who said yes to a whole series come to what was planned since, too, in the order of their answers.</summary>
    public static async Task AnswerAheadAsync(this Gathering gathering, AppDb db, DateTimeOffset now, CancellationToken stop)
    {
        var open = gathering.Occurrences.Where(o => o.Cancellation is null && !o.IsOverAt(now)).ToList();
        foreach (var answer in await db.SeriesAnswers.AsNoTracking().Where(a => a.GatheringId == gathering.Id).OrderBy(a => a.At).ThenBy(a => a.MemberId).ToListAsync(stop))
            gathering.AnswerAhead(answer, open.Where(o => !o.Rsvps.Any(r => r.MemberId == answer.MemberId)), now);
    }
}
