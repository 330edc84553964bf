using System.Linq.Expressions;
using HealthDoers.Domain.Stories;

namespace HealthDoers.Domain.Hubs;

public static class HubQueries
{
    /// <summary>All hubs but those that went on as part of another.</summary>
    public static IQueryable<Hub> Standing(this IQueryable<Hub> hubs) => hubs.Where(h => h.Merger == null);

    public static IQueryable<HubMembership> Joined(this IQueryable<HubMembership> memberships) =>
        memberships.Where(m => m.State == MembershipState.Joined);

    /// <summary>The stories of these hubs, each once: by topic or place or because somebody shared them, less what a hub took out.</summary>
    public static IQueryable<Story> InHubs(this IQueryable<Story> stories, IReadOnlyCollection<Hub> hubs, IQueryable<HubShare> shares) =>
        stories.Where(AnyOf([.. hubs.Select(hub => In(hub, shares))]));

    static Expression<Func<Story, bool>> In(Hub hub, IQueryable<HubShare> shares)
    {
        var (id, topics, regions) = (hub.Id, hub.Scope.Topics, hub.Scope.Regions);
        var endings = regions.Select(r => ", " + r).ToList();
#pragma warning disable CA1304, CA1310, CA1311, CA1862 // ToLower here is the database's lower(), which knows no culture.
        return s => shares.Any(x => x.HubId == id && x.StoryId == s.Id && x.State == ShareState.Shown)
            || ((s.Labels.Any(l => l.Kind == LabelKind.Topic && topics.Contains(l.Value))
                    || (s.PlaceName != null && (regions.Contains(s.PlaceName.ToLower()) || endings.Any(e => s.PlaceName.ToLower().EndsWith(e)))))
                && !shares.Any(x => x.HubId == id && x.StoryId == s.Id && x.State == ShareState.Removed));
#pragma warning restore CA1304, CA1310, CA1311, CA1862
    }

    static Expression<Func<Story, bool>> AnyOf(List<Expression<Func<Story, bool>>> questions)
    {
        if (questions.Count == 0)
            return s => false;
        var story = questions[0].Parameters[0];
        var whole = questions.Skip(1).Aggregate(questions[0].Body, (sum, next) => Expression.OrElse(sum, new Exchange(next.Parameters[0], story).Visit(next.Body)));
        return Expression.Lambda<Func<Story, bool>>(whole, story);
    }

    sealed class Exchange(ParameterExpression from, ParameterExpression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : node;
    }
}
