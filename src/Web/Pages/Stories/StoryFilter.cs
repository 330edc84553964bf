using System.Globalization;
using HealthDoers.Domain.CommunityOfSolutions;
using HealthDoers.Domain.Stories;
using Microsoft.AspNetCore.WebUtilities;

namespace HealthDoers.Web.Pages.Stories;

/// <summary>What a list of stories is narrowed to; all of it must hold.</summary>
sealed record StoryFilter
{
    public string? Topic { get; init; }
    public Skill? Skill { get; init; }
    public Behaviour? Behaviour { get; init; }
    public string? Place { get; init; }
    public StoryKind? Kind { get; init; }

    public bool IsEmpty => this == new StoryFilter();

    /// <summary>Null when it asks for a skill, behaviour or kind that there is not.</summary>
    public static StoryFilter? From(IQueryCollection query)
    {
        var filter = new StoryFilter { Topic = Value("topic"), Place = Value("place") };
        if (Value("skill") is { } code)
        {
            if (Domain.CommunityOfSolutions.Skill.Find(code) is not { } skill)
                return null;
            filter = filter with { Skill = skill };
        }
        if (Value("behaviour") is { } number)
        {
            if (!int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var n) || Domain.CommunityOfSolutions.Behaviour.Find(n) is not { } behaviour)
                return null;
            filter = filter with { Behaviour = behaviour };
        }
        if (Value("kind") is { } word)
        {
            if (!KindWords.TryRead(word, out var kind))
                return null;
            filter = filter with { Kind = kind };
        }
        return filter;

        string? Value(string name) => query[name].ToString() is { Length: > 0 } value ? value : null;
    }

    public IQueryable<Story> Of(IQueryable<Story> stories)
    {
        if (Topic is not null)
            stories = stories.Labelled(LabelKind.Topic, Topic);
        if (Skill is not null)
            stories = stories.Labelled(LabelKind.Skill, Skill.Code);
        if (Behaviour is not null)
            stories = stories.Labelled(LabelKind.Behaviour, Number);
        if (Place is { } place)
            stories = stories.Where(s => s.PlaceSlug == place);
        if (Kind is { } kind)
            stories = stories.Where(s => s.Kind == kind);
        return stories;
    }

    /// <summary>The count, where it is known without asking the database: one thing, or nothing, is asked for.</summary>
    public int? CountIn(StoryCounts.Counts counts)
    {
        if (IsEmpty)
            return counts.All;
        if (this == new StoryFilter { Topic = Topic })
            return counts.Of(LabelKind.Topic, Topic!);
        if (this == new StoryFilter { Skill = Skill })
            return counts.Of(LabelKind.Skill, Skill!.Code);
        if (this == new StoryFilter { Behaviour = Behaviour })
            return counts.Of(LabelKind.Behaviour, Number);
        if (this == new StoryFilter { Place = Place })
            return counts.OfPlace(Place!);
        if (this == new StoryFilter { Kind = Kind })
            return counts.Of(Kind!.Value);
        return null;
    }

    /// <summary>The address of the list narrowed to this, or of its part that starts after a story.</summary>
    public string Url(string? before = null) => QueryHelpers.AddQueryString("/stories", Asked(before));

    IEnumerable<KeyValuePair<string, string?>> Asked(string? before)
    {
        if (Topic is not null)
            yield return new("topic", Topic);
        if (Skill is not null)
            yield return new("skill", Skill.Code);
        if (Behaviour is not null)
            yield return new("behaviour", Number);
        if (Place is not null)
            yield return new("place", Place);
        if (Kind is { } kind)
            yield return new("kind", KindWords.Of(kind));
        if (before is not null)
            yield return new("before", before);
    }

    string Number => Behaviour!.Number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>Kinds as addresses and programs write them.</summary>
static class KindWords
{
    public static string Of(StoryKind kind) => kind switch
    {
        StoryKind.FailForward => "failForward",
        StoryKind.CaseStudy => "caseStudy",
        StoryKind.Video => "video",
        _ => "story",
    };

    public static bool TryRead(string word, out StoryKind kind)
    {
        foreach (var known in Enum.GetValues<StoryKind>())
        {
            kind = known;
            if (Of(known) == word)
                return true;
        }
        kind = default;
        return false;
    }
}
