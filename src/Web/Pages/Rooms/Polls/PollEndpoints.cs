using HealthDoers.Web.Access;
using HealthDoers.Web.Data;
using HealthDoers.Web.Pages.Rooms.Log;
using Microsoft.Extensions.Localization;

namespace HealthDoers.Web.Pages.Rooms.Polls;

/// <summary>Votes over HTTP. A poll itself is posted with its message.</summary>
static class PollEndpoints
{
    public static void MapPolls(this RouteGroupBuilder writing)
    {
        writing.MapPut("messages/{seq:long}/vote", VoteAsync);
        writing.MapPut("messages/{seq:long}/poll/closed", CloseAsync);
    }

    static async Task<IResult> VoteAsync(string slug, long seq, HttpRequest request, AppDb db, CurrentMember current, IStringLocalizer<RoomsText> text, CancellationToken stop)
    {
        var (input, malformed) = await RoomInput.ReadAsync<VoteInput>(request, text, stop);
        return malformed ?? RoomEndpoints.Item(await db.ChangeMessageAsync(slug, seq, current.Id!.Value, (message, me) => message.VoteBy(me, input!.Ballot ?? []), stop));
    }

    static async Task<IResult> CloseAsync(string slug, long seq, AppDb db, CurrentMember current, TimeProvider clock, CancellationToken stop) =>
        RoomEndpoints.Item(await db.ChangeMessageAsync(slug, seq, current.Id!.Value, (message, me) => message.ClosePollBy(me, clock.GetUtcNow()), stop));
}
