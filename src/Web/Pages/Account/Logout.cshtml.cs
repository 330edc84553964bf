using HealthDoers.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace HealthDoers.Web.Pages.Account;

sealed class LogoutModel(Sessions sessions, OwnAccount own, IStringLocalizer<AccountText> text) : PageModel
{
    public async Task<IActionResult> OnPostAsync()
    {
        await sessions.EndAsync();
        return this.Done("/account/login", text["SignedOut"]);
    }

    public async Task<IActionResult> OnPostEverywhereAsync(CancellationToken cancellationToken)
    {
        await sessions.EndAllAsync(await own.GetAsync(cancellationToken), cancellationToken);
        await sessions.EndAsync();
        return this.Done("/account/login", text["SignedOutEverywhere"]);
    }
}
