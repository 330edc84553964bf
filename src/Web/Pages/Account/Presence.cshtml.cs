using HealthDoers.Web.Access;
using HealthDoers.Web.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace HealthDoers.Web.Pages.Account;

/// <summary>What others see of a member in rooms.</summary>
public sealed class PresenceModel(AppDb db, CurrentMember current, IStringLocalizer<AccountText> text) : PageModel
{
    [BindProperty]
    public bool Presence { get; set; }

    [BindProperty]
    public bool Reading { get; set; }

    public async Task OnGetAsync(CancellationToken stop)
    {
        var me = await current.RequireAsync(stop);
        (Presence, Reading) = (!me.HidesPresence, me.ShowsReading);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        var me = await current.RequireAsync(stop);
        me.BeSeenInRooms(Presence, Reading);
        await db.SaveChangesAsync(stop);
        return this.Done("/account/presence", text["PresenceSaved"]);
    }
}
