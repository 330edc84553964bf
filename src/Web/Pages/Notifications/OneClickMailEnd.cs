using HealthDoers.Web.Data;
using HealthDoers.Web.Notifying;

namespace HealthDoers.Web.Pages.Notifications;

/// <summary>
/// Where a mail program's own "unsubscribe" leads (RFC 8058): a POST without cookies, so what it brings is the key alone.
/// Who opens the address in a browser instead gets the page that asks first.
/// </summary>
static class OneClickMailEnd
{
    public static void MapOneClickMailEnd(this IEndpointRouteBuilder app)
    {
        app.MapPost(MailEnds.OneClickPath + "{key}", EndAsync).AllowAnonymous().ExcludeFromDescription();
        app.MapGet(MailEnds.OneClickPath + "{key}", (string key) => TypedResults.LocalRedirect("~" + MailEnds.Path + Uri.EscapeDataString(key))).AllowAnonymous().ExcludeFromDescription();
    }

    static async Task<IResult> EndAsync(string key, AppDb db, MailEnds ends, TimeProvider clock, CancellationToken stop)
    {
        if (ends.Open(key) is not { } end)
            return TypedResults.NotFound();
        await MailEnds.EndAsync(db, end, clock.GetUtcNow(), stop);
        return TypedResults.Ok();
    }
}
