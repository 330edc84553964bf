using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HealthDoers.Web.Pages;

static class SeeOtherResult
{
    /// <summary>303: a good post leads on to a page that is safe to load again.</summary>
    public static IActionResult SeeOther(this PageModel page, string path)
    {
        page.Response.Headers.Location = path;
        return new StatusCodeResult(StatusCodes.Status303SeeOther);
    }
}
