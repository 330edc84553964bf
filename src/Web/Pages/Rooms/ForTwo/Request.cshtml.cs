using HealthDoers.Domain.Members;
using HealthDoers.Domain.Rooms;
using HealthDoers.Web.Access;
using HealthDoers.Web.Data;
using HealthDoers.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace HealthDoers.Web.Pages.Rooms.ForTwo;

/// <summary>A request for a room for two, as the one who answers it or the one who sent it sees it.</summary>
sealed class RequestModel(AppDb db, CurrentMember current, TalkMaking making, TimeProvider clock, IStringLocalizer<ForTwoText> text) : PageModel, IShownAgain
{
    Member _me = null!;

    public TalkRequest Sent { get; private set; } = null!;
    public Member Other { get; private set; } = null!;

    /// <summary>I was asked, and may answer.</summary>
    public bool IsToMe => Sent.ToId == _me.Id;
    public bool IsOpen { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop) => await LoadAsync(id, stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAcceptAsync(Guid id, CancellationToken stop)
    {
        if (!await LoadAsync(id, stop) || !IsToMe)
            return NotFound();
        return this.Done(RoomAddress.Of(await making.AcceptAsync(Sent, stop)), text["Accepted", Other.Name]);
    }

    /// <summary>Nobody is told.</summary>
    public async Task<IActionResult> OnPostDeclineAsync(Guid id, bool forGood, CancellationToken stop)
    {
        if (!await LoadAsync(id, stop))
            return NotFound();
        await making.DropAsync(Sent, _me.Id, forGood, stop);
        return this.Done("/rooms", text[IsToMe ? forGood ? "DeclinedForGood" : "Declined" : "TakenBack"]);
    }

    public Task LoadAgainAsync() => LoadAsync(Guid.Parse((string)RouteData.Values["id"]!), HttpContext.RequestAborted);

    async Task<bool> LoadAsync(Guid id, CancellationToken stop)
    {
        _me = await current.RequireAsync(stop);
        if (await db.TalkRequests.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id && (r.FromId == _me.Id || r.ToId == _me.Id), stop) is not { } sent
            || sent.ToId == _me.Id && !sent.ReachedThem)
            return false;
        Sent = sent;
        var now = clock.GetUtcNow();
        // What is answered or ran out has nothing to show to either.
        IsOpen = IsToMe ? sent.IsOpenAt(now) : sent.SeemsOpenAt(now);
        var otherId = IsToMe ? sent.FromId : sent.ToId;
        Other = await db.Members.AsNoTracking().SingleAsync(m => m.Id == otherId, stop);
        return true;
    }
}
