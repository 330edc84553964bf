using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using HealthDoers.Domain.Communities;
using HealthDoers.Domain.Mentoring;

namespace HealthDoers.Tests.Domain.Mentoring;

public sealed class MentoringMatchTests
{
    static readonly string[] Topics = ["food-access", "school-health", "aging-well", "metrics"];
    static readonly TriedIdea[] Ideas = [new("school-gardens", ["food-access", "school-health"]), new("porch-talks", ["aging-well"]), new("no-topic", [])];

    static Gen<MatchSide> Sides =>
        from topics in Gen.SubListOf(Topics)
        from skills in Gen.SubListOf(new[] { "LW", "LT", "LO" })
        from behaviours in Gen.SubListOf(new[] { 1, 17, 28 })
        from languages in Gen.SubListOf(new[] { "en", "es", "sw" })
        from rhythm in Gen.Elements(Enum.GetValues<MentoringRhythm>())
        from place in Gen.Elements(Enum.GetValues<PlaceType>())
        from tried in Gen.SubListOf(Ideas)
        from hours in Gen.Choose(-12, 14)
        from saysZone in Gen.Elements(true, false)
        select new MatchSide(new() { Topics = [.. topics], Skills = [.. skills], Behaviours = [.. behaviours], Languages = [.. languages], Rhythm = rhythm, PlaceType = place }, [.. tried], saysZone ? TimeSpan.FromHours(hours) : null);

    static Arbitrary<(MatchSide Ask, MatchSide Offer)> Pairs => (from ask in Sides from offer in Sides select (ask, offer)).ToArbitrary();

    [Fact]
    public void Every_reason_is_true_of_both() => Prop.ForAll(Pairs, pair =>
        MentoringMatch.Between(pair.Ask, pair.Offer) is not { } match || match.Reasons.All(reason => IsTrue(reason, pair.Ask, pair.Offer))).QuickCheckThrowOnFailure();

    [Fact]
    public void Every_match_has_something_asked_for_and_a_language_in_common() => Prop.ForAll(Pairs, pair =>
        MentoringMatch.Between(pair.Ask, pair.Offer) is not { } match
        || (match.Reasons.Any(r => r.Kind == MatchReasonKind.Language)
            && match.Reasons.Any(r => r.Kind is MatchReasonKind.Topic or MatchReasonKind.Tried or MatchReasonKind.Skill or MatchReasonKind.Behaviour))).QuickCheckThrowOnFailure();

    [Fact]
    public void Whoever_shares_a_topic_and_a_language_is_matched() => Prop.ForAll(Pairs, pair =>
        !pair.Ask.Terms.Topics.Intersect(pair.Offer.Terms.Topics).Any() || !pair.Ask.Terms.Languages.Intersect(pair.Offer.Terms.Languages).Any()
        || MentoringMatch.Between(pair.Ask, pair.Offer) is not null).QuickCheckThrowOnFailure();

    [Fact]
    public void Taking_a_field_away_takes_its_reason_away() => Prop.ForAll(Pairs, pair =>
    {
        var without = pair.Offer with { Terms = pair.Offer.Terms with { PlaceType = PlaceType.Unsaid, Topics = [] }, Tried = [], FromUtc = null };
        return MentoringMatch.Between(pair.Ask, without) is not { } match
            || !match.Reasons.Any(r => r.Kind is MatchReasonKind.PlaceType or MatchReasonKind.Topic or MatchReasonKind.Tried or MatchReasonKind.Zone);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void What_fits_in_more_ways_comes_first()
    {
        var ask = Side("food-access", "en");
        var near = MentoringMatch.Between(ask, Side("food-access", "en") with { Tried = [Ideas[0]] })!;
        var far = MentoringMatch.Between(ask, Side("food-access", "en"))!;
        Assert.True(near.Score > far.Score);
        Assert.Equal(MatchReasonKind.Tried, near.Reasons[0].Kind);
    }

    [Fact]
    public void The_clock_goes_around_the_globe() =>
        Assert.Equal(1, MentoringMatch.HoursApart(TimeSpan.FromHours(-11), TimeSpan.FromHours(12)));

    /// <summary>Matching can only read these: a new field is a decision, and age, gender, origin or belief are none of them.</summary>
    [Fact]
    public void Nothing_protected_about_a_person_can_be_read()
    {
        Assert.Equal(["Behaviours", "Languages", "PlaceType", "Rhythm", "Skills", "Topics", "Words", "Zone"], typeof(MentoringTerms).GetProperties().Select(p => p.Name).Order());
        Assert.Equal(["FromUtc", "Terms", "Tried"], typeof(MatchSide).GetProperties().Select(p => p.Name).Order());
    }

    static MatchSide Side(string topic, string language) => new(new() { Topics = [topic], Languages = [language] }, [], null);

    static bool IsTrue(MatchReason reason, MatchSide ask, MatchSide offer) => reason.Kind switch
    {
        MatchReasonKind.Topic => ask.Terms.Topics.Contains(reason.Value) && offer.Terms.Topics.Contains(reason.Value),
        MatchReasonKind.Tried => offer.Tried.Any(i => i.Slug == reason.Value && i.Topics.Any(ask.Terms.Topics.Contains)),
        MatchReasonKind.Skill => ask.Terms.Skills.Contains(reason.Value) && offer.Terms.Skills.Contains(reason.Value),
        MatchReasonKind.Behaviour => int.Parse(reason.Value, CultureInfo.InvariantCulture) is var number && ask.Terms.Behaviours.Contains(number) && offer.Terms.Behaviours.Contains(number),
        MatchReasonKind.PlaceType => reason.Value != nameof(PlaceType.Unsaid) && ask.Terms.PlaceType.ToString() == reason.Value && offer.Terms.PlaceType.ToString() == reason.Value,
        MatchReasonKind.Zone => ask.FromUtc is { } here && offer.FromUtc is { } there && Enumerable.Range(-1, 3).Any(day => Math.Abs((here - there).TotalHours + 24 * day) <= 3),
        MatchReasonKind.Rhythm => ask.Terms.Rhythm.ToString() == reason.Value && offer.Terms.Rhythm.ToString() == reason.Value,
        MatchReasonKind.Language => ask.Terms.Languages.Contains(reason.Value) && offer.Terms.Languages.Contains(reason.Value),
        _ => false,
    };
}
