using HealthDoers.Domain.Members;
using HealthDoers.Domain.Spotlights;
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
    const int MostSpotlights = 100;

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
            .Take(MostFeatured).Select(s => new { s.Id, s.Featuring!.From, s.PlaceName, Topics = s.Labels.Where(l => l.Kind == LabelKind.Topic).Select(l => l.Value).ToList() })
            .ToListAsync(cancellationToken);
        var turn = FeaturedTurn.At(now, featured.Select(s => new FeaturedSince(s.Id, s.From, Groups(s.Topics, s.PlaceName))));

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
            Spotlight = await SpotlightAsync(now, cancellationToken),
            Topics = (await topicList.GetAsync()).In(language),
        };
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

    /// <summary>The member in the spotlight today, who agreed to these words.</summary>
    public required HomeSpotlight? Spotlight { get; init; }
    public Fragments Fragments { get; } = new();
}

/// <param name="Handle">Null when their page is not for everyone.</param>
sealed record HomeSpotlight(string Name, string? Handle, string? Picture, string Words);
