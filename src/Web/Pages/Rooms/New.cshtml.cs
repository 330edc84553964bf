using HealthDoers.Domain.Hubs;
using HealthDoers.Domain.Members;
using HealthDoers.Domain.Rooms;
using HealthDoers.Domain.Words;
using HealthDoers.Web.Access;
using HealthDoers.Web.Data;
using HealthDoers.Web.Hosting;
using HealthDoers.Web.Look;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace HealthDoers.Web.Pages.Rooms;

/// <summary>A member opens a room, by themselves or for a hub that they belong to.</summary>
public sealed class NewModel(AppDb db, CurrentMember current, TimeProvider clock, IStringLocalizer<RoomsText> text) : PageModel, IShownAgain
{
    /// <summary>More than anybody looks after, and few enough that nobody can fill the list with rooms.</summary>
    const int MostInADay = 10;

    Member _me = null!;
    List<Hub> _hubs = [];

    [BindProperty]
    public RoomForm Input { get; set; } = new();

    /// <summary>The slug of the hub it is for.</summary>
    [BindProperty(SupportsGet = true), ValidateNever]
    public string? Hub { get; set; }

    public IEnumerable<SelectListItem> Kinds => RoomForm.Kinds(text);

    public IEnumerable<SelectListItem> Hubs =>
        [new(text["ForNoHub"], ""), .. _hubs.Select(h => new SelectListItem(h.In(PageFrame.Language).Name, h.Slug))];

    public bool HasHubs => _hubs.Count > 0;

    public async Task OnGetAsync(CancellationToken stop)
    {
        await LoadAsync(stop);
        Input.Audience = nameof(RoomAudience.MembersOnly);
        Input.Agreement = string.Join('\n', SafeSpace.PointsIn(text));
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        await LoadAsync(stop);
        Input.Check(ModelState, text);
        var hub = _hubs.SingleOrDefault(h => h.Slug == Hub);
        if (!string.IsNullOrEmpty(Hub) && hub is null)
            ModelState.AddModelError(nameof(Hub), text["ChooseHub"]);
        var since = clock.GetUtcNow().AddDays(-1);
        if (await db.RoomMemberships.CountAsync(m => m.MemberId == _me.Id && m.Role == RoomRole.Steward && db.Rooms.Any(r => r.Id == m.RoomId && r.OpenedAt > since), stop) >= MostInADay)
            ModelState.AddModelError("", text["TooManyRooms"]);
        if (!ModelState.IsValid)
            return this.Refused();
        var now = clock.GetUtcNow();
        var room = new Room(await FreeSlugAsync(Input.Words.Name, stop), PageFrame.Language, Input.Words, Input.For!.Value, hub?.Id, _me, now);
        db.Rooms.Add(room);
        if (Input.Points.Count > 0)
            db.RoomAgreements.Add(room.Agree(Input.Points, PageFrame.Language, _me, now));
        await db.SaveAloneAsync(stop);
        return this.Done(RoomAddress.Of(room.Slug), text["RoomIsOpen"]);
    }

    public Task LoadAgainAsync() => LoadAsync(HttpContext.RequestAborted);

    async Task LoadAsync(CancellationToken stop)
    {
        _me = await current.RequireAsync(stop);
        _hubs = await db.Hubs.AsNoTracking().Standing().Where(h => db.HubMemberships.Joined().Any(m => m.HubId == h.Id && m.MemberId == _me.Id)).OrderBy(h => h.Slug).ToListAsync(stop);
    }

    async Task<string> FreeSlugAsync(string name, CancellationToken stop)
    {
        // The address of a private room says nothing, and a taken one does not tell that it is there.
        if (Input.For == RoomAudience.Private)
            return $"room-{Guid.NewGuid():N}"[..17];
        var wanted = Slug.From(name, "room");
        for (var n = 1; ; n++)
            if (Slug.Numbered(wanted, n) is var slug && !await db.Rooms.AnyAsync(r => r.Slug == slug, stop))
                return slug;
    }
}
