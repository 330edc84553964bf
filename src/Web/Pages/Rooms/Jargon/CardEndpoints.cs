using System.Globalization;
using HealthDoers.Domain.Rooms;
using HealthDoers.Domain.Words;
using HealthDoers.Web.Access;
using HealthDoers.Web.Data;
using HealthDoers.Web.Pages.Rooms.Log;
using Microsoft.Extensions.Localization;

namespace HealthDoers.Web.Pages.Rooms.Jargon;

/// <summary>Jargon Cards over HTTP. What is answered is the same whether the card was new or not.</summary>
static class CardEndpoints
{
    public static void MapCards(this RouteGroupBuilder writing)
    {
        writing.MapPost("messages/{seq:long}/cards", RaiseAsync);
        writing.MapDelete("messages/{seq:long}/cards/{card:guid}", PutAwayAsync);
    }

    static async Task<IResult> RaiseAsync(string slug, long seq, HttpContext http, CurrentMember current, CardRaising raising, IStringLocalizer<RoomsText> text, IStringLocalizer<JargonText> ofCards, CancellationToken stop)
    {
        var (input, malformed) = await RoomInput.ReadAsync<CardInput>(http.Request, text, stop);
        if (malformed is not null)
            return malformed;
        var word = CleanText.Line(input!.Word);
        if (word.Length > JargonCard.WordLimit)
            return new FieldErrors { { "word", ofCards["WordTooLong", JargonCard.WordLimit] } }.ToResult(StatusCodes.Status422UnprocessableEntity);
        var me = await current.RequireAsync(stop);
        if (await raising.FindAsync(slug, seq, me, stop) is not { } message)
            return RoomEndpoints.Item(null);
        if (await raising.RaiseAsync(message, me, word, input.Named == true, stop) is not { } wait)
            return TypedResults.Accepted((string?)null);
        http.Response.Headers.RetryAfter = PostPace.Seconds(wait).ToString(CultureInfo.InvariantCulture);
        return TypedResults.Problem(ofCards["TooManyCards"], statusCode: StatusCodes.Status429TooManyRequests);
    }

    static async Task<IResult> PutAwayAsync(string slug, long seq, Guid card, AppDb db, CurrentMember current, TimeProvider clock, CancellationToken stop) =>
        RoomEndpoints.Item(await db.ChangeMessageAsync(slug, seq, current.Id!.Value, (message, me) => message.PutCardAway(card, me, clock.GetUtcNow()), stop));
}

/// <param name="Word">As it stands in the message; nothing for the message as a whole.</param>
/// <param name="Named">Whether the card says who raised it.</param>
sealed record CardInput(string? Word, bool? Named);
