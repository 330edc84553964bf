using System.Linq.Expressions;
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
}
