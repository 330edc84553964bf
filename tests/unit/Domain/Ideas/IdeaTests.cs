using HealthDoers.Domain;
using HealthDoers.Domain.Ideas;
using HealthDoers.Domain.Members;
using HealthDoers.Domain.Stories;
using static HealthDoers.Tests.Domain.People;

namespace HealthDoers.Tests.Domain.Ideas;

public sealed class IdeaTests
{
    readonly Member _ana = Ana();
    readonly Member _joe = Joe();
    readonly Member _mira = Editor();

    public static IdeaContent Breaks(string title = "Brain breaks in class") => new()
    {
        Words = new() { Title = title, Summary = "A short rest that students plan.", Body = "Ask five students. Try three minutes." },
        Sources = [new(SourceKind.LivedExperience, "Teen interns"), new(SourceKind.OtherCommunity)],
        Topics = ["school-health"],
        Skills = ["LT"],
        Place = new("Kershaw County, South Carolina", "kershaw-county-south-carolina"),
    };

    public static Idea BrainBreaks(Member by) => new(by, Breaks(), "brain-breaks-in-class", Monday);

    [Fact]
    public void An_idea_is_found_under_its_topics_skills_sources_and_tags()
    {
        var idea = BrainBreaks(_ana);

        Assert.Equal(
            [(IdeaLabelKind.Topic, "school-health"), (IdeaLabelKind.Skill, "LT"), (IdeaLabelKind.Source, "livedExperience"), (IdeaLabelKind.Source, "otherCommunity")],
            idea.Labels.Select(l => (l.Kind, l.Value)));
        Assert.Contains(new IdeaProposed(idea.Id), idea.Raised);
    }

    [Fact]
    public void A_suspended_member_proposes_nothing()
    {
        _ana.SuspendBy(Administrator(), "Shouting", Monday);

        Assert.Throws<RuleBrokenException>(() => BrainBreaks(_ana));
    }

    [Fact]
    public void An_edit_keeps_what_was_said_before_and_moves_labels()
    {
        var idea = BrainBreaks(_ana);
        idea.Edit(Breaks("Rests in class") with { Sources = [new(SourceKind.Research)] }, _ana, 1, Monday.AddDays(1));

        Assert.Equal(("Rests in class", 2), (idea.Title, idea.Version));
        Assert.Equal("Brain breaks in class", Assert.Single(idea.Revisions).Content.Words.Title);
        Assert.Equal(["research"], idea.Labels.Where(l => l.Kind == IdeaLabelKind.Source).Select(l => l.Value));
    }

    [Fact]
    public void A_stale_edit_overwrites_nothing()
    {
        var idea = BrainBreaks(_ana);
        idea.Edit(Breaks("Rests in class"), _mira, 1, Monday);

        Assert.Equal(2, Assert.Throws<StaleEditException>(() => idea.Edit(Breaks("Mine"), _ana, 1, Monday)).PresentVersion);
        Assert.Equal("Rests in class", idea.Title);
    }

    [Fact]
    public void Only_who_proposed_it_or_an_editor_changes_or_restores_an_idea()
    {
        var idea = BrainBreaks(_ana);
        idea.Edit(Breaks("Rests in class"), _mira, 1, Monday);

        Assert.Throws<RuleBrokenException>(() => idea.Edit(Breaks("Mine"), _joe, 2, Monday));
        Assert.Throws<RuleBrokenException>(() => idea.Restore(idea.Revisions[0], _joe, Monday));
        idea.Restore(idea.Revisions[0], _ana, Monday);
        Assert.Equal(("Brain breaks in class", 3), (idea.Title, idea.Version));
    }

    [Fact]
    public void A_standing_counts_once_an_editor_confirms_it_and_every_step_stays()
    {
        var idea = BrainBreaks(_ana);
        var tested = idea.Claim(EvidenceStanding.Tested, "Two schools tried it", "SCALE overview, 2017", _ana, Monday);
        Assert.Equal(EvidenceStanding.Idea, idea.Standing);

        idea.Confirm(tested, _mira, Monday.AddDays(1));
        var emerging = idea.Claim(EvidenceStanding.Emerging, "More students use them", "", _ana, Monday.AddDays(2));

        Assert.Equal(EvidenceStanding.Tested, idea.Standing);
        Assert.Equal((Monday.AddDays(1), "SCALE overview, 2017"), (tested.ConfirmedAt!.Value, tested.References));
        Assert.False(emerging.IsConfirmed);
        Assert.Equal(2, idea.Steps.Count);
    }

    [Fact]
    public void Only_an_editor_confirms_and_only_who_proposed_it_or_an_editor_claims()
    {
        var idea = BrainBreaks(_ana);
        var step = idea.Claim(EvidenceStanding.Tested, "Tried", "", _ana, Monday);

        Assert.Throws<RuleBrokenException>(() => idea.Confirm(step, _ana, Monday));
        Assert.Throws<RuleBrokenException>(() => idea.Claim(EvidenceStanding.BrightSpot, "Because", "", _joe, Monday));
        Assert.Throws<ArgumentException>(() => BrainBreaks(_ana).Confirm(step, _mira, Monday));
    }

    [Fact]
    public void Retired_is_a_record_with_a_reason_and_the_standing_stays_as_it_was()
    {
        var idea = BrainBreaks(_ana);
        idea.Confirm(idea.Claim(EvidenceStanding.Tested, "Tried", "", _ana, Monday), _mira, Monday);
        idea.Retire(_mira, "A longer recess does more.", Monday);

        Assert.Equal("A longer recess does more.", idea.Retirement!.Reason);
        Assert.Equal(EvidenceStanding.Tested, idea.Standing);
        Assert.True(idea.IsPublic);
        Assert.Throws<RuleBrokenException>(() => idea.Retire(_mira, "Again", Monday));
        Assert.Throws<RuleBrokenException>(() => new Adaptation(idea, null, _joe, new() { Who = "Eastgate" }, Monday));

        idea.TakeUpAgain(_mira);
        Assert.Null(idea.Retirement);
    }

    [Fact]
    public void A_merged_idea_is_not_public_takes_no_edit_and_is_merged_once()
    {
        var (twin, kept, third) = (BrainBreaks(_joe), BrainBreaks(_ana), BrainBreaks(_ana));
        twin.MergeInto(kept, _mira, Monday);

        Assert.False(twin.IsPublic);
        Assert.Contains(new IdeaMerged(twin.Id, kept.Id), twin.Raised);
        Assert.Throws<RuleBrokenException>(() => twin.Edit(Breaks("More"), _joe, 1, Monday));
        Assert.Throws<RuleBrokenException>(() => twin.MergeInto(third, _mira, Monday));
        Assert.Throws<RuleBrokenException>(() => third.MergeInto(twin, _mira, Monday));
        Assert.Throws<RuleBrokenException>(() => kept.MergeInto(kept, _mira, Monday));
    }

    [Fact]
    public void Merging_retiring_and_hiding_are_for_editors()
    {
        var (idea, other) = (BrainBreaks(_ana), BrainBreaks(_joe));

        Assert.Throws<RuleBrokenException>(() => idea.MergeInto(other, _ana, Monday));
        Assert.Throws<RuleBrokenException>(() => idea.Retire(_ana, "Done", Monday));
        Assert.Throws<RuleBrokenException>(() => idea.TakeUpAgain(_ana));
        Assert.Throws<RuleBrokenException>(() => idea.HideBy(_ana, "No", Monday));
        Assert.Throws<RuleBrokenException>(() => idea.ShowBy(_ana));
    }
}
