using HealthDoers.Domain;
using HealthDoers.Domain.Ideas;
using HealthDoers.Domain.Members;
using static HealthDoers.Tests.Domain.People;

namespace HealthDoers.Tests.Domain.Ideas;

public sealed class AdaptationTests
{
    static readonly AdaptationPlan Plan = new() { Who = "Two Rivers", WhatWeChange = "At the start of class", Prediction = "Fewer come late." };

    readonly Member _ana = Ana();
    readonly Member _joe = Joe();
    readonly Idea _idea = IdeaTests.BrainBreaks(Ana());

    [Fact]
    public void Who_adapts_an_idea_says_from_whom_they_have_it()
    {
        var first = new Adaptation(_idea, null, _ana, Plan, Monday);
        var second = new Adaptation(_idea, first, _joe, Plan with { Who = "Millbrook" }, Monday);

        Assert.Null(first.FromId);
        Assert.Equal(first.Id, second.FromId);
        Assert.Contains(new AdaptationStarted(_idea.Id, second.Id), second.Raised);
    }

    [Fact]
    public void Nobody_learns_an_idea_from_those_who_adapted_another()
    {
        var elsewhere = new Adaptation(IdeaTests.BrainBreaks(_ana), null, _ana, Plan, Monday);
        var here = new Adaptation(_idea, null, _joe, Plan, Monday);

        Assert.Throws<RuleBrokenException>(() => new Adaptation(_idea, elsewhere, _joe, Plan, Monday));
        Assert.Throws<RuleBrokenException>(() => here.CameFrom(elsewhere, [here], _joe));
    }

    [Fact]
    public void Whoever_learned_from_a_team_cannot_have_taught_it()
    {
        var first = new Adaptation(_idea, null, _ana, Plan, Monday);
        var second = new Adaptation(_idea, first, _ana, Plan, Monday);
        var third = new Adaptation(_idea, second, _ana, Plan, Monday);

        Assert.Throws<RuleBrokenException>(() => first.CameFrom(third, [first, second, third], _ana));
        Assert.Throws<RuleBrokenException>(() => first.CameFrom(first, [first, second, third], _ana));
        third.CameFrom(first, [first, second, third], _ana);
        Assert.Equal(first.Id, third.FromId);
    }

    [Fact]
    public void A_prediction_can_be_reworded_until_what_happened_is_told()
    {
        var adaptation = new Adaptation(_idea, null, _joe, Plan, Monday);
        adaptation.Change(Plan with { Prediction = "Half as many come late." }, _joe);
        adaptation.Tell(new() { Result = Result.Better, WhatHappened = "It fell." }, _joe, Monday.AddDays(30));

        Assert.Throws<RuleBrokenException>(() => adaptation.Change(Plan with { Prediction = "We knew it." }, _joe));
        adaptation.Change(adaptation.Plan with { WhatWeChange = "At the start of each class" }, _joe);
        Assert.Equal("Half as many come late.", adaptation.Plan.Prediction);
    }

    [Fact]
    public void Earlier_outcomes_stay_when_a_later_one_is_told()
    {
        var adaptation = new Adaptation(_idea, null, _joe, Plan, Monday);
        adaptation.Tell(new() { Result = Result.Better, Numbers = [new("late arrivals a week", 14, 9)] }, _joe, Monday.AddDays(30));
        adaptation.Tell(new() { Result = Result.Abandoned, WhatHappened = "The bells changed." }, _joe, Monday.AddDays(90));

        Assert.Equal([Result.Better, Result.Abandoned], adaptation.Outcomes.Select(o => o.Result));
        Assert.Contains(new OutcomeTold(_idea.Id, adaptation.Id), adaptation.Raised);
    }

    [Fact]
    public void Only_who_tries_it_or_an_editor_changes_tells_or_withdraws()
    {
        var adaptation = new Adaptation(_idea, null, _joe, Plan, Monday);

        Assert.Throws<RuleBrokenException>(() => adaptation.Change(Plan, _ana));
        Assert.Throws<RuleBrokenException>(() => adaptation.Tell(new(), _ana, Monday));
        Assert.Throws<RuleBrokenException>(() => adaptation.Withdraw(_ana, Monday));
        Assert.Throws<RuleBrokenException>(() => adaptation.CameFrom(null, [adaptation], _ana));
        adaptation.Change(Plan, Editor());
    }

    [Fact]
    public void A_story_tells_an_adaptation_only_if_they_wrote_it()
    {
        var adaptation = new Adaptation(_idea, null, _joe, Plan, Monday);

        Assert.Throws<RuleBrokenException>(() => adaptation.IsToldBy(GardenBy(_ana), _joe));
        var own = GardenBy(_joe);
        adaptation.IsToldBy(own, _joe);
        Assert.Equal(own.Id, adaptation.StoryId);
        adaptation.IsToldBy(null, _joe);
        Assert.Null(adaptation.StoryId);
    }

    [Fact]
    public void A_hidden_or_merged_idea_takes_no_adaptations()
    {
        var (hidden, merged) = (IdeaTests.BrainBreaks(_ana), IdeaTests.BrainBreaks(_ana));
        hidden.HideBy(Editor(), "Advertising", Monday);
        merged.MergeInto(_idea, Editor(), Monday);

        Assert.Throws<RuleBrokenException>(() => new Adaptation(hidden, null, _joe, Plan, Monday));
        Assert.Throws<RuleBrokenException>(() => new Adaptation(merged, null, _joe, Plan, Monday));
    }

    [Fact]
    public void Who_withdraws_can_come_back_and_who_leaves_takes_words_and_name_along()
    {
        var adaptation = new Adaptation(_idea, null, _joe, Plan, Monday);
        adaptation.Tell(new() { Result = Result.Worse, WhatHappened = "Fewer came.", Numbers = [new("people", 9, 4)] }, _joe, Monday);
        adaptation.Withdraw(_joe, Monday);
        adaptation.BringBack(_joe);
        Assert.Null(adaptation.WithdrawnAt);

        adaptation.Erase(Monday.AddDays(1));

        Assert.Equal(("", Monday.AddDays(1)), (adaptation.Plan.Who, adaptation.WithdrawnAt));
        var outcome = Assert.Single(adaptation.Outcomes);
        Assert.Equal((Result.Worse, "", 0), (outcome.Result, outcome.Told.WhatHappened, outcome.Told.Numbers.Count));
    }
}
