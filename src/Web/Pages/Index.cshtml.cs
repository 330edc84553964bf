using HealthDoers.Domain.Stories;
using HealthDoers.Web.Data;
using HealthDoers.Web.Hosting;
using HealthDoers.Web.Look;
using HealthDoers.Web.Pages.Stories;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Pages;

[KeptForVisitors(PageArea.Stories)]
sealed class IndexModel(AppDb db, NewestStories newestStories, TopicList topicList, TimeProvider clock) : PageModel
{
    const int Shown = 5;
    const int MostFeatured = 60;

    /// <summary>The featured story whose turn it is.</summary>
    public ListedStory? Lead { get; private set; }

    /// <summary>How many seedlings its drawing has, where they count something.</summary>
    public int? Seedlings { get; private set; }
    public IReadOnlyList<StoryRow> Lately { get; private set; } = [];
    public ListedStory? Failed { get; private set; }
    public TopicList.Topics Topics { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var language = PageFrame.Language;
        var now = clock.GetUtcNow();
        Topics = await topicList.GetAsync();
        var stories = db.Stories.Public();

        // The newest of them, so that a choice made today is never cut off.
        var featured = await stories.FeaturedAt(now).OrderByDescending(s => s.Featuring!.From).ThenBy(s => s.Id)
            .Select(s => new FeaturedSince(s.Id, s.Featuring!.From)).Take(MostFeatured).ToListAsync(cancellationToken);
        var lead = FeaturedTurn.At(now, featured);

        var newest = await newestStories.ReadAsync(db, language, Shown + 2, cancellationToken);
        Lead = newest.Find(s => s.Id == lead) ?? await OneAsync(stories.Where(s => s.Id == lead), language, cancellationToken) ?? newest.FirstOrDefault();
        Failed = await newestStories.OfKindAsync(db, language, StoryKind.FailForward, cancellationToken) is { } failed && failed.Id != Lead?.Id ? failed : null;
        Lately = newest.Where(s => s.Id != Lead?.Id && s.Id != Failed?.Id).Take(Shown).Rows();
        if (Lead is { Artwork: StorySeedlings.Artwork })
            Seedlings = (await stories.Where(s => s.Id == Lead.Id).Select(s => s.Content).SingleOrDefaultAsync(cancellationToken))?.Seedlings();
    }

    static async Task<ListedStory?> OneAsync(IQueryable<Story> stories, string language, CancellationToken cancellationToken) =>
        (await stories.Take(1).ToRowsAsync(language, cancellationToken)).FirstOrDefault();
}
