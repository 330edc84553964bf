using HealthDoers.Domain.Stories;

namespace HealthDoers.Web.Look;

/// <summary>A story as a list says it: <c>&lt;partial name="_StoryRows" model="rows" /&gt;</c>.</summary>
/// <param name="Seed">Decides the drawing together with <paramref name="Artwork"/>; the slug will do.</param>
/// <param name="Language">Of title and summary, where it is not the language of the page.</param>
/// <param name="PublishedYear">The year of the source, for stories told before elsewhere.</param>
public sealed record StoryRow(
    string Url,
    string Title,
    string Summary,
    EvidenceStanding Standing,
    StoryKind Kind,
    string Seed,
    string? Place = null,
    string? Organisation = null,
    int? PublishedYear = null,
    string? Artwork = null,
    RowPicture? Picture = null,
    string? Language = null);

public sealed record RowPicture(string Url, string Description);
