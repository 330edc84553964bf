using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace HealthDoers.Web.Pages.Stories.Feeds;

/// <summary>JSON Feed 1.1, jsonfeed.org/version/1.1.</summary>
sealed record JsonFeed(
    string Version, string Title, Uri HomePageUrl, Uri FeedUrl, string Language, IReadOnlyList<JsonFeed.Item> Items)
{
    public const string MediaType = "application/feed+json; charset=utf-8";

    static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static byte[] Write(StoryFeed feed, string selfPath) => JsonSerializer.SerializeToUtf8Bytes(new JsonFeed(
        "https://jsonfeed.org/version/1.1", feed.Title, feed.At(feed.ListPath), feed.At(selfPath), feed.Language,
        [.. feed.Entries.Select(e => new Item(
            e.Urn, feed.At(e.Path), e.Title, e.Summary, e.PublishedAt, e.ChangedAt, e.Topics, [new(e.By)], e.Language))]), Options);

    internal sealed record Item(
        string Id, Uri Url, string Title, string ContentText, DateTimeOffset DatePublished, DateTimeOffset DateModified,
        IReadOnlyList<string> Tags, IReadOnlyList<Author> Authors, string Language);

    internal sealed record Author(string Name);
}
