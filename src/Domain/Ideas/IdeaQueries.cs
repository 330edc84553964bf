using System.Linq.Expressions;
using HealthDoers.Domain.Hubs;
using HealthDoers.Domain.Members;

namespace HealthDoers.Domain.Ideas;

public static class IdeaQueries
{
    /// <summary>What everyone may read.</summary>
    public static readonly Expression<Func<Idea, bool>> IsPublic = i => i.Hiding == null && i.Merging == null;

    /// <inheritdoc cref="IsPublic"/>
    public static IQueryable<Idea> Public(this IQueryable<Idea> ideas) => ideas.Where(IsPublic);

    /// <summary>The ideas this viewer may open; null is a visitor who is not signed in.</summary>
    public static IQueryable<Idea> VisibleTo(this IQueryable<Idea> ideas, Member? viewer)
    {
        if (viewer is null)
            return ideas.Public();
        if (viewer.IsEditor)
            return ideas.Where(i => i.Merging == null);
        return ideas.Where(i => i.Merging == null && (i.Hiding == null || i.ProposedById == viewer.Id));
    }

    public static IQueryable<Idea> Newest(this IQueryable<Idea> ideas) =>
        ideas.OrderByDescending(i => i.ProposedAt).ThenByDescending(i => i.Id);

    public static IQueryable<Idea> MostAdapted(this IQueryable<Idea> ideas) =>
        ideas.OrderByDescending(i => i.AdaptedCount).ThenByDescending(i => i.ProposedAt).ThenByDescending(i => i.Id);

    public static IQueryable<Idea> Labelled(this IQueryable<Idea> ideas, IdeaLabelKind kind, string value) =>
        ideas.Where(i => i.Labels.Any(l => l.Kind == kind && l.Value == value));

    /// <summary>The ideas of these hubs, each once: by topic, or by where they were first tried.</summary>
    public static IQueryable<Idea> InHubs(this IQueryable<Idea> ideas, IReadOnlyCollection<Hub> hubs)
    {
        var topics = hubs.SelectMany(h => h.Scope.Topics).Distinct().ToList();
        var regions = hubs.SelectMany(h => h.Scope.Regions).Distinct().ToList();
        var endings = regions.Select(r => ", " + r).ToList();
#pragma warning disable CA1304, CA1310, CA1311, CA1862 // ToLower here is the database's lower(), which knows no culture.
        return ideas.Where(i => i.Labels.Any(l => l.Kind == IdeaLabelKind.Topic && topics.Contains(l.Value))
            || (i.PlaceName != null && (regions.Contains(i.PlaceName.ToLower()) || endings.Any(e => i.PlaceName.ToLower().EndsWith(e)))));
#pragma warning restore CA1304, CA1310, CA1311, CA1862
    }
}
