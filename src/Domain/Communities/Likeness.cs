namespace HealthDoers.Domain.Communities;

/// <summary>All that likeness reads of a community.</summary>
/// <param name="Tried">Ids of the ideas it adapted.</param>
public sealed record CommunityTraits(Guid Id, PlaceType PlaceType, CommunitySize Size, IReadOnlyList<Sector> Sectors, IReadOnlyList<string> Topics, IReadOnlySet<Guid> Tried);

/// <summary>How another community is like ours, in everything that holds for both.</summary>
/// <param name="Reasons">The weightiest first; never empty.</param>
public sealed record Likeness(Guid Id, double Score, IReadOnlyList<LikenessReason> Reasons);

/// <param name="Value">A topic's slug, an idea's id, the name of a place type, a size or a sector.</param>
public readonly record struct LikenessReason(LikenessKind Kind, string Value);

public enum LikenessKind
{
    PlaceType,
    Size,
    Sector,
    Topic,
    Tried,
}

/// <param name="By">Communities like ours that tried it, the most alike first; never empty.</param>
public sealed record NotYetTried(Guid IdeaId, double Score, IReadOnlyList<Guid> By);

/// <summary>
/// Communities like ours. What two of them share counts the more, the fewer others share it: half of all work on food,
/// but only three are a suburb that works on food and tried a walking school bus.
/// </summary>
public sealed class LikeOurs
{
    // Chosen where invented communities that learn from each other, and others that follow topics alone, are both served well.
    const int Neighbours = 40;
    const double WeightOfAnIdeasTopic = 0.125;

    readonly IReadOnlyList<CommunityTraits> _all;
    readonly IReadOnlyDictionary<Guid, IReadOnlyList<string>> _topicsOf;
    readonly Dictionary<LikenessReason, int> _having;

    /// <param name="topicsOf">Slugs of the topics of each idea.</param>
    public LikeOurs(IReadOnlyList<CommunityTraits> all, IReadOnlyDictionary<Guid, IReadOnlyList<string>> topicsOf)
    {
        (_all, _topicsOf) = (all, topicsOf);
        _having = all.SelectMany(Marks).GroupBy(mark => mark).ToDictionary(g => g.Key, g => g.Count());
    }

    /// <summary>The most alike first.</summary>
    public IReadOnlyList<Likeness> To(CommunityTraits ours, int most)
    {
        var mine = Marks(ours).ToHashSet();
        return [.. _all.Where(c => c.Id != ours.Id).Select(c => Compare(c, mine)).OfType<Likeness>().OrderByDescending(l => l.Score).ThenBy(l => l.Id).Take(most)];
    }

    /// <summary>
    /// What the communities most like ours tried and we have not. It comes the earlier, the more of them tried it, the
    /// more alike they are, and the more topics of ours it is about.
    /// </summary>
    public IReadOnlyList<NotYetTried> NotYetTriedBy(CommunityTraits ours, int most)
    {
        var near = To(ours, Neighbours);
        var whole = near.Sum(n => n.Score * n.Score);
        var tried = _all.ToDictionary(c => c.Id, c => c.Tried);
        return
        [
            .. near.SelectMany(n => tried[n.Id].Where(idea => !ours.Tried.Contains(idea)), (n, idea) => (n, idea)).GroupBy(t => t.idea)
                .Select(g => new NotYetTried(g.Key, (g.Sum(t => t.n.Score * t.n.Score) / whole) + (WeightOfAnIdeasTopic * SharedTopics(g.Key, ours)), [.. g.Select(t => t.n.Id)]))
                .OrderByDescending(s => s.Score).ThenBy(s => s.IdeaId).Take(most),
        ];
    }

    int SharedTopics(Guid idea, CommunityTraits ours) => _topicsOf.TryGetValue(idea, out var topics) ? topics.Intersect(ours.Topics).Count() : 0;

    Likeness? Compare(CommunityTraits other, HashSet<LikenessReason> mine)
    {
        var shared = Marks(other).Where(mine.Contains).Select(reason => (reason, weight: WeightOf(reason))).OrderByDescending(r => r.weight).ToList();
        return shared.Count == 0 ? null : new(other.Id, shared.Sum(r => r.weight), [.. shared.Select(r => r.reason)]);
    }

    /// <summary>How much it says that two share this, from how many have it: the logarithm of one in so many.</summary>
    double WeightOf(LikenessReason reason)
    {
        var rarity = Math.Log((1.0 + _all.Count) / (1.0 + _having.GetValueOrDefault(reason))) + 0.1;
        return rarity * reason.Kind switch
        {
            LikenessKind.Topic => 1,
            LikenessKind.PlaceType or LikenessKind.Size => 0.8,
            LikenessKind.Tried => 0.7,
            _ => 0.5,
        };
    }

    static IEnumerable<LikenessReason> Marks(CommunityTraits of)
    {
        if (of.PlaceType != PlaceType.Unsaid)
            yield return new(LikenessKind.PlaceType, of.PlaceType.ToString());
        if (of.Size != CommunitySize.Unsaid)
            yield return new(LikenessKind.Size, of.Size.ToString());
        foreach (var sector in of.Sectors.Distinct())
            yield return new(LikenessKind.Sector, sector.ToString());
        foreach (var topic in of.Topics.Distinct())
            yield return new(LikenessKind.Topic, topic);
        foreach (var idea in of.Tried)
            yield return new(LikenessKind.Tried, idea.ToString());
    }
}
