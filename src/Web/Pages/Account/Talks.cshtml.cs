using HealthDoers.Web.Access;
using HealthDoers.Web.Data;
using HealthDoers.Web.Hosting;
using HealthDoers.Web.Pages.Rooms.Log;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace HealthDoers.Web.Pages.Account;

/// <summary>Whether other members may ask for a room for two, and who may not.</summary>
public sealed class TalksModel(AppDb db, CurrentMember current, IStringLocalizer<AccountText> text) : PageModel, IShownAgain
{
    [BindProperty]
    public bool Wished { get; set; }

    public IReadOnlyList<MessageAuthor> Blocked { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken stop)
    {
        Wished = !(await current.RequireAsync(stop)).RefusesTalks;
        await LoadAgainAsync();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        (await current.RequireAsync(stop)).TakeTalks(Wished);
        await db.SaveChangesAsync(stop);
        return this.Done("/account/talks", text["TalksSaved"]);
    }

    public async Task<IActionResult> OnPostUnblockAsync(string? handle, CancellationToken stop)
    {
        var me = await current.RequireAsync(stop);
        db.RemoveRange(await db.TalkBlocks.Where(b => b.ById == me.Id && db.Members.Any(m => m.Id == b.OtherId && m.Handle == handle)).ToListAsync(stop));
        await db.SaveUnlessDoneAsync(stop);
        return this.Done("/account/talks", text["TalksUnblocked"]);
    }

    public async Task LoadAgainAsync()
    {
        var me = current.Id!.Value;
        Blocked = await db.TalkBlocks.Where(b => b.ById == me).Join(db.Members.Where(m => m.ErasedAt == null), b => b.OtherId, m => m.Id, (_, m) => m)
            .OrderBy(m => m.Name).Select(m => new MessageAuthor(m.Handle, m.Name)).ToListAsync(HttpContext.RequestAborted);
    }
}
