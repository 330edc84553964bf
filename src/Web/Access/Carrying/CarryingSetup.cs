using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HealthDoers.Web.Access.Carrying;

static class CarryingSetup
{
    public static IServiceCollection AddCarriedForms(this IServiceCollection services) =>
        services.AddScoped<TypedBy>().AddScoped<FormCarrier>().AddHostedService<OldForms>();

    /// <summary>Who is back at the page they sent finds what they typed; once it is sent for good, it is let go.</summary>
    public static void UseCarriedForms(this WebApplication app) => app.Use(async (http, next) =>
    {
        var request = http.Request;
        if (!request.Cookies.ContainsKey(FormCarrier.Cookie) || http.User.Identity?.IsAuthenticated != true
            || http.GetEndpoint()?.Metadata.GetMetadata<PageActionDescriptor>() is null)
        {
            await next(http);
            return;
        }
        var carrier = http.RequestServices.GetRequiredService<FormCarrier>();
        if (HttpMethods.IsGet(request.Method) && await carrier.FindAsync(http) is { } typed)
        {
            // Fields are bound from posts only.
            request.Method = HttpMethods.Post;
            request.Form = new FormCollection(typed);
            http.ShowAgain(WhyShownAgain.SignedInAgain);
        }
        var sent = HttpMethods.IsPost(request.Method) && http.WhyShownAgain() is null && await carrier.IsOfAsync(http);
        await next(http);
        if (sent && http.Response.StatusCode == StatusCodes.Status303SeeOther)
            await carrier.DropAsync(http);
    });
}
