using HealthDoers.Domain.Communities;
using HealthDoers.Domain.Gatherings;
using HealthDoers.Domain.Hubs;
using HealthDoers.Domain.Members;
using HealthDoers.Domain.Places;
using HealthDoers.Domain.Rooms;
using HealthDoers.Domain.Stories;
using HealthDoers.Domain.Topics;
using HealthDoers.Web.Access;
using HealthDoers.Web.Data;
using HealthDoers.Web.Hosting;
using HealthDoers.Web.Look;
using HealthDoers.Web.Pages.Hubs;
using HealthDoers.Web.Pages.Stories;
using HealthDoers.Web.Places;
using HealthDoers.Web.Time;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace HealthDoers.Web.Pages.Gatherings.Writing;

/// <summary>A new gathering, or an edit of one.</summary>
sealed class WriteModel(AppDb db, CurrentMember current, Announcing announcing, PlaceReader places, Atlas atlas, TopicList topicList, HubList hubList, TimeProvider clock, IStringLocalizer<GatheringsText> text) : PageModel, IShownAgain
{
    const int MostRooms = 200;

    [BindProperty]
    public GatheringForm Input { get; set; } = new();

    [BindProperty]
    public Guid NewId { get; set; }

    [BindProperty]
    public int SeenVersion { get; set; }

    /// <summary>Null for a new one.</summary>
    public Gathering? Edited { get; private set; }

    bool IsHost { get; set; } = true;

    /// <summary>Somebody else changed these parts while this edit was written.</summary>
    public IReadOnlyList<GatheringPart> Meanwhile { get; private set; } = [];
    public IReadOnlyList<Topic> Topics { get; private set; } = [];

    /// <summary>Where the host may announce it.</summary>
    public IReadOnlyList<Hub> Hubs { get; private set; } = [];
    public IReadOnlyList<Listing> Listings { get; private set; } = [];
    public IReadOnlyList<Room> Rooms { get; private set; } = [];

    public IEnumerable<SelectListItem> ZoneChoices =>
        [new(text["ChooseZone"], ""), .. Zones.Names.Select(z => new SelectListItem(Zones.Spelled(z), z))];

