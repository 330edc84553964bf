using HealthDoers.Domain.Members;
using HealthDoers.Domain.Mentoring;
using HealthDoers.Web.Access;
using HealthDoers.Web.Data;
using HealthDoers.Web.Hosting;
using HealthDoers.Web.Notifying;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace HealthDoers.Web.Pages.Mentoring;

/// <summary>A request, as the one who answers it or the one who sent it sees it.</summary>
sealed class RequestModel(AppDb db, CurrentMember current, PactMaking making, TimeProvider clock, IStringLocalizer<MentoringText> text) : PageModel, IShownAgain
{
    Member _me = null!;

    public MentoringRequest Sent { get; private set; } = null!;
    public Member Other { get; private set; } = null!;

    /// <summary>I was asked, and may answer.</summary>
    public bool IsToMe => Sent.ToId == _me.Id;
    public bool IsOpen { get; private set; }

    /// <summary>I would be the mentor.</summary>
    public bool IMentor { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop) => await LoadAsync(id, stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAcceptAsync(Guid id, CancellationToken stop)
    {
        if (!await LoadAsync(id, stop) || !IsToMe)
            return NotFound();
        return this.Done(MentoringAddress.OfPact(await making.AcceptAsync(id, _me.Id, stop)), text["PactMade"]);
    }

    /// <summary>Nobody is told.</summary>
    public async Task<IActionResult> OnPostDeclineAsync(Guid id, CancellationToken stop)
    {
        if (!await LoadAsync(id, stop))
            return NotFound();
        await making.DropAsync(id, _me.Id, stop);
        // A no raises no event, and its notice has to go all the same.
        await SettledNews.MarkAsync(db, clock.GetUtcNow(), stop);
        return this.Done("/mentoring", text[IsToMe ? "Declined" : "TakenBack"]);
    }

    public Task LoadAgainAsync() => LoadAsync(Guid.Parse((string)RouteData.Values["id"]!), HttpContext.RequestAborted);

    async Task<bool> LoadAsync(Guid id, CancellationToken stop)
    {
        _me = await current.RequireAsync(stop);
        if (await db.MentoringRequests.SingleOrDefaultAsync(r => r.Id == id && (r.FromId == _me.Id || r.ToId == _me.Id), stop) is not { } sent)
            return false;
        // What is answered or ran out has nothing to show to either.
        IsOpen = sent.FromId == _me.Id ? sent.SeemsOpenAt(clock.GetUtcNow()) : sent.IsOpenAt(clock.GetUtcNow());
        Sent = sent;
        var otherId = sent.FromId == _me.Id ? sent.ToId : sent.FromId;
        Other = await db.Members.AsNoTracking().SingleAsync(m => m.Id == otherId, stop);
        IMentor = await db.MentoringWishes.AnyAsync(w => w.Id == sent.OfferId && w.MemberId == _me.Id, stop);
        return true;
    }
}
