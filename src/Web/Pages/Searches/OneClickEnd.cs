using HealthDoers.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Pages.Searches;

/// <summary>
/// Where a mail program's own "unsubscribe" leads (RFC 8058): a POST without cookies, so what it brings is the key alone.
/// Who opens the address in a browser instead gets the page that asks first.
/// </summary>
static class OneClickEnd
{
    const string Path = "/searches/end-now/";

    public static string Address(string site, string key) => site + Path + key;

    public static void MapOneClickEnd(this IEndpointRouteBuilder app)
    {
        app.MapPost(Path + "{key}", EndAsync).AllowAnonymous().ExcludeFromDescription();
        app.MapGet(Path + "{key}", (string key) => TypedResults.LocalRedirect($"~/searches/end/{Uri.EscapeDataString(key)}")).AllowAnonymous().ExcludeFromDescription();
    }

    static async Task<IResult> EndAsync(string key, AppDb db, SavedSearchKeys keys, WriteGate gate, CancellationToken stop)
    {
        if (keys.EndedBy(key) is not { } id)
            return TypedResults.NotFound();
        if (await db.SavedSearches.AsNoTracking().SingleOrDefaultAsync(s => s.Id == id, stop) is { } search)
            await db.EndAsync(search, gate, stop);
        return TypedResults.Ok();
    }
}
