using System.Text.Json;

namespace HealthDoers.Domain.Ideas;

/// <summary>One thing an idea can be found under.</summary>
public sealed class IdeaLabel
{
    IdeaLabel() { }

    public IdeaLabel(Guid ideaId, IdeaLabelKind kind, string value) => (IdeaId, Kind, Value) = (ideaId, kind, value);

    public Guid IdeaId { get; private set; }
    public IdeaLabelKind Kind { get; private set; }

    /// <summary>A topic's slug, a skill's code, a source's slug or a free tag.</summary>
    public string Value { get; private set; } = "";

    public static IEnumerable<(IdeaLabelKind Kind, string Value)> Of(IdeaContent content) =>
    [
        .. content.Topics.Distinct().Select(t => (IdeaLabelKind.Topic, t)),
        .. content.Skills.Distinct().Select(s => (IdeaLabelKind.Skill, s)),
        .. content.Sources.Select(s => s.Kind).Distinct().Select(s => (IdeaLabelKind.Source, SlugOf(s))),
        .. content.Tags.Distinct().Select(t => (IdeaLabelKind.Tag, t)),
    ];

    /// <summary>As search, import and export name it: "research", "bestPractice", "livedExperience", "otherCommunity".</summary>
    public static string SlugOf(SourceKind source) => JsonNamingPolicy.CamelCase.ConvertName(source.ToString());

    /// <summary>Null for a word that names no source.</summary>
    public static SourceKind? SourceOf(string slug) => Enum.GetValues<SourceKind>().Select(s => (SourceKind?)s).FirstOrDefault(s => SlugOf(s!.Value) == slug);
}

public enum IdeaLabelKind
{
    Topic,
    Skill,
    Source,
    Tag,
}
