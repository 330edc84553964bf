using System.Text.RegularExpressions;
using HealthDoers.Domain.Communities;
using HealthDoers.Domain.Gatherings;
using HealthDoers.Domain.Hubs;
using HealthDoers.Domain.Ideas;
using HealthDoers.Domain.Members;
using HealthDoers.Domain.Stories;
using HealthDoers.Web.Data;
using HealthDoers.Web.Look;
using HealthDoers.Web.Pages.Communities;
using HealthDoers.Web.Words;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Pages.Rooms.Links;

/// <summary>What addresses of this site lead to, as one reader may see it now. What they may not read has no card, like what is not there.</summary>
sealed partial class LinkCards(AppDb db)
{
    const int LineLength = 120;

    /// <param name="reader">Null for a visitor who is not signed in.</param>
    public async Task<IReadOnlyList<LinkCard>> OfAsync(IEnumerable<string> paths, Member? reader, CancellationToken stop)
    {
        var cards = new List<LinkCard>();
        foreach (var path in paths.Distinct(StringComparer.Ordinal))
            if (await OfAsync(path, reader, stop) is { } card)
                cards.Add(card);
        return cards;
    }

    async Task<LinkCard?> OfAsync(string path, Member? reader, CancellationToken stop)
    {
        if (Address().Match(path) is not { Success: true } match)
            return null;
        var (folder, key) = (match.Groups["folder"].Value, match.Groups["key"].Value);
        var found = folder switch
        {
            "stories" => await StoryAsync(key, reader, stop),
            "ideas" => await IdeaAsync(key, reader, stop),
            "gatherings" => await GatheringAsync(key, reader, stop),
            "hubs" => await HubAsync(key, stop),
            "members" => await MemberAsync(key, reader, stop),
            "glossary" => await TermAsync(key, stop),
            "resources" => await ResourceAsync(key, stop),
            _ => await ListingAsync(ListingAddress.KindOf(folder)!.Value, key, reader, stop),
        };
        return found is null ? null : new(path, found.Kind, found.Title, SafeMarkdown.Excerpt(found.Line, LineLength), found.Language);
    }

    Task<Found?> StoryAsync(string slug, Member? reader, CancellationToken stop) => db.Stories.VisibleTo(reader).Where(s => db.StorySlugs.Any(one => one.Slug == slug && one.StoryId == s.Id))
        .Select(s => new Found(LinkKind.Story, s.Title, s.Summary, s.Language)).SingleOrDefaultAsync(stop);

    Task<Found?> IdeaAsync(string slug, Member? reader, CancellationToken stop) => db.Ideas.VisibleTo(reader).Where(i => db.IdeaSlugs.Any(one => one.Slug == slug && one.IdeaId == i.Id))
        .Select(i => new Found(LinkKind.Idea, i.Title, i.Summary, i.Language)).SingleOrDefaultAsync(stop);

    async Task<Found?> GatheringAsync(string slug, Member? reader, CancellationToken stop) =>
        await db.Gatherings.AsNoTracking().VisibleTo(reader).Where(g => g.Slug == slug).Select(g => g.Content).SingleOrDefaultAsync(stop) is { } content
            ? new(LinkKind.Gathering, content.Title, content.What, content.Language)
            : null;

    async Task<Found?> ListingAsync(ListingKind kind, string slug, Member? reader, CancellationToken stop)
    {
        if (await db.Listings.AsNoTracking().VisibleTo(reader).Where(l => l.Kind == kind && db.ListingSlugs.Any(one => one.Slug == slug && one.ListingId == l.Id))
            .Select(l => l.Content).SingleOrDefaultAsync(stop) is not { } content)
            return null;
        var words = content.In(PageFrame.Language);
        return new(Enum.Parse<LinkKind>(kind.ToString()), words.Name, words.Summary, content.Words.ContainsKey(PageFrame.Language) ? PageFrame.Language : content.Language);
    }

    async Task<Found?> HubAsync(string slug, CancellationToken stop) =>
        await db.Hubs.AsNoTracking().Standing().SingleOrDefaultAsync(h => db.HubSlugs.Any(one => one.Slug == slug && one.HubId == h.Id), stop) is { } hub
            ? new(LinkKind.Hub, hub.In(PageFrame.Language).Name, hub.In(PageFrame.Language).Purpose, hub.LanguageFor(PageFrame.Language))
            : null;

    /// <summary>Not the place or the organisation, which not everybody may see who may see the rest.</summary>
    Task<Found?> MemberAsync(string handle, Member? reader, CancellationToken stop) => db.Members.VisibleTo(reader).Where(m => m.Handle == handle)
        .Select(m => new Found(LinkKind.Member, m.Name, m.Profile.About.Length > 0 ? m.Profile.About : m.Profile.Brings, m.Language ?? PageFrame.Language)).SingleOrDefaultAsync(stop);

    async Task<Found?> TermAsync(string slug, CancellationToken stop) =>
        await db.GlossaryTerms.AsNoTracking().SingleOrDefaultAsync(t => t.Slug == slug, stop) is { } term
            ? new(LinkKind.Term, term.In(PageFrame.Language).Term, term.In(PageFrame.Language).Plain, term.Words.ContainsKey(PageFrame.Language) ? PageFrame.Language : "en")
            : null;

    async Task<Found?> ResourceAsync(string slug, CancellationToken stop) =>
        await db.Resources.AsNoTracking().SingleOrDefaultAsync(r => r.Slug == slug, stop) is { } resource
            ? new(LinkKind.Resource, resource.In(PageFrame.Language).Title, resource.In(PageFrame.Language).Summary, resource.Words.ContainsKey(PageFrame.Language) ? PageFrame.Language : "en")
            : null;

    // room/links.ts asks for the same.
    [GeneratedRegex(@"^/(?:(?<folder>stories|ideas|gatherings|communities|initiatives|partners|hubs|members)/|(?<folder>glossary|resources)#)(?<key>[a-z0-9_-]{1,120})\z", RegexOptions.CultureInvariant)]
    private static partial Regex Address();

    sealed record Found(LinkKind Kind, string Title, string Line, string Language);
}

/// <param name="Path">As it was asked for.</param>
/// <param name="Line">What it is, in one line; may be empty.</param>
/// <param name="Language">Of title and line.</param>
sealed record LinkCard(string Path, LinkKind Kind, string Title, string Line, string Language);

enum LinkKind
{
    Story,
    Idea,
    Gathering,
    Community,
    Initiative,
    Partner,
    Hub,
    Member,
    Term,
    Resource,
}
