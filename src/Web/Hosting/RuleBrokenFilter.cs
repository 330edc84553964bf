using HealthDoers.Domain;
using HealthDoers.Web.Access;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace HealthDoers.Web.Hosting;

/// <summary>A page that shows more than its form loads it here before it is shown again with what was typed.</summary>
public interface IShownAgain
{
    Task LoadAgainAsync();
}

/// <summary>A broken rule shows the same page again: 409, the sentence, and everything typed still there.</summary>
sealed class RuleBrokenFilter(IStringLocalizer<RuleText> text) : IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var done = await next();
        if (done.Exception is not RuleBrokenException broken || done.ExceptionHandled
            || context.HandlerInstance is not PageModel page || HttpMethods.IsGet(context.HttpContext.Request.Method) || Caller.WantsProblem(context.HttpContext))
            return;
        done.ExceptionHandled = true;
        page.ModelState.AddModelError("", text[broken.Message]);
        if (page is IShownAgain shown)
            await shown.LoadAgainAsync();
        page.Response.StatusCode = StatusCodes.Status409Conflict;
        done.Result = page.Page();
    }
}
