using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HealthDoers.Web.Pages;

/// <summary>303: what was sent is done; look there. Only to pages of this site.</summary>
sealed class SeeOther(string path) : IResult, IActionResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
        // A header takes ASCII only, and a path may hold what people typed.
        httpContext.Response.Headers.Location = UriHelper.Encode(new Uri(path, UriKind.Relative));
        return Task.CompletedTask;
    }

    public Task ExecuteResultAsync(ActionContext context) => ExecuteAsync(context.HttpContext);
}

static class SeeOtherPage
{
    public const string Notice = "Notice";
    public const string Cookie = "notice";

    /// <summary>The end of a good post. <paramref name="notice"/> is the sentence that the next page shows.</summary>
    public static IActionResult Done(this PageModel page, string path, string? notice = null)
    {
        if (notice is not null)
            page.TempData[Notice] = notice;
        return new SeeOther(path);
    }
}
