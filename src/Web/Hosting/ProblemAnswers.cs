using HealthDoers.Web.Access;
using Microsoft.AspNetCore.Authorization;

namespace HealthDoers.Web.Hosting;

/// <summary>A program that meets an error reads problem details; a person gets a page.</summary>
static class ProblemAnswers
{
    static readonly Endpoint Nothing = new(
        http =>
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        },
        new(new AllowAnonymousAttribute()), "Nothing here");

    /// <summary>An address that leads nowhere is a 404 for everyone, not a reason to sign in.</summary>
    public static void UseNothingHere(this WebApplication app) => app.Use((http, next) =>
    {
        if (http.GetEndpoint() is null)
            http.SetEndpoint(Nothing);
        return next(http);
    });

    /// <summary>UTF-7 hides what it says, and the framework throws at it; no honest program sends it.</summary>
    public static void UseReadableEncodings(this WebApplication app) => app.Use((http, next) =>
    {
        if (http.Request.ContentType?.Contains("utf-7", StringComparison.OrdinalIgnoreCase) != true)
            return next(http);
        http.Response.StatusCode = StatusCodes.Status415UnsupportedMediaType;
        return Task.CompletedTask;
    });

    /// <summary>A null character in a query says nothing, and PostgreSQL takes none.</summary>
    public static void UseQueriesWithoutNull(this WebApplication app) => app.Use((http, next) =>
    {
        const string Null = "%00";
        var query = http.Request.QueryString.Value;
        if (query?.Contains(Null, StringComparison.Ordinal) == true)
        {
            while (query.Contains(Null, StringComparison.Ordinal))
                query = query.Replace(Null, "", StringComparison.Ordinal);
            http.Request.QueryString = new(query);
        }
        return next(http);
    });

    public static void UseProblemAnswers(this WebApplication app) => app.Use(async (http, next) =>
    {
        await next(http);
        var response = http.Response;
        if (response.StatusCode >= 400 && !response.HasStarted && response.ContentLength is null && response.ContentType is null && Caller.WantsProblem(http))
            await Caller.AnswerAsync(http, response.StatusCode);
    });
}
