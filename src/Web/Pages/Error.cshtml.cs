using HealthDoers.Web.Hosting;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HealthDoers.Web.Pages;

/// <summary>What a person reads when a page cannot be shown. Whatever the method was, this only answers.</summary>
sealed class ErrorModel : PageModel
{
    public string Title { get; private set; } = "Error500";

    /// <summary>A sentence of the rule that was broken.</summary>
    public string? Sentence => HttpContext.Items[RefusedRequests.Sentence] as string;

    /// <summary>Where to try again what may go well in a moment; null elsewhere.</summary>
    public string? Again => Title == "Error503" && HttpContext.Features.Get<IStatusCodeReExecuteFeature>() is { } asked ? asked.OriginalPath + asked.OriginalQueryString : null;

    public bool IsMissing => Title == "Error404";

    // Read from the route by hand: binding would read the form, and that may be what went wrong.
    public void OnGet()
    {
        var known = int.TryParse(RouteData.Values["status"] as string, out var status) ? status : StatusCodes.Status404NotFound;
        Title = known switch
        {
            400 => "Error400",
            401 or 403 or 404 or 405 => "Error404",
            409 => "Error409",
            413 => "Error413",
            429 => "Error429",
            503 => "Error503",
            _ => known < 500 ? "Error400" : "Error500",
        };
        // Asked for by its own address, it is no page.
        Response.StatusCode = Response.StatusCode == StatusCodes.Status200OK ? StatusCodes.Status404NotFound : Response.StatusCode;
    }
}
