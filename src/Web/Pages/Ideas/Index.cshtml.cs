using HealthDoers.Domain.Ideas;
using HealthDoers.Web.Data;
using HealthDoers.Web.Hosting;
using HealthDoers.Web.Look;
using HealthDoers.Web.Pages.About;
using HealthDoers.Web.Pages.Shared;
using HealthDoers.Web.Pages.Stories;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace HealthDoers.Web.Pages.Ideas;

[KeptForVisitors(PageArea.Ideas)]
sealed class IndexModel(AppDb db, IdeaCounts ideaCounts, TopicList topicList, SolutionWords solutions, IStringLocalizer<IdeasText> text, IStringLocalizer<SharedText> shared) : PageModel
{
    const int PageSize = 20;

    public IdeaFilter Filter { get; private set; } = new();
    public IReadOnlyList<IdeaRow> Rows { get; private set; } = [];
    public string? Older { get; private set; }
    public bool IsFirst { get; private set; }
    public IdeaCounts.Counts Counts { get; private set; } = null!;
    public TopicList.Topics Topics { get; private set; } = null!;
    public SolutionWords Solutions => solutions;

    /// <summary>What is chosen, each with the list without it.</summary>
    public List<(IdeaFilter Without, string Label)> Choices { get; } = [];

    public string Heading => Choices.Count == 0 ? text["Heading"] : $"{text["Heading"]}: {string.Join(", ", Choices.Select(c => c.Label))}";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        Topics = await topicList.GetAsync();
        if (IdeaFilter.From(Request.Query) is not { } filter || !await DescribeAsync(filter, cancellationToken))
            return NotFound();

        Filter = filter;
        Counts = await ideaCounts.OfAsync(db, filter, cancellationToken);
        var ideas = filter.Of(db.Ideas.Public());
        var before = IdeaListPlace.Read(Request.Query["before"]);
        IsFirst = before is null;
        if (before is { } place)
            ideas = place.After(ideas, filter.MostAdaptedFirst);
        var found = await filter.Ordered(ideas).Take(PageSize + 1).ToRowsAsync(db, PageFrame.Language, cancellationToken);
        if (found.Count > PageSize)
        {
            found.RemoveAt(PageSize);
            Older = filter.Url(new IdeaListPlace(found[^1].AdaptedCount, found[^1].ProposedAt, found[^1].Id).ToString());
        }
        Rows = found;
        return Page();
    }

    /// <summary>Puts into words what is chosen; false when there is no such topic or place.</summary>
    async Task<bool> DescribeAsync(IdeaFilter filter, CancellationToken cancellationToken)
    {
        var language = PageFrame.Language;
        if (filter.Evidence is { } evidence)
            Choices.Add((filter with { Evidence = null }, shared[BrightSpot.WordKey(evidence)]));
        if (filter.Source is { } source)
            Choices.Add((filter with { Source = null }, text["Source_" + IdeaLabel.SlugOf(source)]));
        if (filter.Topic is { } slug)
        {
            if (!Topics.BySlug.TryGetValue(slug, out var topic))
                return false;
            Choices.Add((filter with { Topic = null }, topic.In(language).Name));
        }
        if (filter.Place is { } place)
        {
            if (await db.Ideas.Public().Where(i => i.PlaceSlug == place).Select(i => i.PlaceName).FirstOrDefaultAsync(cancellationToken) is not { } name)
                return false;
            Choices.Add((filter with { Place = null }, name));
        }
        if (filter.Skill is { } skill)
            Choices.Add((filter with { Skill = null }, solutions.Of(skill, language).Name));
        return true;
    }
}
