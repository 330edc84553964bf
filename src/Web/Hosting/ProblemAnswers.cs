using HealthDoers.Web.Access;

namespace HealthDoers.Web.Hosting;

/// <summary>A program that meets an error reads problem details; a person gets a page.</summary>
static class ProblemAnswers
{
    public static void UseProblemAnswers(this WebApplication app) => app.Use(async (http, next) =>
    {
        await next(http);
        var response = http.Response;
        if (response.StatusCode >= 400 && !response.HasStarted && response.ContentLength is null && response.ContentType is null && Caller.WantsProblem(http))
            await Caller.AnswerAsync(http, response.StatusCode);
    });
}
