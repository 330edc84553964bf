using HealthDoers.Domain;
using HealthDoers.Domain.Stories;
using HealthDoers.Web.Access;
using HealthDoers.Web.Map;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace HealthDoers.Web.Hosting;

/// <summary>
/// Exceptions that are answers, not bugs: a broken rule, a lost race, a request that cannot be read. Pages that keep
/// what was typed meet <see cref="RuleBrokenFilter"/> before this.
/// </summary>
sealed class RefusedRequests(IStringLocalizer<RuleText> text) : IExceptionHandler
{
    const string RetryAfterSeconds = "5";

    public async ValueTask<bool> TryHandleAsync(HttpContext http, Exception exception, CancellationToken cancellationToken)
    {
        var (status, sentence) = exception switch
        {
            RuleBrokenException broken => (StatusCodes.Status409Conflict, text[broken.Message].Value),
            StaleEditException stale => (StatusCodes.Status409Conflict, text[stale.Message].Value),
            DbUpdateConcurrencyException => (StatusCodes.Status409Conflict, text["Somebody else changed this meanwhile."].Value),
            MapNotReadyException waiting => (StatusCodes.Status503ServiceUnavailable, text[waiting.Message].Value),
            BadHttpRequestException bad => (bad.StatusCode, null),
            InvalidDataException => (StatusCodes.Status413PayloadTooLarge, null),
            _ => (0, null),
        };
        if (status == StatusCodes.Status503ServiceUnavailable)
            http.Response.Headers.RetryAfter = RetryAfterSeconds;
        http.Response.StatusCode = status == 0 ? StatusCodes.Status500InternalServerError : status;
        if (Caller.WantsProblem(http))
        {
            await Caller.AnswerAsync(http, http.Response.StatusCode, sentence);
            return true;
        }
        if (status == 0)
            return false;
        http.Items[Sentence] = sentence;
        return true; // with a status and no body: the error page of that status follows
    }

    /// <summary>Under this key the error page finds what to say.</summary>
    public const string Sentence = "refused-sentence";
}
