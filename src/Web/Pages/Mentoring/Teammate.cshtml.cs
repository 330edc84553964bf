using HealthDoers.Domain;
using HealthDoers.Domain.Communities;
using HealthDoers.Domain.Members;
using HealthDoers.Domain.Mentoring;
using HealthDoers.Domain.Rooms;
using HealthDoers.Web.Access;
using HealthDoers.Web.Data;
using HealthDoers.Web.Hosting;
using HealthDoers.Web.Pages.Rooms.Log;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace HealthDoers.Web.Pages.Mentoring;

/// <summary>A pact between communities, as a teammate of one of them comes upon it: they come in knowingly, and are seen there.</summary>
sealed class TeammateModel(AppDb db, CurrentMember current, TimeProvider clock, IStringLocalizer<MentoringText> text) : PageModel, IShownAgain
{
    public Pact Pact { get; private set; } = null!;

    /// <summary>Who is in it for the community that we share.</summary>
    public Member Who { get; private set; } = null!;
    public string Community { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop) => await LoadAsync(id, stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken stop)
    {
        if (!await LoadAsync(id, stop))
            return NotFound();
        var (meId, ofId) = (current.Id!.Value, Pact.Members.First(m => m.MemberId == Who.Id).ListingId!.Value);
        db.ChangeTracker.Clear();
        await db.InTurnAsync(async () =>
        {
            var me = await db.Members.SingleAsync(m => m.Id == meId, stop);
            var pact = await db.Pacts.Include(p => p.Members).SingleAsync(p => p.Id == id, stop);
            if (pact.RoleOf(meId) is not null)
                return false;
            pact.LetIn(me, ofId, clock.GetUtcNow());
            var slug = await db.Rooms.Where(r => r.Id == pact.RoomId).Select(r => r.Slug).SingleAsync(stop);
            var room = (await db.Rooms.LockedAsync(slug, stop))!;
            await db.RoomMemberships.Where(m => m.RoomId == room.Id).LoadAsync(stop);
            if (room.StandingOf(me) is { IsJoined: true })
                return true;
            if (room.WasRemoved(me))
                throw new RuleBrokenException("A steward removed you from this room. Its stewards can invite you again.");
            var stewards = room.Memberships.Where(m => m is { IsJoined: true, Role: RoomRole.Steward }).Select(m => m.MemberId).ToList();
            room.Invite(me, await db.Members.Where(m => stewards.Contains(m.Id)).OrderBy(m => m.Id).FirstAsync(stop), clock.GetUtcNow());
            room.Join(me, false, room.AgreementNumber, clock.GetUtcNow());
            return true;
        }, stop);
        return this.Done(MentoringAddress.OfPact(id), text["YouCameIn"]);
    }

    public Task LoadAgainAsync() => LoadAsync(Guid.Parse((string)RouteData.Values["id"]!), HttpContext.RequestAborted);

    async Task<bool> LoadAsync(Guid id, CancellationToken stop)
    {
        var me = await current.RequireAsync(stop);
        var mine = await db.Listings.AsNoTracking().Public().OfTeammate(me.Id).Select(l => new { l.Id, l.Name }).ToDictionaryAsync(l => l.Id, l => l.Name, stop);
        if (!me.IsActive || await db.Pacts.AsNoTracking().OfCommunities(mine.Keys).Include(p => p.Members).ThenInclude(m => m.Member).SingleOrDefaultAsync(p => p.Id == id, stop) is not { } pact)
            return false;
        Pact = pact;
        var ours = pact.Members.Where(m => m.LeftAt is null && m.ListingId is { } of && mine.ContainsKey(of)).MinBy(m => m.At)!;
        (Who, Community) = (ours.Member, mine[ours.ListingId!.Value]);
        return true;
    }
}
