using HealthDoers.Domain.Map;
using HealthDoers.Domain.Members;
using HealthDoers.Domain.Places;
using HealthDoers.Domain.Words;
using HealthDoers.Web.Pages.Map;
using HealthDoers.Web.Places;

namespace HealthDoers.Web.Commands.Importing;

/// <summary>
/// One entry of the map in a file: externalId, title, kind, summary, url, topics, programme, and where it is: lat and lon,
/// or place in words; precision exact, near (unless given) or region.
/// </summary>
sealed class MapEntryFields
{
    const int ExternalIdLimit = 200;

    /// <exception cref="BadLineException">It cannot be taken.</exception>
    public MapEntryFields(Fields line, IReadOnlySet<string> topics, Atlas atlas, Action<string> warn)
    {
        ExternalId = CleanText.Line(line.Text("externalId")) is { Length: > 0 and <= ExternalIdLimit } id ? id : throw new BadLineException("has no externalId, or one that is too long");
        Content = new(
            Layer(line.Text("kind"), warn),
            Limited(line, "title", MapEntry.TitleLimit) is { Length: > 0 } title ? title : throw new BadLineException("has no title"),
            Limited(line, "summary", MapEntry.SummaryLimit),
            Link(line.Text("url"), warn),
            Topics(line.List("topics") ?? [], topics, warn),
            Audience.Everyone,
            CleanText.Line(line.Text("programme")) is { Length: > 0 and <= Slug.MaxLength } programme ? programme : null);
        Precision = LinePlace.PrecisionOf(line);
        (Point, Named) = LinePlace.Read(line, atlas) ?? throw new BadLineException("says no place that we know");
    }

    public string ExternalId { get; }
    public MapEntryContent Content { get; }
    public GeoPoint Point { get; }
    public Precision Precision { get; }

    /// <summary>The place of the gazetteer that was named, where no point was given.</summary>
    public int? Named { get; }

    public bool Says(MapEntry entry) => entry.Place.Truth == Point && entry.Place.Precision == Precision
        && entry.Content with { Topics = Content.Topics } == Content && entry.Topics.SequenceEqual(Content.Topics);

    static string Limited(Fields line, string name, int limit) =>
        CleanText.Line(line.Text(name)) is var text && text.Length <= limit ? text : throw new BadLineException($"has a {name} of more than {limit} characters");

    static MapLayer Layer(string? kind, Action<string> warn)
    {
        if (MapEntry.Addable.FirstOrDefault(layer => MapAddress.Of(layer).Equals(kind, StringComparison.OrdinalIgnoreCase), MapLayer.Hub) is var layer and not MapLayer.Hub)
            return layer;
        if (!string.IsNullOrEmpty(kind))
            warn($"has an unknown kind \"{CleanText.Line(kind)}\"; it became a community");
        return MapLayer.Community;
    }

    static string Link(string? url, Action<string> warn)
    {
        if (string.IsNullOrWhiteSpace(url))
            return "";
        if (Uri.TryCreate(url.Trim(), UriKind.Absolute, out var page) && page.Scheme is "http" or "https" && page.AbsoluteUri.Length <= MapEntry.LinkLimit)
            return page.AbsoluteUri;
        warn("has a url that is no address of a page; it is left out");
        return "";
    }

    static List<string> Topics(IReadOnlyList<string> given, IReadOnlySet<string> known, Action<string> warn)
    {
        foreach (var unknown in given.Where(topic => !known.Contains(topic)))
            warn($"has an unknown topic \"{CleanText.Line(unknown)}\"; it is left out");
        return [.. given.Where(known.Contains).Distinct().Take(MapEntry.MostTopics)];
    }
}
