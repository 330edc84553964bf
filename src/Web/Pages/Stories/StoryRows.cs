using System.Linq.Expressions;
using HealthDoers.Domain.Stories;
using HealthDoers.Web.Look;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Pages.Stories;

/// <summary>Stories as lists show them: only the columns of the list, in the reader's language where there is a translation.</summary>
static class StoryRows
{
    public static readonly Expression<Func<Story, StoryTranslation?, ListedStory>> Row = (s, t) => new(
        s.Id, s.Slug, t == null ? s.Title : t.Title, t == null ? s.Summary : t.Summary, t == null ? s.Language : t.Language,
        s.Kind, s.Standing, s.PlaceName, s.Organisation, s.Year, s.Artwork, s.FirstPicture, s.PublishedAt);

    public static Task<List<ListedStory>> ToRowsAsync(this IQueryable<Story> stories, string language, CancellationToken cancellationToken) =>
        stories.AsNoTracking().SelectMany(s => s.Translations.Where(t => t.Language == language).DefaultIfEmpty(), Row).ToListAsync(cancellationToken);

    public static List<StoryRow> Rows(this IEnumerable<ListedStory> stories) => [.. stories.Select(s => s.Row())];
}

sealed record ListedStory(
    Guid Id, string Slug, string Title, string Summary, string Language, StoryKind Kind, EvidenceStanding Standing,
    string? PlaceName, string Organisation, int? Year, string? Artwork, string? FirstPicture, DateTimeOffset PublishedAt)
{
    public string Url => StoryAddress.Of(Slug);

    public StoryRow Row() => new(
        Url, Title, Summary, Standing, Kind, Slug, PlaceName, Organisation, Year, Artwork,
        FirstPicture is null ? null : new RowPicture(StoryAddress.OfPicture(FirstPicture), ""),
        Language == PageFrame.Language ? null : Language);
}

static class StoryAddress
{
    public static string Of(string slug) => "/stories/" + slug;

    public static string OfPicture(string file) => "/files/" + file;

    /// <summary>For <c>srcset</c>: both sizes with their widths. Null where there is one.</summary>
    public static string? SizesOf(StoryPicture picture) => picture.Small is { } small
        ? $"{OfPicture(small)} {picture.SmallWidth}w, {OfPicture(picture.File)} {picture.Width}w"
        : null;

    public static string OfCard(string slug) => $"/stories/{slug}/card.png";
}
