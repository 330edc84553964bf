using HealthDoers.Domain.Spotlights;

namespace HealthDoers.Domain.Stories;

/// <summary>Which of the featured stories leads: a new one at once and for a day, so that whoever chose it sees it; then each has a day in turn, so that every topic and region is seen.</summary>
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
        return isAlone && now - newest.From < FirstDay ? newest.Id : Rotation.Today(Rotation.InTurn(inOrder, f => f.Groups), now)!.Id;
    }
}

/// <param name="Groups">What it stands for: its topics, which stand for their hubs, and its region.</param>
public sealed record FeaturedSince(Guid Id, DateTimeOffset From, IReadOnlyCollection<string> Groups);
