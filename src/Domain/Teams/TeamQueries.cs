using HealthDoers.Domain.Members;

namespace HealthDoers.Domain.Teams;

public static class TeamQueries
{
    /// <summary>The teams this viewer may open; null is a visitor who is not signed in.</summary>
    public static IQueryable<PeerTeam> VisibleTo(this IQueryable<PeerTeam> teams, Member? viewer) =>
        viewer?.IsEditor == true ? teams : teams.Where(t => t.Hiding == null);

    /// <summary>Those with this community in them.</summary>
    public static IQueryable<PeerTeam> With(this IQueryable<PeerTeam> teams, Guid listingId) =>
        teams.Where(t => t.Places.Any(p => p.ListingId == listingId && p.TakenAt != null));

    /// <summary>Those at work and in sight, the youngest first.</summary>
    public static IQueryable<PeerTeam> AtWork(this IQueryable<PeerTeam> teams) =>
        teams.VisibleTo(null).Where(t => t.Ending == null).OrderByDescending(t => t.FoundedAt).ThenBy(t => t.Slug);
}
