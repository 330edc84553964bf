using HealthDoers.Domain.Communities;

namespace HealthDoers.Domain.Mentoring;

/// <summary>An ask and an offer that fit, with everything that holds for both of them.</summary>
/// <param name="Reasons">The weightiest first; never empty.</param>
public sealed record MentoringMatch(IReadOnlyList<MatchReason> Reasons)
{
    /// <summary>Clocks this far apart still leave an hour that suits both.</summary>
    public const int NearHours = 3;

    public double Score => Reasons.Sum(r => WeightOf(r.Kind));

    /// <summary>
    /// Null when they do not fit: they need a language in common, and something that one asks for and the other has.
    /// Every reason is a fact that both sides gave themselves.
    /// </summary>
    public static MentoringMatch? Between(MatchSide ask, MatchSide offer)
    {
        var (asked, offered) = (ask.Terms, offer.Terms);
        var languages = asked.Languages.Intersect(offered.Languages).Order(StringComparer.Ordinal).ToList();
        List<MatchReason> matter =
        [
            .. asked.Topics.Intersect(offered.Topics).Select(t => new MatchReason(MatchReasonKind.Topic, t)),
            .. offer.Tried.Where(i => i.Topics.Intersect(asked.Topics).Any()).DistinctBy(i => i.Slug).Select(i => new MatchReason(MatchReasonKind.Tried, i.Slug)),
            .. asked.Skills.Intersect(offered.Skills).Select(s => new MatchReason(MatchReasonKind.Skill, s)),
            .. asked.Behaviours.Intersect(offered.Behaviours).Select(b => new MatchReason(MatchReasonKind.Behaviour, b.ToString(System.Globalization.CultureInfo.InvariantCulture))),
        ];
        if (languages.Count == 0 || matter.Count == 0)
            return null;
        if (asked.PlaceType == offered.PlaceType && asked.PlaceType != PlaceType.Unsaid)
            matter.Add(new(MatchReasonKind.PlaceType, asked.PlaceType.ToString()));
        if (ask.FromUtc is { } here && offer.FromUtc is { } there && HoursApart(here, there) <= NearHours)
            matter.Add(new(MatchReasonKind.Zone, ""));
        if (asked.Rhythm == offered.Rhythm)
            matter.Add(new(MatchReasonKind.Rhythm, asked.Rhythm.ToString()));
        matter.AddRange(languages.Select(l => new MatchReason(MatchReasonKind.Language, l)));
        return new([.. matter.OrderByDescending(r => WeightOf(r.Kind))]);
    }

    /// <summary>Around the globe: from Samoa to Tonga it is one hour, not 23.</summary>
    public static double HoursApart(TimeSpan one, TimeSpan other)
    {
        var apart = Math.Abs((one - other).TotalHours) % 24;
        return Math.Min(apart, 24 - apart);
    }

    static double WeightOf(MatchReasonKind kind) => kind switch
    {
        MatchReasonKind.Tried => 4,
        MatchReasonKind.Topic => 3,
        MatchReasonKind.Behaviour => 2.5,
        MatchReasonKind.Skill => 2,
        MatchReasonKind.PlaceType => 1.5,
        MatchReasonKind.Zone => 1,
        MatchReasonKind.Rhythm => 0.75,
        _ => 0.5,
    };
}

/// <summary>All that matching reads of one side.</summary>
/// <param name="Tried">The public ideas that this person, or the community they speak for, adapted.</param>
/// <param name="FromUtc">How far their clocks are from UTC now; null when they did not say.</param>
public sealed record MatchSide(MentoringTerms Terms, IReadOnlyList<TriedIdea> Tried, TimeSpan? FromUtc);

/// <param name="Topics">Slugs of its topics.</param>
public sealed record TriedIdea(string Slug, IReadOnlyList<string> Topics);

/// <param name="Value">A topic's slug, an idea's slug, a skill's code, a behaviour's number, the name of a place type or rhythm, a language.</param>
public readonly record struct MatchReason(MatchReasonKind Kind, string Value);

public enum MatchReasonKind
{
    Topic,

    /// <summary>The mentor adapted an idea of a topic that is asked for.</summary>
    Tried,
    Skill,
    Behaviour,
    PlaceType,

    /// <summary>Their clocks are at most <see cref="MentoringMatch.NearHours"/> apart.</summary>
    Zone,
    Rhythm,
    Language,
}
