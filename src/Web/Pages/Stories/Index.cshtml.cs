using HealthDoers.Domain.Stories;
using HealthDoers.Domain.Topics;
using HealthDoers.Web.Data;
using HealthDoers.Web.Hosting;
using HealthDoers.Web.Look;
using HealthDoers.Web.Pages.About;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace HealthDoers.Web.Pages.Stories;

[KeptForVisitors(PageArea.Stories)]
sealed class IndexModel(AppDb db, StoryMemory memory, NewestStories newest, TopicList topicList, StoryCounts storyCounts, SolutionWords solutions, IStringLocalizer<StoriesText> text) : PageModel
{
    const int PageSize = 20;

    public StoryListing Listing { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (StoryFilter.From(Request.Query) is not { } filter)
            return NotFound();
        var before = ListPlace.Read(Request.Query["before"]);
        if (await memory.Lists.GetAsync((filter.Url(before?.ToString()), PageFrame.Language), () => ReadAsync(filter, before, cancellationToken)) is not { } listing)
            return NotFound();
        Listing = listing;
        return Page();
    }

    /// <summary>Null when there is no such topic or place.</summary>
    async Task<StoryListing?> ReadAsync(StoryFilter filter, ListPlace? before, CancellationToken cancellationToken)
    {
        var (counts, topics) = (await storyCounts.GetAsync(), await topicList.GetAsync());
        if (Describe(filter, counts, topics) is not var (heading, says))
            return null;

        var stories = filter.Of(db.Stories.Public());
        var total = filter.CountIn(counts) ?? await stories.CountAsync(cancellationToken);
        if (before is { } place)
            stories = place.After(stories);
        var found = filter.IsEmpty && before is null
            ? await newest.ReadAsync(db, PageFrame.Language, PageSize + 1, cancellationToken)
            : await stories.Newest().Take(PageSize + 1).ToRowsAsync(PageFrame.Language, cancellationToken);
        string? older = null;
        if (found.Count > PageSize)
        {
            found.RemoveAt(PageSize);
            older = filter.Url(new ListPlace(found[^1].PublishedAt, found[^1].Id).ToString());
        }
        return new(filter, heading, says, total, found.Rows(), IsFirst: before is null, older, counts, topics.In(PageFrame.Language));
    }

    /// <summary>Puts into words what the list shows, and more about it in a sentence.</summary>
    (string Heading, string? Says)? Describe(StoryFilter filter, StoryCounts.Counts counts, TopicList.Topics topics)
    {
        List<string> parts = [];
        string? says = null;
        var language = PageFrame.Language;
        if (filter.Topic is { } slug)
        {
            if (!topics.BySlug.TryGetValue(slug, out var topic))
                return null;
            parts.Add(text["AboutTopic", topic.In(language).Name]);
            says = topic.In(language).Plain;
        }
        if (filter.Place is { } place)
        {
            if (counts.Places.FirstOrDefault(p => p.Slug == place) is not { } known)
                return null;
            parts.Add(text["FromPlace", known.Name]);
        }
        if (filter.Skill is { } skill)
        {
            parts.Add(text["ShowSkill", solutions.Of(skill, language).Name]);
            says = solutions.Of(skill, language).Plain;
        }
        if (filter.Behaviour is { } behaviour)
            parts.Add(text["ShowBehaviour", behaviour.Number, solutions.Of(behaviour, language)]);
        var noun = text[filter.Kind is { } kind ? "Heading" + kind : "Heading"].Value;
        return (parts.Count == 0 ? noun : $"{noun} {string.Join(", ", parts)}",
            says ?? (filter.IsEmpty ? text["ListDeck"].Value : filter.Kind is { } told ? text["Says" + told].Value : null));
    }
}

/// <summary>All that a list of stories shows, in one language.</summary>
/// <param name="Says">More about what is shown, in a sentence.</param>
/// <param name="Older">The address of what comes after it, when there is more.</param>
sealed record StoryListing(StoryFilter Filter, string Heading, string? Says, int Total, IReadOnlyList<StoryRow> Rows, bool IsFirst, string? Older,
    StoryCounts.Counts Counts, IReadOnlyList<Topic> Topics)
{
    public Fragments Fragments { get; } = new();
}
