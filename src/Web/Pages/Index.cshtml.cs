using HealthDoers.Domain.Stories;
using HealthDoers.Domain.Topics;
using HealthDoers.Web.Data;
using HealthDoers.Web.Hosting;
using HealthDoers.Web.Look;
using HealthDoers.Web.Pages.Stories;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Pages;

[KeptForVisitors(PageArea.Stories)]
sealed class IndexModel(AppDb db, StoryMemory memory, NewestStories newestStories, TopicList topicList, TimeProvider clock) : PageModel
{
    const int Shown = 5;
    const int MostFeatured = 60;

    public HomeReading Home { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var language = PageFrame.Language;
        Home = (await memory.Homes.GetAsync(language, async () => await ReadAsync(language, cancellationToken)))!;
    }

    async Task<HomeReading> ReadAsync(string language, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var stories = db.Stories.Public();

        // The newest of them, so that a choice made today is never cut off.
        var featured = await stories.FeaturedAt(now).OrderByDescending(s => s.Featuring!.From).ThenBy(s => s.Id)
            .Select(s => new FeaturedSince(s.Id, s.Featuring!.From)).Take(MostFeatured).ToListAsync(cancellationToken);
        var turn = FeaturedTurn.At(now, featured);

        var newest = await newestStories.ReadAsync(db, language, Shown + 2, cancellationToken);
        var lead = newest.Find(s => s.Id == turn) ?? (await stories.Where(s => s.Id == turn).ToRowsAsync(language, cancellationToken)).FirstOrDefault() ?? newest.FirstOrDefault();
        var failed = await newestStories.OfKindAsync(db, language, StoryKind.FailForward, except: lead?.Id, cancellationToken);
        return new()
        {
            Lead = lead,
            Seedlings = lead is not { Artwork: StorySeedlings.Artwork } ? null
                : (await stories.Where(s => s.Id == lead.Id).Select(s => s.Content).SingleOrDefaultAsync(cancellationToken))?.Seedlings(),
            Lately = newest.Where(s => s.Id != lead?.Id && s.Id != failed?.Id).Take(Shown).Rows(),
            Failed = failed,
            Topics = (await topicList.GetAsync()).In(language),
        };
    }
}

/// <summary>All that the home page shows of stories, in one language.</summary>
sealed record HomeReading
{
    /// <summary>The featured story whose turn it is.</summary>
    public required ListedStory? Lead { get; init; }

    /// <summary>How many seedlings its drawing has, where they count something.</summary>
    public required int? Seedlings { get; init; }
    public required IReadOnlyList<StoryRow> Lately { get; init; }
    public required ListedStory? Failed { get; init; }
    public required IReadOnlyList<Topic> Topics { get; init; }
    public Fragments Fragments { get; } = new();
}
