namespace HealthDoers.Domain.Stories;

/// <summary>Which of the featured stories leads: a new one at once and for a day, so that whoever chose it sees it; then each has a day in turn.</summary>
public static class FeaturedTurn
{
    public static readonly TimeSpan FirstDay = TimeSpan.FromDays(1);

    /// <returns>Null where nothing is featured.</returns>
    public static Guid? At(DateTimeOffset now, IEnumerable<FeaturedSince> featured)
    {
        var inOrder = featured.OrderBy(f => f.Id).ToList();
        if (inOrder.Count == 0)
            return null;
        var newest = inOrder.MaxBy(f => f.From)!;
        // What was featured in one go, like the starter content, has no newest: those begin with their turns.
        var isAlone = inOrder.Count(f => f.From == newest.From) == 1;
        return isAlone && now - newest.From < FirstDay ? newest.Id : inOrder[now.UtcDateTime.DayOfYear % inOrder.Count].Id;
    }
}

public sealed record FeaturedSince(Guid Id, DateTimeOffset From);
