using HealthDoers.Domain.Members;
using HealthDoers.Domain.Stories;
using HealthDoers.Web.Data;
using HealthDoers.Web.Look;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace HealthDoers.Web.Pages.Stories.Feeds;

/// <summary>The newest stories as feed readers get them: all, or those of one topic.</summary>
/// <param name="Site">The full address of the site, ending in a slash.</param>
sealed record StoryFeed(string Title, Uri Site, string ListPath, string Language, DateTimeOffset Updated, IReadOnlyList<StoryFeed.Entry> Entries)
{
    const int Most = 30;

    public Uri At(string path) => new(Site, path);

    /// <summary>Null when there is no such topic.</summary>
    public static async Task<StoryFeed?> ReadAsync(
        string? topic, Uri site, AppDb db, TopicList topicList, IStringLocalizer<StoriesText> text, CancellationToken cancellationToken)
    {
        var language = PageFrame.Language;
        var stories = db.Stories.Public();
        var (title, path) = (text["FeedTitle"].Value, "/stories");
        if (!string.IsNullOrEmpty(topic))
        {
            if (!(await topicList.GetAsync()).BySlug.TryGetValue(topic, out var known))
                return null;
            stories = stories.Labelled(LabelKind.Topic, topic);
            (title, path) = (text["FeedTitleOf", known.In(language).Name], $"/stories?topic={topic}");
        }
        return await OfAsync(title, path, stories, site, text, cancellationToken);
    }

    /// <summary>The newest of some stories, which all readers may see.</summary>
    /// <param name="path">Of the page that lists them.</param>
    public static async Task<StoryFeed> OfAsync(string title, string path, IQueryable<Story> stories, Uri site, IStringLocalizer<StoriesText> text, CancellationToken cancellationToken)
    {
        var language = PageFrame.Language;
        var someone = text["AMember"].Value;
        var entries = await (
            from s in stories.AsNoTracking().Newest().Take(Most)
            from t in s.Translations.Where(t => t.Language == language).DefaultIfEmpty()
            select new Entry(
                s.Id, s.Slug, t == null ? s.Title : t.Title, t == null ? s.Summary : t.Summary, t == null ? s.Language : language,
                s.Organisation != "" ? s.Organisation : s.Author.ErasedAt == null && s.Author.Profile.SeenBy != Audience.Nobody ? s.Author.Name : someone, s.PublishedAt, s.ChangedAt,
                s.Labels.Where(l => l.Kind == LabelKind.Topic).Select(l => l.Value).ToList())
        ).ToListAsync(cancellationToken);
        return new(title, site, path, language, entries.Select(e => e.ChangedAt).DefaultIfEmpty(DateTimeOffset.UnixEpoch).Max(), entries);
    }

    internal sealed record Entry(
        Guid Id, string Slug, string Title, string Summary, string Language, string By,
        DateTimeOffset PublishedAt, DateTimeOffset ChangedAt, List<string> Topics)
    {
        public string Path { get; init; } = StoryAddress.Of(Slug);

        /// <summary>Stays the same when the address changes.</summary>
        public string Urn => $"urn:uuid:{Id}";
    }
}
