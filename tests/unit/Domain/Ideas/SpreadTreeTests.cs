using FsCheck;
using FsCheck.Fluent;
using HealthDoers.Domain;
using HealthDoers.Domain.Ideas;
using HealthDoers.Domain.Members;
using HealthDoers.Domain.Stories;
using static HealthDoers.Tests.Domain.People;
using Result = HealthDoers.Domain.Ideas.Result;

namespace HealthDoers.Tests.Domain.Ideas;

public sealed class SpreadTreeTests
{
    static readonly Dictionary<Guid, EvidenceStanding> NoStories = [];

    readonly Member _ana = Ana();
    readonly Idea _idea = IdeaTests.BrainBreaks(Ana());

    /// <summary>Each number says from which earlier adaptation the next one learned; anything else is the idea itself.</summary>
    static readonly Arbitrary<int[]> Shapes = ArbMap.Default.ArbFor<int[]>();

    [Fact]
    public void Every_adaptation_stands_in_the_tree_once_and_after_whom_it_learned_from() => Check(Shapes, shape =>
    {
        var all = Grow(shape);
        var tree = SpreadTree.Of(Shuffled(all), NoStories);

        var place = tree.All.Select((node, at) => (node.Adaptation.Id, at)).ToDictionary(p => p.Id, p => p.at);
        return tree.All.Count == all.Count && place.Count == all.Count
            && tree.All.All(node => node.From is null || place[node.From.Adaptation.Id] < place[node.Adaptation.Id])
            && tree.All.All(node => node.Adaptation.FromId == node.From?.Adaptation.Id);
    });

    [Fact]
    public void A_generation_is_one_more_than_that_before() => Check(Shapes, shape =>
    {
        var tree = SpreadTree.Of(Grow(shape), NoStories);

        return tree.All.All(node => node.Generation == (node.From?.Generation ?? 0) + 1)
            && tree.Generations == tree.All.Select(n => n.Generation).DefaultIfEmpty().Max()
            && tree.Roots.All(root => root.Generation == 1)
            && tree.All.All(node => node.Children.All(child => child.From == node));
    });

    [Fact]
    public void No_correction_closes_a_circle() => Check(ArbMap.Default.ArbFor<(int, int)[]>(), corrections =>
    {
        var all = Grow([0, 1, 2, 3, 4, 5, 6]);
        foreach (var (who, from) in corrections.Select(c => (all[Modulo(c.Item1, all.Count)], all[Modulo(c.Item2, all.Count)])))
        {
            try
            {
                who.CameFrom(from, all, _ana);
            }
            catch (RuleBrokenException)
            {
            }
        }
        var tree = SpreadTree.Of(all, NoStories);
        return tree.All.Count == all.Count && tree.All.All(node => node.Adaptation.FromId == node.From?.Adaptation.Id);
    });

    [Fact]
    public void A_circle_that_two_corrections_close_at_once_loses_nobody()
    {
        var all = Grow([0, 1, 2]);
        all[0].CameFrom(all[2], [], _ana); // what the other saw was read before this was stored

        var tree = SpreadTree.Of(all, NoStories);

        Assert.Equal(3, tree.All.Count);
        Assert.Equal([1, 2, 3], tree.All.Select(n => n.Generation));
        Assert.Throws<RuleBrokenException>(() => all[1].CameFrom(all[2], all, _ana));
    }

    [Fact]
    public void Who_withdraws_is_a_node_without_a_name_and_those_who_learned_from_them_stay()
    {
        var all = Grow([0, 1, 1]);
        all[0].Withdraw(_ana, Monday);

        var tree = SpreadTree.Of(all, NoStories);

        var root = Assert.Single(tree.Roots);
        Assert.True(root.IsAnonymous);
        Assert.Equal(2, root.Children.Count);
        Assert.DoesNotContain(root.Children, child => child.IsAnonymous);
    }

    [Fact]
    public void An_adaptation_whose_story_is_withdrawn_is_a_node_without_a_name()
    {
        var all = Grow([0]);
        var story = GardenBy(_ana);
        all[0].IsToldBy(story, _ana);

        Assert.False(SpreadTree.Of(all, new Dictionary<Guid, EvidenceStanding> { [story.Id] = EvidenceStanding.Emerging }).Roots[0].IsAnonymous);
        Assert.True(SpreadTree.Of(all, NoStories).Roots[0].IsAnonymous);
    }

    [Fact]
    public void A_node_stands_as_its_story_does_and_else_as_tested_once_it_told_what_happened()
    {
        var all = Grow([0, 0, 0]);
        var story = GardenBy(_ana);
        all[0].IsToldBy(story, _ana);
        all[1].Tell(new() { Result = Result.NoChange, WhatHappened = "Nothing moved." }, _ana, Monday);

        var tree = SpreadTree.Of(all, new Dictionary<Guid, EvidenceStanding> { [story.Id] = EvidenceStanding.BrightSpot });

        Assert.Equal([EvidenceStanding.BrightSpot, EvidenceStanding.Tested, EvidenceStanding.Idea], tree.All.Select(n => n.Standing));
    }

    [Fact]
    public void Failures_stay_visible()
    {
        var all = Grow([0, 1, 1]);
        all[1].Tell(new() { Result = Result.Abandoned, WhatHappened = "No time between bells." }, _ana, Monday);
        all[2].Tell(new() { Result = Result.Worse, WhatHappened = "Fewer came." }, _ana, Monday);

        var tree = SpreadTree.Of(all, NoStories);

        Assert.Equal(3, tree.All.Count);
        Assert.Equal(1, tree.Stopped);
        Assert.Equal(2, tree.All.Count(n => n.IsCaution));
    }

    [Fact]
    public void A_tree_of_a_hundred_thousand_generations_is_read_like_any_other()
    {
        var tree = SpreadTree.Of(Grow([.. Enumerable.Range(0, 100_000)]), NoStories);

        Assert.Equal(100_000, tree.Generations);
    }

    /// <summary>The n-th number, where it is 1 to n, means "from the adaptation of that number".</summary>
    List<Adaptation> Grow(int[] shape)
    {
        List<Adaptation> all = [];
        foreach (var from in shape)
            all.Add(new(_idea, from > 0 && from <= all.Count ? all[from - 1] : null, _ana, new() { Who = $"Team {all.Count + 1}" }, Monday.AddMinutes(all.Count)));
        return all;
    }

    static List<Adaptation> Shuffled(List<Adaptation> all) => [.. all.OrderBy(a => a.Id.GetHashCode())];

    static int Modulo(int number, int count) => (int)((uint)number % count);

    static void Check<T>(Arbitrary<T> from, Func<T, bool> holds) => Prop.ForAll(from, holds).QuickCheckThrowOnFailure();
}
