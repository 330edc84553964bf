using HealthDoers.Web.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.Mvc.Filters;

namespace HealthDoers.Web.Pages.Hubs;

/// <summary>
/// Every page of a hub under an address that it had before, or of a hub that merged into it, leads to the same page of
/// the present one.
/// </summary>
sealed class MovedHubFilter(AppDb db) : IAsyncResultFilter
{
    public async Task OnResultExecutionAsync(ResultExecutingContext context, ResultExecutionDelegate next)
    {
        var (request, stop) = (context.HttpContext.Request, context.HttpContext.RequestAborted);
        if (context.Result is NotFoundResult && (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
            && context.RouteData.Values["slug"] is string slug && await db.PresentAddressAsync(slug, stop) is { } now)
            context.Result = new RedirectResult(now + new PathString(request.Path.Value![HubAddress.Of(slug).Length..]).ToUriComponent() + request.QueryString, permanent: true);
        await next();
    }
}

static class MovedHubs
{
    public static void FollowMovedHubs(this PageConventionCollection pages) =>
        pages.AddFolderApplicationModelConvention("/Hubs", page => page.Filters.Add(new TypeFilterAttribute(typeof(MovedHubFilter))));
}
