using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HealthDoers.Web.Access.Carrying;

/// <summary>Why a form is shown with what was typed and yet nothing was done.</summary>
enum WhyShownAgain
{
    /// <summary>The session had ended when it was sent.</summary>
    SignedInAgain,

    /// <summary>The page was opened before signing in or out, so it may not act for whoever is signed in now.</summary>
    OpenTooLong,

    /// <summary>It held a character that no keyboard types, which was taken out.</summary>
    Unreadable,
}

static class ShownAgain
{
    static readonly object Key = new();

    public static WhyShownAgain? WhyShownAgain(this HttpContext http) => http.Items[Key] as WhyShownAgain?;

    public static void ShowAgain(this HttpContext http, WhyShownAgain why) => http.Items[Key] = why;
}

/// <summary>
/// Opens the page as if it were asked for, only that its form is filled in by what was posted: fields are bound, no
/// post is handled, and nothing is judged.
/// </summary>
sealed class ShownAgainFilter : IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context)
    {
        if (context.HttpContext.WhyShownAgain() is not null)
            context.HandlerMethod = context.ActionDescriptor.HandlerMethods.FirstOrDefault(h => HttpMethods.IsGet(h.HttpMethod) && h.Name is null);
        return Task.CompletedTask;
    }

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var http = context.HttpContext;
        if (http.WhyShownAgain() is not { } why)
        {
            await next();
            return;
        }
        foreach (var entry in context.ModelState.Values)
        {
            entry.Errors.Clear();
            entry.ValidationState = ModelValidationState.Skipped;
        }
        var done = await next();
        if (why != WhyShownAgain.SignedInAgain && done.Result is null or PageResult)
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
    }
}
