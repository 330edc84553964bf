using HealthDoers.Domain.Rooms;
using HealthDoers.Domain.Words;
using HealthDoers.Web.Access;
using HealthDoers.Web.Data;
using HealthDoers.Web.Pages.Rooms.Log;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace HealthDoers.Web.Pages.Rooms;

/// <summary>What turns talk into work: marks, pins, stars and topics of single messages.</summary>
static class WorkEndpoints
{
    /// <summary>Put it there, or take it away.</summary>
    static readonly string[] OnOrOff = [HttpMethods.Put, HttpMethods.Delete];

    public static void MapWork(this RouteGroupBuilder writing)
    {
        var message = writing.MapGroup("messages/{seq:long}");
        message.MapPut("mark", MarkAsync);
        message.MapDelete("mark", UnmarkAsync);
        message.MapPut("mark/done", FinishAsync);
        message.MapDelete("mark/done", TakeUpAgainAsync);
        message.MapMethods("pin", OnOrOff, PinAsync);
        message.MapMethods("star", OnOrOff, StarAsync);
        message.MapPut("topic", MoveAsync);
    }

    static async Task<IResult> MarkAsync(string slug, long seq, HttpRequest request, AppDb db, CurrentMember current, TimeProvider clock, IStringLocalizer<RoomsText> text, CancellationToken stop)
    {
        var (input, malformed) = await RoomInput.ReadAsync<MarkInput>(request, text, stop);
        if (malformed is not null)
            return malformed;
        var errors = new FieldErrors();
        if (await Marking.ReadAsync(db, input!, errors, text, stop) is not { } marking)
            return errors.ToResult(StatusCodes.Status422UnprocessableEntity);
        return RoomEndpoints.Item(await marking.OnAsync(db, slug, seq, current.Id!.Value, clock.GetUtcNow(), stop));
    }

    static async Task<IResult> UnmarkAsync(string slug, long seq, AppDb db, CurrentMember current, CancellationToken stop) =>
        RoomEndpoints.Item(await db.ChangeMessageAsync(slug, seq, current.Id!.Value, (message, me) => message.UnmarkBy(me), stop));

    static async Task<IResult> FinishAsync(string slug, long seq, AppDb db, CurrentMember current, TimeProvider clock, CancellationToken stop) =>
        RoomEndpoints.Item(await db.ChangeMessageAsync(slug, seq, current.Id!.Value, (message, me) => message.FinishBy(me, true, clock.GetUtcNow()), stop));

    static async Task<IResult> TakeUpAgainAsync(string slug, long seq, AppDb db, CurrentMember current, TimeProvider clock, CancellationToken stop) =>
        RoomEndpoints.Item(await db.ChangeMessageAsync(slug, seq, current.Id!.Value, (message, me) => message.FinishBy(me, false, clock.GetUtcNow()), stop));

    static async Task<IResult> PinAsync(string slug, long seq, HttpRequest request, AppDb db, CurrentMember current, TimeProvider clock, CancellationToken stop) =>
        RoomEndpoints.Item(await db.ChangeMessageAsync(slug, seq, current.Id!.Value, (message, me) => message.PinBy(me, IsOn(request), clock.GetUtcNow()), stop));

    /// <summary>A star is one's own: no number of the room, no event, nothing that others could see.</summary>
    static async Task<IResult> StarAsync(string slug, long seq, HttpRequest request, AppDb db, CurrentMember current, TimeProvider clock, CancellationToken stop)
    {
        var on = IsOn(request);
        var me = await current.RequireAsync(stop);
        var id = await db.Messages.Where(m => m.Seq == seq && m.Deletion == null && db.Rooms.VisibleTo(me).Any(r => r.Id == m.RoomId && r.Slug == slug))
            .Select(m => (Guid?)m.Id).SingleOrDefaultAsync(stop);
        if (id is null)
            return RoomEndpoints.Item(null);
        var star = await db.Stars.SingleOrDefaultAsync(s => s.MemberId == me.Id && s.MessageId == id, stop);
        if (on && star is null)
            db.Stars.Add(new(id.Value, me.Id, clock.GetUtcNow()));
        else if (!on && star is not null)
            db.Stars.Remove(star);
        await db.SaveUnlessDoneAsync(stop);
        return TypedResults.Ok(new { seq, starred = on });
    }

    static async Task<IResult> MoveAsync(string slug, long seq, HttpRequest request, AppDb db, CurrentMember current, TimeProvider clock, IStringLocalizer<RoomsText> text, CancellationToken stop)
    {
        var (input, malformed) = await RoomInput.ReadAsync<MoveInput>(request, text, stop);
        if (malformed is not null)
            return malformed;
        if (CleanText.Line(input!.Topic).Length > Posting.TopicLimit)
            return new FieldErrors { { "topic", text["TopicTooLong", Posting.TopicLimit] } }.ToResult(StatusCodes.Status422UnprocessableEntity);
        return RoomEndpoints.Item(await db.ChangeMessageAsync(slug, seq, current.Id!.Value, (message, me) => message.MoveTo(input.Topic ?? "", me, clock.GetUtcNow()), stop));
    }

    static bool IsOn(HttpRequest request) => HttpMethods.IsPut(request.Method);
}
