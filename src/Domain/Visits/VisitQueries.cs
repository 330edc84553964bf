namespace HealthDoers.Domain.Visits;

public static class VisitQueries
{
    /// <summary>Offers that everybody may read.</summary>
    public static IQueryable<VisitOffer> Open(this IQueryable<VisitOffer> offers) => offers.Where(o => o.WithdrawnAt == null && o.Host.Hiding == null);

    /// <summary>Those that this member may open: open ones, and every one of a community on whose team they are.</summary>
    public static IQueryable<VisitOffer> VisibleTo(this IQueryable<VisitOffer> offers, Guid? memberId) => offers.Where(o => o.Host.Hiding == null
        && (o.WithdrawnAt == null || memberId != null && (o.Host.StewardId == memberId || o.Host.Seats.Any(s => s.MemberId == memberId && s.TakenAt != null))));

    /// <summary>The visits of communities on whose team somebody is. Nobody else may open them, editors neither.</summary>
    public static IQueryable<Visit> Of(this IQueryable<Visit> visits, Guid memberId) => visits.Where(v =>
        v.Host.StewardId == memberId || v.Host.Seats.Any(s => s.MemberId == memberId && s.TakenAt != null)
        || v.Guest.StewardId == memberId || v.Guest.Seats.Any(s => s.MemberId == memberId && s.TakenAt != null));

    /// <summary>Asked for and not answered.</summary>
    public static IQueryable<Visit> Waiting(this IQueryable<Visit> visits) => visits.Where(v => v.Answer == null);

    /// <summary>Waiting for an answer, or agreed and not called off.</summary>
    public static IQueryable<Visit> Live(this IQueryable<Visit> visits) =>
        visits.Where(v => v.Answer == null || v.Answer.Kind == VisitAnswerKind.Accepted && v.CalledOff == null);

    public static IQueryable<Visit> Agreed(this IQueryable<Visit> visits) =>
        visits.Where(v => v.Answer != null && v.Answer.Kind == VisitAnswerKind.Accepted && v.CalledOff == null);

    /// <summary>What both sides let be shown.</summary>
    public static IQueryable<Visit> Shown(this IQueryable<Visit> visits) => visits.Where(v =>
        v.HostsShow && v.GuestsShow && v.Report != null && v.CalledOff == null && v.Host.Hiding == null && v.Guest.Hiding == null);
}
