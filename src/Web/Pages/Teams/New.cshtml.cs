using HealthDoers.Domain.Communities;
using HealthDoers.Domain.Members;
using HealthDoers.Domain.Rooms;
using HealthDoers.Domain.Teams;
using HealthDoers.Domain.Words;
using HealthDoers.Web.Access;
using HealthDoers.Web.Data;
using HealthDoers.Web.Hosting;
using HealthDoers.Web.Look;
using HealthDoers.Web.Pages.Rooms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace HealthDoers.Web.Pages.Teams;

/// <summary>Whoever looks after a community founds a team with it, and opens its room.</summary>
public sealed class NewModel(AppDb db, CurrentMember current, TimeProvider clock, IStringLocalizer<TeamsText> text, IStringLocalizer<RoomsText> rooms) : PageModel, IShownAgain
{
    /// <summary>More than anybody works in, and few enough that nobody can fill the list.</summary>
    const int MostInADay = 3;

    Member _me = null!;

    /// <summary>The communities I may bring.</summary>
    public IReadOnlyList<Listing> Mine { get; private set; } = [];

    [BindProperty]
    public TeamForm Input { get; set; } = new();

    /// <summary>The slug of the community that founds it.</summary>
    [BindProperty(SupportsGet = true), ValidateNever]
    public string? Of { get; set; }

    [BindProperty, ValidateNever]
    public string? Part { get; set; }

    public IEnumerable<SelectListItem> Communities => Mine.Select(l => new SelectListItem(l.Content.In(PageFrame.Language).Name, l.Slug));
    public IEnumerable<SelectListItem> Bonds => TeamForm.Bonds(text);
    public IEnumerable<SelectListItem> Supports => TeamForm.Supports(text);
    public IEnumerable<SelectListItem> Parts => TeamForm.Parts(text);

    public async Task OnGetAsync(CancellationToken stop)
    {
        await LoadAsync(stop);
        Input.Bond = nameof(TeamBond.Focus);
        Part = nameof(TeamPart.Pacesetter);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        await LoadAsync(stop);
        Input.Check(ModelState, text);
        var community = Mine.SingleOrDefault(l => l.Slug == Of);
        if (community is null)
            ModelState.AddModelError(nameof(Of), text["ChooseCommunity"]);
        if (TeamForm.Read<TeamPart>(Part) is null)
            ModelState.AddModelError(nameof(Part), text["ChoosePart"]);
        var since = clock.GetUtcNow().AddDays(-1);
        if (await db.TeamPlaces.CountAsync(p => p.AskedById == _me.Id && p.TakenById == _me.Id && p.AskedAt > since, stop) >= MostInADay)
            ModelState.AddModelError("", text["TooManyTeams"]);
        if (!ModelState.IsValid)
            return this.Refused();
        var now = clock.GetUtcNow();
        var words = Input.WordsIn(PageFrame.Language);
        var part = TeamForm.Read<TeamPart>(Part)!.Value;
        // No address of the room gives the team away, whatever its people make of the room later.
        var room = new Room($"room-{Guid.NewGuid():N}"[..17], words.Language, new(words.Name, words.Shares), RoomAudience.MembersOnly, null, _me, now);
        room.StandingOf(_me)!.TakePartAs(part == TeamPart.Mentor ? RoomParts.Mentor : RoomParts.Pacesetter);
        db.Rooms.Add(room);
        db.RoomAgreements.Add(room.Agree([.. SafeSpace.PointsIn(rooms)], words.Language, _me, now));
        var team = new PeerTeam(await FreeSlugAsync(words.Name, stop), words, Input.With!.Value, community!, part, _me, room.Id, now);
        db.PeerTeams.Add(team);
        await db.SaveAloneAsync(stop);
        return this.Done(TeamAddress.Of(team.Slug) + "/manage", text["TeamFounded"]);
    }

    public Task LoadAgainAsync() => LoadAsync(HttpContext.RequestAborted);

    async Task LoadAsync(CancellationToken stop)
    {
        _me = await current.RequireAsync(stop);
        Mine = await db.Listings.Public(ListingKind.Community).OfTeammate(_me.Id).Include(l => l.Seats).OrderBy(l => l.Name).ToListAsync(stop);
        if (Mine.Count == 1)
            Of ??= Mine[0].Slug;
    }

    async Task<string> FreeSlugAsync(string name, CancellationToken stop)
    {
        var wanted = Slug.From(name, "team");
        for (var n = 1; ; n++)
            if (Slug.Numbered(wanted, n) is var slug && !await db.PeerTeams.AnyAsync(t => t.Slug == slug, stop))
                return slug;
    }
}
