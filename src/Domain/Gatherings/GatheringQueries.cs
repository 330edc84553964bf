using HealthDoers.Domain.Members;

namespace HealthDoers.Domain.Gatherings;

public static class GatheringQueries
{
    public static IQueryable<Gathering> Public(this IQueryable<Gathering> gatherings) => gatherings.Where(g => g.Hiding == null && !g.IsOfHostsOnly);

    /// <summary>The gatherings this viewer may open; null is a visitor who is not signed in.</summary>
    public static IQueryable<Gathering> VisibleTo(this IQueryable<Gathering> gatherings, Member? viewer)
    {
        if (viewer is null)
            return gatherings.Public();
        if (viewer.IsEditor)
            return gatherings.Where(g => !g.IsOfHostsOnly || g.Hosts.Any(h => h.MemberId == viewer.Id));
        return gatherings.Where(g => (g.Hiding == null && !g.IsOfHostsOnly) || g.Hosts.Any(h => h.MemberId == viewer.Id));
    }

    public static IQueryable<Gathering> Labelled(this IQueryable<Gathering> gatherings, GatheringLabelKind kind, string value) =>
        gatherings.Where(g => g.Labels.Any(l => l.Kind == kind && l.Value == value));

    public static IQueryable<Gathering> HostedBy(this IQueryable<Gathering> gatherings, Guid memberId) =>
        gatherings.Where(g => g.Hosts.Any(h => h.MemberId == memberId));
}
