using HealthDoers.Web.Access;
using Microsoft.Extensions.Localization;

namespace HealthDoers.Web.Pages.Rooms.Links;

/// <summary>Cards for the links of messages, asked for by the page of a room once they are in sight.</summary>
static class LinkEndpoint
{
    const int MostAtOnce = 12;

    public static void MapLinkCards(this WebApplication app) => app.MapGet("/link-cards", CardsAsync).AllowAnonymous();

    static async Task<IResult> CardsAsync(string[]? path, HttpResponse response, LinkCards cards, CurrentMember current, IStringLocalizer<LinksText> text, CancellationToken stop)
    {
        // One reader's own: what they may see may change in a minute.
        response.Headers.CacheControl = "private, no-store";
        var found = await cards.OfAsync((path ?? []).Take(MostAtOnce), await current.GetAsync(stop), stop);
        return TypedResults.Ok(found.Select(c => new { c.Path, Kind = c.Kind.ToString(), Says = text[$"Kind{c.Kind}"].Value, c.Title, c.Line, c.Language }));
    }
}
