using System.ComponentModel.DataAnnotations;
using HealthDoers.Domain.Notifications;
using HealthDoers.Domain.Stories;
using HealthDoers.Domain.Words;

namespace HealthDoers.Web.Pages.Notifications;

/// <summary>How somebody wants to hear of one thing, and what news of it has to be.</summary>
public sealed class OneForm
{
    /// <summary>Null: as everything of its kind.</summary>
    public Way? Way { get; set; }
    public string? Topic { get; set; }
    public Guid? Hub { get; set; }
    public EvidenceStanding? AtLeast { get; set; }
    public string? Language { get; set; }

    [MaxLength(OnlyIf.WordLimit)]
    public string? Word { get; set; }

    public static OneForm Of(Way? way, OnlyIf? only) => new() { Way = way, Topic = only?.Topic, Hub = only?.Hub, AtLeast = only?.AtLeast, Language = only?.Language, Word = only?.Word };

    public bool IsSound => (Way is null || Enum.IsDefined(Way.Value)) && (AtLeast is null || Enum.IsDefined(AtLeast.Value))
        && (string.IsNullOrEmpty(Language) || PagesSetup.Languages.Any(known => known.Name == Language));

    public OnlyIf Read() => new() { Topic = Said(Topic), Hub = Hub, AtLeast = AtLeast, Language = Said(Language), Word = Said(CleanText.Line(Word ?? "")) };

    static string? Said(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed;
}
