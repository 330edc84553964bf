using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HealthDoers.Web.Pages;

static class Refusals
{
    /// <summary>The page again, with what was typed and what to put right: 422.</summary>
    public static PageResult Refused(this PageModel page)
    {
        page.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return page.Page();
    }
}
