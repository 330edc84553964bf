using System.Globalization;

namespace HealthDoers.Domain.Stories;

/// <summary>One thing a story can be found under.</summary>
public sealed class StoryLabel
{
    StoryLabel() { }

    public StoryLabel(Guid storyId, LabelKind kind, string value) => (StoryId, Kind, Value) = (storyId, kind, value);

    public Guid StoryId { get; private set; }
    public LabelKind Kind { get; private set; }

    /// <summary>A topic's slug, a skill's code, a behaviour's number or a free tag.</summary>
    public string Value { get; private set; } = "";

    public static IEnumerable<(LabelKind Kind, string Value)> Of(StoryContent content) =>
    [
        .. content.Topics.Distinct().Select(t => (LabelKind.Topic, t)),
        .. content.Skills.Distinct().Select(s => (LabelKind.Skill, s)),
        .. content.Behaviours.Distinct().Select(b => (LabelKind.Behaviour, b.ToString(CultureInfo.InvariantCulture))),
        .. content.Tags.Distinct().Select(t => (LabelKind.Tag, t)),
    ];
}

public enum LabelKind
{
    Topic,
    Skill,
    Behaviour,
    Tag,
}
