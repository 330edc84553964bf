using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using HealthDoers.Domain.Communities;

namespace HealthDoers.Tests.Domain.Communities;

public sealed class LikeOursTests
{
    static readonly string[] Topics = ["food-access", "school-health", "aging-well", "metrics"];
    static readonly Guid[] Ideas = [.. Enumerable.Range(1, 6).Select(n => new Guid(n, 0, 0, new byte[8]))];

    static readonly Dictionary<Guid, IReadOnlyList<string>> NoTopics = [];

    static Gen<CommunityTraits> Communities =>
        from place in Gen.Elements(Enum.GetValues<PlaceType>())
        from size in Gen.Elements(Enum.GetValues<CommunitySize>())
        from sectors in Gen.SubListOf(Enum.GetValues<Sector>())
        from topics in Gen.SubListOf(Topics)
        from tried in Gen.SubListOf(Ideas)
        select new CommunityTraits(Guid.NewGuid(), place, size, [.. sectors], [.. topics], tried.ToHashSet());

    static Arbitrary<IList<CommunityTraits>> Worlds => Communities.ListOf(12).Select(list => (IList<CommunityTraits>)[.. list]).ToArbitrary();

    [Fact]
    public void Every_reason_is_true_of_both() => Prop.ForAll(Worlds, world =>
    {
        var byId = world.ToDictionary(c => c.Id);
        return new LikeOurs([.. world], NoTopics).To(world[0], 100).All(like => like.Reasons.Count > 0 && like.Reasons.All(r => Holds(r, world[0]) && Holds(r, byId[like.Id])));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Nobody_is_like_themselves_and_nothing_tried_is_suggested() => Prop.ForAll(Worlds, world =>
    {
        var like = new LikeOurs([.. world], NoTopics);
        var byId = world.ToDictionary(c => c.Id);
        return like.To(world[0], 100).All(l => l.Id != world[0].Id)
            && like.NotYetTriedBy(world[0], 100).All(s => !world[0].Tried.Contains(s.IdeaId) && s.By.Count > 0 && s.By.All(by => byId[by].Tried.Contains(s.IdeaId)));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Taking_a_field_away_takes_its_reason_away() => Prop.ForAll(Worlds, world =>
        new LikeOurs([.. world], NoTopics).To(world[0] with { PlaceType = PlaceType.Unsaid, Topics = [] }, 100)
            .All(l => !l.Reasons.Any(r => r.Kind is LikenessKind.PlaceType or LikenessKind.Topic))).QuickCheckThrowOnFailure();

    /// <summary>Only what a community says of itself and tried; nothing about the people who live there.</summary>
    [Fact]
    public void Nothing_about_single_people_can_be_read() =>
        Assert.Equal(["Id", "PlaceType", "Sectors", "Size", "Topics", "Tried"], typeof(CommunityTraits).GetProperties().Select(p => p.Name).Order());

    /// <summary>
    /// The communities of the site have told too little of what they tried to measure this on them, so these are
    /// invented, and what they try follows rules that the matching does not have: half of it they learn from
    /// communities around the same tables, the rest from topics or from nothing at all.
    /// </summary>
    [Fact]
    public void Adaptations_held_out_are_found_in_the_first_five_more_often_than_by_topic_alone()
    {
        var (ours, byTopic) = Measure(theyLearnFromEachOther: true);
        Assert.True(ours > byTopic * 1.15, $"{ours} % by likeness, {byTopic} % by topic alone");
    }

    /// <summary>Where nobody learns from anybody, topics know all there is to know, and likeness may lose a little to them.</summary>
    [Fact]
    public void Where_only_topics_matter_likeness_does_not_lose_much()
    {
        var (ours, byTopic) = Measure(theyLearnFromEachOther: false);
        Assert.True(ours > byTopic * 0.75, $"{ours} % by likeness, {byTopic} % by topic alone");
    }

    static (double Ours, double ByTopic) Measure(bool theyLearnFromEachOther)
    {
        var (ours, byTopic, chance, asked) = (0, 0, 0.0, 0);
        for (var seed = 1; seed <= 6; seed++)
        {
            var world = new InventedWorld(seed, theyLearnFromEachOther);
            foreach (var community in world.Communities.Where(c => c.Tried.Count >= 3))
            {
                var held = world.HeldOutOf(community);
                var known = community with { Tried = community.Tried.Where(i => i != held).ToHashSet() };
                List<CommunityTraits> rest = [.. world.Communities.Select(c => c.Id == community.Id ? known : c)];
                asked++;
                ours += new LikeOurs(rest, world.TopicsOf).NotYetTriedBy(known, 5).Any(s => s.IdeaId == held) ? 1 : 0;
                byTopic += world.ByTopicAlone(known, rest, 5).Contains(held) ? 1 : 0;
                chance += 5.0 / (world.TopicsOf.Count - known.Tried.Count);
            }
        }
        Assert.True(asked > 500);
        TestContext.Current.TestOutputHelper!.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{(theyLearnFromEachOther ? "they learn from each other" : "only topics matter")}: of {asked} adaptations held out, found in the first five: {100.0 * ours / asked:0.0} % by likeness, {100.0 * byTopic / asked:0.0} % by topic alone, {100.0 * chance / asked:0.0} % by chance"));
        return (100.0 * ours / asked, 100.0 * byTopic / asked);
    }

    static bool Holds(LikenessReason reason, CommunityTraits of) => reason.Kind switch
    {
        LikenessKind.PlaceType => of.PlaceType.ToString() == reason.Value && of.PlaceType != PlaceType.Unsaid,
        LikenessKind.Size => of.Size.ToString() == reason.Value && of.Size != CommunitySize.Unsaid,
        LikenessKind.Sector => of.Sectors.Any(s => s.ToString() == reason.Value),
        LikenessKind.Topic => of.Topics.Contains(reason.Value),
        _ => of.Tried.Contains(Guid.Parse(reason.Value)),
    };
}
