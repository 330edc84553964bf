using System.Linq.Expressions;
using HealthDoers.Domain.Members;

namespace HealthDoers.Domain.Stories;

public static class StoryQueries
{
    /// <summary>What everyone may read.</summary>
    public static readonly Expression<Func<Story, bool>> IsPublic = s => s.Withdrawal == null && s.Hiding == null;

    /// <inheritdoc cref="IsPublic"/>
    public static IQueryable<Story> Public(this IQueryable<Story> stories) => stories.Where(IsPublic);

    /// <summary>The stories this viewer may open; null is a visitor who is not signed in.</summary>
    public static IQueryable<Story> VisibleTo(this IQueryable<Story> stories, Member? viewer)
    {
        if (viewer is null)
            return stories.Public();
        if (viewer.IsEditor)
            return stories;
        return stories.Where(s => (s.Withdrawal == null && s.Hiding == null) || s.AuthorId == viewer.Id);
    }

    public static IQueryable<Story> Newest(this IQueryable<Story> stories) =>
        stories.OrderByDescending(s => s.PublishedAt).ThenByDescending(s => s.Id);

    public static IQueryable<Story> Labelled(this IQueryable<Story> stories, LabelKind kind, string value) =>
        stories.Where(s => s.Labels.Any(l => l.Kind == kind && l.Value == value));

    public static IQueryable<Story> FeaturedAt(this IQueryable<Story> stories, DateTimeOffset now) =>
        stories.Where(s => s.Featuring != null && s.Featuring.From <= now && s.Featuring.Until > now);
}
