using System.ComponentModel.DataAnnotations;
using System.Globalization;
using HealthDoers.Domain.Communities;
using HealthDoers.Web.Places;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;

namespace HealthDoers.Web.Pages.Communities.Writing;

/// <summary>The fields of a profile as typed: text in every one, so that nothing is lost to a type. <see cref="ListingReader"/> judges them.</summary>
[ValidateNever]
public sealed class ListingForm
{
    [Required, StringLength(ListingContent.NameLimit)]
    public string? Name { get; set; }

    [Required, StringLength(ListingContent.SummaryLimit)]
    public string? Summary { get; set; }

    [StringLength(ListingContent.TextLimit)]
    public string? Aims { get; set; }

    [StringLength(ListingContent.TextLimit)]
    public string? Assets { get; set; }

    [StringLength(ListingContent.TextLimit)]
    public string? Brings { get; set; }

    [StringLength(ListingContent.TextLimit)]
    public string? Needs { get; set; }

    /// <summary>The language in which the words above are written.</summary>
    public string? Language { get; set; }

    [StringLength(ListingContent.LineLimit)]
    public string? Place { get; set; }

    /// <summary>Where the map shows it, and how exactly.</summary>
    public PlaceFields Where { get; set; } = new();

    public bool WelcomesVisits { get; set; }
    public string? PlaceType { get; set; }
    public string? Size { get; set; }
    public List<string> Sectors { get; set; } = [];
    public List<string> Topics { get; set; } = [];
    public string? FromYear { get; set; }
    public string? ToYear { get; set; }
    public string? Url { get; set; }

    /// <summary>By the name of a <see cref="TripodLeg"/>.</summary>
    public Dictionary<string, string?> People { get; set; } = [];

    /// <inheritdoc cref="People"/>
    public Dictionary<string, string?> Roles { get; set; } = [];

    /// <summary>Slugs of the initiatives it takes part in.</summary>
    public List<string> Initiatives { get; set; } = [];

    /// <summary>Slugs of the hubs it is in.</summary>
    public List<string> Hubs { get; set; } = [];

    public static ListingForm Of(ListingContent content, string language)
    {
        var words = content.Words.GetValueOrDefault(language) ?? new();
        return new()
        {
            Name = words.Name,
            Summary = words.Summary,
            Aims = words.Aims,
            Assets = words.Assets,
            Brings = words.Brings,
            Needs = words.Needs,
            Language = language,
            Place = content.Place?.Name,
            WelcomesVisits = content.WelcomesVisits,
            PlaceType = content.PlaceType.ToString(),
            Size = content.Size.ToString(),
            Sectors = [.. content.Sectors.Select(s => s.ToString())],
            Topics = [.. content.Topics],
            FromYear = Text(content.FromYear),
            ToYear = Text(content.ToYear),
            Url = content.Url,
            People = Tripod.Legs.ToDictionary(leg => leg.ToString(), leg => content.Leg(leg).People is > 0 and var n ? Text(n) : null),
            Roles = Tripod.Legs.ToDictionary(leg => leg.ToString(), leg => (string?)content.Leg(leg).Roles),
        };
    }

    static string? Text(int? number) => number?.ToString(CultureInfo.InvariantCulture);
}
