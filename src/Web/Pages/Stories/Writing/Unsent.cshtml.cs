using HealthDoers.Web.Access;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HealthDoers.Web.Pages.Stories.Writing;

/// <summary>Asks what becomes of text that only this device has, before somebody signs out of it.</summary>
sealed class UnsentModel(CurrentMember current) : PageModel
{
    public string Handle { get; private set; } = "";

    public async Task OnGetAsync(CancellationToken cancellationToken) => Handle = (await current.RequireAsync(cancellationToken)).Handle;
}
