namespace HealthDoers.Domain.Spotlights;

/// <summary>Whose turn it is to be seen, so that no group waits while another is seen twice.</summary>
public static class Rotation
{
    /// <summary>
    /// All items once, each next one being of as many groups as possible that were not seen yet in this round; a round
    /// ends when every group was seen. As many picks as there are groups always show all of them.
    /// </summary>
    public static IReadOnlyList<T> InTurn<T>(IEnumerable<T> items, Func<T, IReadOnlyCollection<string>> groupsOf)
    {
        var waiting = items.Select(item => (Item: item, Groups: groupsOf(item))).ToList();
        var ordered = new List<T>(waiting.Count);
        var unseen = new HashSet<string>();
        while (waiting.Count > 0)
        {
            if (unseen.Count == 0)
                unseen = [.. waiting.SelectMany(w => w.Groups)];
            var next = waiting.MaxBy(w => w.Groups.Count(unseen.Contains));
            waiting.Remove(next);
            ordered.Add(next.Item);
            unseen.ExceptWith(next.Groups);
            // A group whose last item was taken out of turn is not waited for.
            unseen.IntersectWith(waiting.SelectMany(w => w.Groups));
        }
        return ordered;
    }

    /// <summary>The one for this day, each in its turn; nothing when there is none.</summary>
    public static T? Today<T>(IReadOnlyList<T> inTurn, DateTimeOffset now) =>
        inTurn.Count == 0 ? default : inTurn[(int)(now.UtcDateTime.Date.Ticks / TimeSpan.TicksPerDay % inTurn.Count)];
}
