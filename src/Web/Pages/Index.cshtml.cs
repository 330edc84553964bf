using HealthDoers.Domain.Members;
using HealthDoers.Domain.Spotlights;
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
    const int MostSpotlights = 100;

    /// <summary>The featured story of the day.</summary>
    public ListedStory? Lead { get; private set; }

    /// <summary>How many seedlings its drawing has, where they count something.</summary>
    public int? Seedlings { get; private set; }
    public IReadOnlyList<StoryRow> Lately { get; private set; } = [];
    public ListedStory? Failed { get; private set; }
    /// <summary>The member in the spotlight today, who agreed to these words.</summary>
    public HomeSpotlight? Spotlight { get; private set; }
    public TopicList.Topics Topics { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var language = PageFrame.Language;
        var now = clock.GetUtcNow();
        Topics = await topicList.GetAsync();
        var stories = db.Stories.Public();

        // Each gets its day, in turn. In the order in which they end, so that an index finds them.
        var featured = await stories.FeaturedAt(now).Where(s => s.Kind != StoryKind.FailForward).OrderBy(s => s.Featuring!.Until).ThenBy(s => s.Id)
            .Take(MostFeatured).Select(s => new { s.Id, s.PlaceName, Topics = s.Labels.Where(l => l.Kind == LabelKind.Topic).Select(l => l.Value).ToList() })
            .ToListAsync(cancellationToken);
        var lead = Rotation.Today(Rotation.InTurn(featured.OrderBy(s => s.Id), s => Groups(s.Topics, s.PlaceName)), now)?.Id;

        var newest = await newestStories.ReadAsync(db, language, Shown + 2, cancellationToken);
        Lead = newest.Find(s => s.Id == lead) ?? await OneAsync(stories.Where(s => s.Id == lead), language, cancellationToken) ?? newest.FirstOrDefault();
        Failed = await newestStories.OfKindAsync(db, language, StoryKind.FailForward, cancellationToken);
        Lately = newest.Where(s => s.Id != Lead?.Id && s.Id != Failed?.Id).Take(Shown).Rows();
        Spotlight = await SpotlightAsync(now, cancellationToken);
        if (Lead is { Artwork: StorySeedlings.Artwork })
            Seedlings = (await stories.Where(s => s.Id == Lead.Id).Select(s => s.Content).SingleOrDefaultAsync(cancellationToken))?.Seedlings();
    }

    async Task<HomeSpotlight?> SpotlightAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var shown = await db.Spotlights.AsNoTracking().ShownAt(now).OrderBy(s => s.Id).Take(MostSpotlights)
            .Select(s => new { s.Words, s.Member.Name, s.Member.Handle, s.Member.Profile }).ToListAsync(cancellationToken);
        return Rotation.Today(Rotation.InTurn(shown, s => Groups(s.Profile.Topics, s.Profile.Place)), now) is not { } today ? null
            : new(today.Name, today.Profile.SeenBy == Audience.Everyone ? today.Handle : null, today.Profile.Picture, today.Words);
    }

    // Topics stand for their hubs, and the last part of a place for its region.
    static List<string> Groups(List<string> topics, string? place) =>
        [.. topics, .. place is { Length: > 0 } ? [place[(place.LastIndexOf(',') + 1)..].Trim()] : Array.Empty<string>()];

    static async Task<ListedStory?> OneAsync(IQueryable<Story> stories, string language, CancellationToken cancellationToken) =>
        (await stories.Take(1).ToRowsAsync(language, cancellationToken)).FirstOrDefault();
}

/// <param name="Handle">Null when their page is not for everyone.</param>
sealed record HomeSpotlight(string Name, string? Handle, string? Picture, string Words);
