using HealthDoers.Domain.Members;
using HealthDoers.Domain.Visits;
using HealthDoers.Web.Data;
using HealthDoers.Web.Look;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Pages.Visits;

/// <summary>The visits of a member's communities, as lists show them.</summary>
sealed class VisitRows(AppDb db, TimeProvider clock)
{
    const int Most = 100;

    public async Task<IReadOnlyList<VisitRow>> OfAsync(Member me, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var visits = await db.Visits.AsNoTracking().Of(me.Id).Include(v => v.Host).ThenInclude(l => l.Seats).Include(v => v.Guest).ThenInclude(l => l.Seats)
            .OrderByDescending(v => v.AppliedAt).Take(Most).AsSplitQuery().ToListAsync(stop);
        var ids = visits.Select(v => v.GatheringId).OfType<Guid>().ToList();
        var days = await db.Occurrences.Where(o => ids.Contains(o.GatheringId) && o.Cancellation == null)
            .Select(o => new { o.GatheringId, o.StartsAt, o.EndsAt }).ToListAsync(stop);
        return [.. visits.Select(v => Row(v, days.Where(d => d.GatheringId == v.GatheringId).Select(d => (DateTimeOffset?)d.StartsAt).FirstOrDefault()))];

        VisitRow Row(Visit visit, DateTimeOffset? day)
        {
            var side = visit.SideOf(me.Id)!.Value;
            var other = side == VisitSide.Hosts ? visit.Guest : visit.Host;
            return new(VisitAddress.Of(visit.Id), other.Content.In(PageFrame.Language).Name, side, VisitStates.Of(visit, day, now), day, visit.AppliedAt);
        }
    }
}

/// <param name="Other">The other community.</param>
/// <param name="Side">What we are in it.</param>
sealed record VisitRow(string Url, string Other, VisitSide Side, VisitState State, DateTimeOffset? Day, DateTimeOffset At)
{
    public bool IsOver => State is VisitState.Declined or VisitState.TakenBack or VisitState.CalledOff or VisitState.Told;
}

enum VisitState
{
    Waits,
    NeedsADay,
    Planned,
    NeedsAReport,
    Told,
    Declined,
    TakenBack,
    CalledOff,
}

static class VisitStates
{
    public static VisitState Of(Visit visit, DateTimeOffset? begins, DateTimeOffset now) => visit switch
    {
        { IsWaiting: true } => VisitState.Waits,
        { Answer.Kind: VisitAnswerKind.Declined } => VisitState.Declined,
        { Answer.Kind: VisitAnswerKind.TakenBack } => VisitState.TakenBack,
        { CalledOff: not null } => VisitState.CalledOff,
        { Report: not null } => VisitState.Told,
        _ => begins is not { } day ? VisitState.NeedsADay : day > now ? VisitState.Planned : VisitState.NeedsAReport,
    };
}
