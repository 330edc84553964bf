using HealthDoers.Web.Access;
using HealthDoers.Web.Access.PersonalData;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HealthDoers.Web.Pages.Account;

sealed class DataModel(CurrentMember me, PersonalArchive archive) : PageModel
{
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var member = await me.RequireAsync(cancellationToken);
        Response.Headers.CacheControl = "no-store";
        return File(await archive.MakeAsync(member.Id, cancellationToken), "application/zip", $"healthdoers-{member.Handle}.zip");
    }
}