    public async Task<IActionResult> OnGetAsync(string? slug, string? hub, string? of, string? room, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(slug, cancellationToken))
            return NotFound();
        NewId = Guid.CreateVersion7();
        if (Edited is null)
        {
            Input = new() { Language = PageFrame.Language, Spoken = [PageFrame.Language], Hub = hub, Of = of, Room = room };
            return Page();
        }
        SeenVersion = Edited.Version;
        Input = GatheringForm.From(Edited);
        // The true point is the hosts': an editor leaves it as it is, or names another place.
        Input.Where = IsHost && Edited.Place is { } where ? PlaceFields.Of(where, atlas, PageFrame.Language) : Input.Where;
        Input.Hub = Hubs.FirstOrDefault(h => h.Id == Edited.HubId)?.Slug;
        Input.Room = Rooms.FirstOrDefault(r => r.Id == Edited.RoomId)?.Slug;
        Input.Of = Listings.FirstOrDefault(l => l.Id == Edited.ListingId)?.Slug;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string? slug, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(slug, cancellationToken))
            return NotFound();
        var reader = new GatheringReader(Topics, clock.GetUtcNow(), Edited);
        var content = reader.Content(Input);
        var link = reader.Link(Input);
        var schedule = reader.Schedule(Input);
        foreach (var fault in reader.Faults)
            ModelState.AddModelError($"{nameof(Input)}.{fault.Field}", text[fault.Says, fault.With]);
        var place = content.IsInPerson ? await PlaceAsync(cancellationToken) : null;
        var belongs = ReadBelonging();
        if (!ModelState.IsValid || schedule is null)
            return this.Refused();
        var plan = new GatheringPlan(content, schedule, place, content.IsOnline ? link : "");
        var me = await current.RequireAsync(cancellationToken);
        if (Edited is not { } edited)
        {
            var announced = await announcing.AnnounceAsync(NewId == Guid.Empty ? Guid.CreateVersion7() : NewId, plan, me, belongs, cancellationToken);
            return this.Done(GatheringAddress.Of(announced.Slug), text["Announced"]);
        }
        try
        {
            await announcing.EditAsync(edited.Id, plan, me, SeenVersion, belongs, cancellationToken);
            return this.Done(GatheringAddress.Of(edited.Slug), text["Saved"]);
        }
        catch (Exception lost) when (lost is StaleEditException or DbUpdateConcurrencyException)
        {
            return await ShowAgainAsync(slug!, cancellationToken);
        }
    }

    public Task LoadAgainAsync() => LoadAsync(RouteData.Values["slug"] as string, HttpContext.RequestAborted);

    /// <summary>A place that was not touched stays as exact as it was; the form rounds it.</summary>
    async Task<Place?> PlaceAsync(CancellationToken cancellationToken)
    {
        if (!IsHost && Edited is not null && Input.Where.IsEmpty)
            return Edited.Place;
        if (IsHost && Edited?.Place is { } before && PlaceFields.Of(before, atlas, PageFrame.Language) is var shown
            && (shown.Search, shown.Latitude, shown.Longitude, shown.Precision) == (Input.Where.Search, Input.Where.Latitude, Input.Where.Longitude, Input.Where.Precision))
            return before;
        return await places.ReadAsync(Input.Where, "Input.Where", ModelState, cancellationToken);
    }

    Belonging ReadBelonging()
    {
        var (hub, listing) = (Chosen(Hubs, h => h.Slug, Input.Hub, nameof(Input.Hub)), Chosen(Listings, l => l.Slug, Input.Of, nameof(Input.Of)));
        var room = Chosen(Rooms, r => r.Slug, Input.Room, nameof(Input.Room))?.Id;
        // A room that this editor may not enter was another host's choice, and stays.
        if (room is null && Edited?.RoomId is { } before && Rooms.All(r => r.Id != before))
            room = before;
        return new(hub?.Id, listing?.Id, room);
    }

    T? Chosen<T>(IReadOnlyList<T> mine, Func<T, string> slugOf, string? slug, string field) where T : class
    {
        if (string.IsNullOrEmpty(slug))
            return null;
        if (mine.FirstOrDefault(t => slugOf(t) == slug) is { } chosen)
            return chosen;
        ModelState.AddModelError($"{nameof(Input)}.{field}", text["NotYours"]);
        return null;
    }

    async Task<bool> LoadAsync(string? slug, CancellationToken cancellationToken)
    {
        var me = await current.RequireAsync(cancellationToken);
        if (slug is not null)
        {
            Edited = await db.Gatherings.AsNoTracking().VisibleTo(me).Where(g => g.Slug == slug).WithAll().SingleOrDefaultAsync(cancellationToken);
            IsHost = Edited?.IsHostedBy(me) == true;
            if (Edited is null || !Edited.CanBeEditedBy(me) || Edited.Cancellation is not null)
                return false;
        }
        Topics = (await topicList.GetAsync()).In(PageFrame.Language);
        await LoadMineAsync(me, cancellationToken);
        return true;
    }

    async Task LoadMineAsync(Member me, CancellationToken cancellationToken)
    {
        var joined = await db.HubMemberships.Joined().Where(m => m.MemberId == me.Id).Select(m => m.HubId).ToListAsync(cancellationToken);
        Hubs = [.. (await hubList.GetAsync()).InOrder(PageFrame.Language).Where(h => me.IsEditor || joined.Contains(h.Id) || h.Id == Edited?.HubId)];
        var listing = Edited?.ListingId;
        var mine = db.Listings.OfTeammate(me.Id).Select(l => l.Id);
        Listings = await db.Listings.AsNoTracking().Public().Where(l => mine.Contains(l.Id) || l.Id == listing).OrderBy(l => l.Name).ToListAsync(cancellationToken);
        var room = Edited?.RoomId;
        Rooms = await db.Rooms.AsNoTracking().VisibleTo(me).Where(r => r.Closing == null || r.Id == room).Liveliest().Take(MostRooms).ToListAsync(cancellationToken);
    }

    /// <summary>Says what changed meanwhile; saving once more from here is a choice made knowingly.</summary>
    async Task<IActionResult> ShowAgainAsync(string slug, CancellationToken cancellationToken)
    {
        db.ChangeTracker.Clear();
        if (!await LoadAsync(slug, cancellationToken))
            return NotFound();
        Meanwhile = [.. Edited!.Changes.OrderByDescending(c => c.At).Take(Math.Max(1, Edited.Version - SeenVersion)).SelectMany(c => c.Parts).Distinct()];
        SeenVersion = Edited.Version;
        ModelState.Remove(nameof(SeenVersion));
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }
}
