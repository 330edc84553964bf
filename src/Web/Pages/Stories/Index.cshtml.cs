using HealthDoers.Domain.Stories;
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
sealed class IndexModel(AppDb db, NewestStories newest, TopicList topicList, StoryCounts storyCounts, SolutionWords solutions, IStringLocalizer<StoriesText> text) : PageModel
{
    const int PageSize = 20;

    public StoryFilter Filter { get; private set; } = new();
    public IReadOnlyList<StoryRow> Rows { get; private set; } = [];
    public int Total { get; private set; }
    public string? Older { get; private set; }
    public bool IsFirst { get; private set; }
    public StoryCounts.Counts Counts { get; private set; } = null!;
    public TopicList.Topics Topics { get; private set; } = null!;
    public string Heading { get; private set; } = "";

    /// <summary>More about what is shown, in a sentence.</summary>
    public string? Says { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        Counts = await storyCounts.GetAsync();
        Topics = await topicList.GetAsync();
        if (StoryFilter.From(Request.Query) is not { } filter || !Describe(filter))
            return NotFound();

        Filter = filter;
        var stories = filter.Of(db.Stories.Public());
        Total = filter.CountIn(Counts) ?? await stories.CountAsync(cancellationToken);
        var before = ListPlace.Read(Request.Query["before"]);
        IsFirst = before is null;
        if (before is { } place)
            stories = place.After(stories);
        var found = filter.IsEmpty && IsFirst
            ? await newest.ReadAsync(db, PageFrame.Language, PageSize + 1, cancellationToken)
            : await stories.Newest().Take(PageSize + 1).ToRowsAsync(PageFrame.Language, cancellationToken);
        if (found.Count > PageSize)
        {
            found.RemoveAt(PageSize);
            Older = filter.Url(new ListPlace(found[^1].PublishedAt, found[^1].Id).ToString());
        }
        Rows = found.Rows();
        return Page();
    }

    /// <summary>Puts into words what the list shows; false when there is no such topic or place.</summary>
    bool Describe(StoryFilter filter)
    {
        List<string> parts = [];
        var language = PageFrame.Language;
        if (filter.Topic is { } slug)
        {
            if (!Topics.BySlug.TryGetValue(slug, out var topic))
                return false;
            parts.Add(text["AboutTopic", topic.In(language).Name]);
            Says = topic.In(language).Plain;
        }
        if (filter.Place is { } place)
        {
            if (Counts.Places.FirstOrDefault(p => p.Slug == place) is not { } known)
                return false;
            parts.Add(text["FromPlace", known.Name]);
        }
        if (filter.Skill is { } skill)
        {
            parts.Add(text["ShowSkill", solutions.Of(skill, language).Name]);
            Says = solutions.Of(skill, language).Plain;
        }
        if (filter.Behaviour is { } behaviour)
            parts.Add(text["ShowBehaviour", behaviour.Number, solutions.Of(behaviour, language)]);
        var noun = text[filter.Kind is { } kind ? "Heading" + kind : "Heading"].Value;
        Heading = parts.Count == 0 ? noun : $"{noun} {string.Join(", ", parts)}";
        Says ??= filter.IsEmpty ? text["ListDeck"].Value : filter.Kind is { } told ? text["Says" + told].Value : null;
        return true;
    }
}
