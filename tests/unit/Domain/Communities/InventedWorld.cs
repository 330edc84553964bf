using HealthDoers.Domain.Communities;

namespace HealthDoers.Tests.Domain.Communities;

/// <summary>Invented communities that try ideas one after the other. The same seed makes the same world.</summary>
sealed class InventedWorld
{
    const int CommunityCount = 120;
    const int IdeaCount = 90;
    const int TriesOfEach = 6;

    static readonly string[] Topics = [.. Enumerable.Range(1, 15).Select(n => $"topic-{n}")];

    readonly Random _chance;
    readonly List<Idea> _ideas;
    readonly List<Community> _communities;

    public InventedWorld(int seed, bool theyLearnFromEachOther)
    {
        _chance = new Random(seed);
        _ideas = [.. Enumerable.Range(1, IdeaCount).Select(_ => new Idea(NewId(), Some(Topics, 1, 2), _chance.NextDouble()))];
        _communities = [.. Enumerable.Range(1, CommunityCount).Select(_ => new Community(NewId(), Pick(Enum.GetValues<PlaceType>()[1..6]), Pick(Enum.GetValues<CommunitySize>()[1..]), Some(Enum.GetValues<Sector>(), 1, 3), Some(Topics, 2, 4), []))];
        for (var i = 0; i < CommunityCount * TriesOfEach; i++)
            Try(Pick(_communities), theyLearnFromEachOther);
        // Not everybody says everything about themselves.
        Communities = [.. _communities.Select(c => new CommunityTraits(c.Id, _chance.Next(7) == 0 ? PlaceType.Unsaid : c.Place, _chance.Next(5) == 0 ? CommunitySize.Unsaid : c.Size, c.Sectors, c.Topics, c.Tried))];
    }

    public IReadOnlyList<CommunityTraits> Communities { get; }

    public IReadOnlyDictionary<Guid, IReadOnlyList<string>> TopicsOf => _ideas.ToDictionary(i => i.Id, i => (IReadOnlyList<string>)i.Topics);

    public Guid HeldOutOf(CommunityTraits community) => community.Tried.Order().ElementAt(_chance.Next(community.Tried.Count));

    /// <summary>Ideas that share the most topics with the community, and of those that share as many the most tried.</summary>
    public IReadOnlyList<Guid> ByTopicAlone(CommunityTraits ours, IReadOnlyList<CommunityTraits> all, int most)
    {
        var tried = all.SelectMany(c => c.Tried).GroupBy(i => i).ToDictionary(g => g.Key, g => g.Count());
        return [.. _ideas.Where(i => !ours.Tried.Contains(i.Id)).OrderByDescending(i => i.Topics.Intersect(ours.Topics).Count())
            .ThenByDescending(i => tried.GetValueOrDefault(i.Id)).ThenBy(i => i.Id).Take(most).Select(i => i.Id)];
    }

    void Try(Community who, bool theyLearnFromEachOther)
    {
        var chance = _chance.NextDouble();
        var others = _communities.Where(c => c != who && c.Tried.Except(who.Tried).Any()).ToList();
        who.Tried.Add(chance switch
        {
            < 0.5 when theyLearnFromEachOther && others.Count > 0 => Pick([.. Likely(others, other => Nearness(who, other)).Tried.Except(who.Tried).Order()]),
            < 0.7 => Likely(_ideas, idea => (1.8 * idea.Topics.Intersect(who.Topics).Count()) + idea.Appeal).Id,
            _ => Pick(_ideas).Id,
        });
    }

    static double Nearness(Community one, Community other) => (one.Place == other.Place ? 1.2 : 0) + (one.Size == other.Size ? 0.9 : 0)
        + (0.5 * one.Sectors.Intersect(other.Sectors).Count()) + (0.8 * one.Topics.Intersect(other.Topics).Count());

    /// <summary>Each with a probability that grows with the exponential of its pull.</summary>
    T Likely<T>(List<T> from, Func<T, double> pull)
    {
        var weights = from.ConvertAll(one => Math.Exp(pull(one)));
        var left = _chance.NextDouble() * weights.Sum();
        var at = weights.FindIndex(weight => (left -= weight) <= 0);
        return from[at < 0 ? from.Count - 1 : at];
    }

    T Pick<T>(IReadOnlyList<T> from) => from[_chance.Next(from.Count)];

    List<T> Some<T>(IReadOnlyList<T> from, int least, int most) => [.. from.OrderBy(_ => _chance.Next()).Take(_chance.Next(least, most + 1))];

    Guid NewId()
    {
        var bytes = new byte[16];
        _chance.NextBytes(bytes);
        return new(bytes);
    }

    sealed record Idea(Guid Id, List<string> Topics, double Appeal);

    sealed record Community(Guid Id, PlaceType Place, CommunitySize Size, List<Sector> Sectors, List<string> Topics, HashSet<Guid> Tried);
}
