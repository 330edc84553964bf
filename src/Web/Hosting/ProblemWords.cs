using Microsoft.Extensions.Localization;

namespace HealthDoers.Web.Hosting;

/// <summary>Every problem has a title in the language of who asks, and says in a sentence what to do about it.</summary>
static class ProblemWords
{
    public static void Complete(ProblemDetailsContext context)
    {
        var text = context.HttpContext.RequestServices.GetRequiredService<IStringLocalizer<ProblemText>>();
        var problem = context.ProblemDetails;
        var status = problem.Status ?? context.HttpContext.Response.StatusCode;
        if (text[$"Title{status}"] is { ResourceNotFound: false } title)
            problem.Title = title;
        if (problem.Detail is null && text[status >= 500 ? "Detail500" : $"Detail{status}"] is { ResourceNotFound: false } detail)
            problem.Detail = detail;
    }
}
