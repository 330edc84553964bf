using HealthDoers.Domain.Communities;
using HealthDoers.Domain.Hubs;
using HealthDoers.Domain.Members;
using HealthDoers.Domain.Stories;
using HealthDoers.Web.Access;
using HealthDoers.Web.Data;
using HealthDoers.Web.Hosting;
using HealthDoers.Web.Look;
using HealthDoers.Web.Pages.Gatherings;
using HealthDoers.Web.Pages.Ideas;
using HealthDoers.Web.Pages.Stories;
using HealthDoers.Web.Pages.Teams;
using HealthDoers.Web.Pages.Visits;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Pages.Communities;

/// <summary>The page of one community, initiative or partner.</summary>
[KeptForVisitors(PageArea.Communities)]
sealed class ProfileModel(AppDb db, CurrentMember current, TopicList topicList, TeamReader teams, ListingGatherings gatherings, CommunityTeams peerTeams, LikeOursReader likeOurs, OfferReader visitOffers, CommunityHelp help) : PageModel
{
    const int MostStories = 20;
    const int MostInside = 200;

    public Listing Listing { get; private set; } = null!;
    public ListingWords Words { get; private set; } = new();

    /// <summary>The language of the words, when it is not the reader's.</summary>
    public string? OtherLanguage { get; private set; }
    public TopicList.Topics Topics { get; private set; } = null!;
    public IReadOnlyList<StoryRow> Stories { get; private set; } = [];
    public IReadOnlyList<GatheringRow> Gatherings { get; private set; } = [];
    /// <summary>Null for what is no community.</summary>
    public TeamsOfCommunity? PeerTeams { get; private set; }
    public IdeasOfListing Ideas { get; private set; } = null!;
    /// <summary>Of a community: those like it.</summary>
    public LikeOursView Like { get; private set; } = new([], []);

    /// <summary>Of a community: where others may come and see, and what both sides let be shown of help.</summary>
    public IReadOnlyList<OfferRow> VisitOffers { get; private set; } = [];
    public HelpOfCommunity Help { get; private set; } = HelpOfCommunity.None;
    public IReadOnlyList<Hub> Hubs { get; private set; } = [];

    /// <summary>The initiatives it has to do with, by what it does there.</summary>
    public IReadOnlyList<TieRow> Ties { get; private set; } = [];

    /// <summary>Of an initiative: communities and partners in it or in anything within it, each once.</summary>
    public IReadOnlyList<ListingRow> Inside { get; private set; } = [];
    public int InsideCount { get; private set; }
    public IReadOnlyList<ListingRow> Parts { get; private set; } = [];
    public ShownTeam Team { get; private set; } = null!;
    public bool CanEdit { get; private set; }
    public bool IsInvited { get; private set; }
    public bool IsSteward { get; private set; }

    public async Task<IActionResult> OnGetAsync(string folder, string slug, CancellationToken cancellationToken)
    {
        var me = await current.GetAsync(cancellationToken);
        if (await db.Under(slug, me).AsNoTracking().Include(l => l.Seats).ThenInclude(s => s.Member).Include(l => l.Initiatives)
            .SingleOrDefaultAsync(cancellationToken) is not { } listing)
            return NotFound();
        if (listing.Slug != slug || ListingAddress.KindOf(folder) != listing.Kind)
            return RedirectPermanent(ListingAddress.Of(listing));
        Listing = listing;
        Words = listing.Content.In(PageFrame.Language);
        OtherLanguage = listing.Content.Words.ContainsKey(PageFrame.Language) ? null : listing.Content.Language;
        Topics = await topicList.GetAsync();
        Team = await teams.ReadAsync(listing, me, cancellationToken);
        (CanEdit, IsSteward) = me is null ? (false, false) : (listing.CanBeEditedBy(me), listing.CanBeStewardedBy(me));
        IsInvited = me is not null && listing.SeatOf(me.Id) is { IsTaken: false };
        await LoadTiesAsync(cancellationToken);
        Stories = (await db.Stories.Public().Where(s => s.ListingId == listing.Id).Newest().Take(MostStories).ToRowsAsync(PageFrame.Language, cancellationToken)).Rows();
        Ideas = await IdeasOfListing.ReadAsync(db, listing.Id, cancellationToken);
        Hubs = await db.Hubs.AsNoTracking().Where(h => db.HubTies.Any(t => t.ListingId == listing.Id && t.HubId == h.Id)).OrderBy(h => h.Slug).ToListAsync(cancellationToken);
        PeerTeams = listing.Kind == ListingKind.Community ? await peerTeams.ReadAsync(listing.Id, CanEdit, cancellationToken) : null;
        if (listing.Kind == ListingKind.Community)
        {
            Like = await likeOurs.ReadAsync(listing.Id, cancellationToken);
            VisitOffers = await visitOffers.OfCommunityAsync(listing.Id, cancellationToken);
            Help = await help.ReadAsync(listing.Id, cancellationToken);
        }
        Gatherings = await gatherings.ReadAsync(listing.Id, cancellationToken);
        return Page();
    }

    async Task LoadTiesAsync(CancellationToken cancellationToken)
    {
        var ids = Listing.Initiatives.Select(t => t.InitiativeId).ToList();
        var initiatives = await db.Listings.AsNoTracking().Public().Where(l => ids.Contains(l.Id))
            .Select(l => new { l.Id, l.Slug, l.Content }).ToDictionaryAsync(l => l.Id, cancellationToken);
        Ties = [.. Listing.Initiatives.Where(t => initiatives.ContainsKey(t.InitiativeId)).OrderBy(t => t.FromYear ?? int.MaxValue).Select(t => new TieRow(
            ListingAddress.Of(ListingKind.Initiative, initiatives[t.InitiativeId].Slug), initiatives[t.InitiativeId].Content.In(PageFrame.Language).Name, t.Role, YearsOf(t.FromYear, t.ToYear)))];
        if (Listing.Kind != ListingKind.Initiative)
            return;
        var within = (await db.ProgramsAsync(cancellationToken)).Within(Listing.Id);
        var inside = db.Listings.Public().InAnyOf([.. within]);
        InsideCount = await inside.CountAsync(l => l.Kind == ListingKind.Community, cancellationToken);
        Inside = await inside.OrderBy(l => l.Kind).ThenBy(l => l.Name).Take(MostInside).ToRowsAsync(cancellationToken);
        Parts = await db.Listings.Public().Where(l => l.Initiatives.Any(t => t.InitiativeId == Listing.Id && t.Role == TieRole.PartOf)).OrderBy(l => l.Name).ToRowsAsync(cancellationToken);
    }

    public static string? YearsOf(int? from, int? to) => (from, to) switch
    {
        (null, null) => null,
        ({ } one, null) => $"{one}–",
        (null, { } last) => $"–{last}",
        ({ } first, { } last) => first == last ? $"{first}" : $"{first}–{last}",
    };
}

sealed record TieRow(string Url, string Name, TieRole Role, string? Years);
