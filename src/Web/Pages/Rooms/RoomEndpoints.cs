using HealthDoers.Domain.Members;
using HealthDoers.Domain.Rooms;
using HealthDoers.Domain.Words;
using HealthDoers.Web.Access;
using HealthDoers.Web.Data;
using HealthDoers.Web.Hosting;
using HealthDoers.Web.Live;
using HealthDoers.Web.Pages.Rooms.Attaching;
using HealthDoers.Web.Pages.Rooms.Exporting;
using HealthDoers.Web.Pages.Rooms.Jargon;
using HealthDoers.Web.Pages.Rooms.Links;
using HealthDoers.Web.Pages.Rooms.Log;
using HealthDoers.Web.Pages.Rooms.Polls;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace HealthDoers.Web.Pages.Rooms;

/// <summary>The log of a room over HTTP, for our own scripts and for programs.</summary>
static class RoomEndpoints
{
    public static void MapRooms(this WebApplication app)
    {
        var room = app.MapGroup("/rooms/{slug}");
        room.MapGet("messages", ReadAsync).AllowAnonymous();
        room.MapExport();
        app.MapLinkCards();

        var writing = room.MapGroup("").RequireAuthorization().RequireAntiforgeryForCookies();
        writing.MapPost("messages", PostAsync);
        writing.MapPatch("messages/{seq:long}", EditAsync);
        writing.MapDelete("messages/{seq:long}", DeleteAsync);
        writing.MapPut("messages/{seq:long}/reactions/{name}", ReactAsync);
        writing.MapDelete("messages/{seq:long}/reactions/{name}", TakeReactionBackAsync);
        writing.MapPut("read", MarkReadAsync);
        writing.MapWork();
        writing.MapRoomFiles();
        writing.MapPost("preview", PreviewAsync);
        writing.MapCards();
        writing.MapPolls();
    }

    static async Task<IResult> ReadAsync(string slug, HttpRequest request, AppDb db, CurrentMember current, IStringLocalizer<RoomsText> text, CancellationToken cancellationToken)
    {
        var room = await RoomForAsync(db, slug, await current.GetAsync(cancellationToken), cancellationToken);
        if (room is null)
            return TypedResults.Problem(statusCode: StatusCodes.Status404NotFound);
        var errors = new FieldErrors();
        var ask = MessageQuery.Read(request.Query, errors, text);
        return errors.Any
            ? errors.ToResult(StatusCodes.Status400BadRequest)
            : TypedResults.Ok(await ask.ReadAsync(db.Messages, room, cancellationToken));
    }

    static async Task<IResult> PostAsync(string slug, HttpContext http, CurrentMember current, RoomLog log, PostPace pace, AttachedReader attached, IStringLocalizer<RoomsText> text, IStringLocalizer<RuleText> rules, CancellationToken cancellationToken)
    {
        var author = current.Id!.Value;
        if (pace.WaitFor(author) is { } wait)
            return TooFast(http, wait, text);
        var (input, malformed) = await RoomInput.ReadAsync<MessageInput>(http.Request, text, cancellationToken);
        if (malformed is not null)
            return malformed;
        var errors = new FieldErrors();
        var files = attached.Read(input!.Files, author, errors);
        if (input.ToPosting(errors, text, files) is not { } posting)
            return errors.ToResult(StatusCodes.Status422UnprocessableEntity);

        var answer = await log.AppendAsync(slug, author, posting, cancellationToken);
        return answer.Outcome switch
        {
            AppendOutcome.Posted => TypedResults.Created($"/rooms/{slug}#m-{answer.Item!.Seq}", answer.Item),
            AppendOutcome.AlreadyPosted => TypedResults.Ok(answer.Item),
            AppendOutcome.Clash => TypedResults.Problem(text["ClientIdTaken"], statusCode: StatusCodes.Status409Conflict),
            AppendOutcome.Refused => TypedResults.Problem(rules[answer.Refusal!], statusCode: StatusCodes.Status409Conflict),
            _ => TypedResults.Problem(statusCode: StatusCodes.Status404NotFound),
        };
    }

    static async Task<IResult> EditAsync(string slug, long seq, HttpRequest request, AppDb db, CurrentMember current, TimeProvider clock, IStringLocalizer<RoomsText> text, CancellationToken cancellationToken)
    {
        var (input, malformed) = await RoomInput.ReadAsync<EditInput>(request, text, cancellationToken);
        if (malformed is not null)
            return malformed;
        var errors = new FieldErrors();
        errors.CheckBody(new Posting(Guid.Empty, input!.Body ?? "").BodyFault, text);
        if (errors.Any)
            return errors.ToResult(StatusCodes.Status422UnprocessableEntity);
        return Item(await db.ChangeMessageAsync(slug, seq, current.Id!.Value, (message, me) => message.EditBy(me, input.Body!, clock.GetUtcNow()), cancellationToken));
    }

    static async Task<IResult> DeleteAsync(string slug, long seq, AppDb db, CurrentMember current, TimeProvider clock, CancellationToken cancellationToken) =>
        Item(await db.ChangeMessageAsync(slug, seq, current.Id!.Value, (message, me) => message.DeleteBy(me, clock.GetUtcNow()), cancellationToken));

    static Task<IResult> ReactAsync(string slug, long seq, string name, AppDb db, CurrentMember current, TimeProvider clock, IStringLocalizer<RoomsText> text, CancellationToken cancellationToken) =>
        SetReactionAsync(slug, seq, name, true, db, current, clock, text, cancellationToken);

    static Task<IResult> TakeReactionBackAsync(string slug, long seq, string name, AppDb db, CurrentMember current, TimeProvider clock, IStringLocalizer<RoomsText> text, CancellationToken cancellationToken) =>
        SetReactionAsync(slug, seq, name, false, db, current, clock, text, cancellationToken);

    static async Task<IResult> SetReactionAsync(string slug, long seq, string name, bool on, AppDb db, CurrentMember current, TimeProvider clock, IStringLocalizer<RoomsText> text, CancellationToken cancellationToken)
    {
        if (!ReactionNames.Contains(name))
            return new FieldErrors { { "name", text["ReactionUnknown", string.Join(", ", ReactionNames.All)] } }.ToResult(StatusCodes.Status422UnprocessableEntity);
        return Item(await db.ChangeMessageAsync(slug, seq, current.Id!.Value, (message, me) => message.React(me, name, on, clock.GetUtcNow()), cancellationToken));
    }

    static async Task<IResult> MarkReadAsync(string slug, HttpRequest request, AppDb db, CurrentMember current, LiveRooms live, TimeProvider clock, IStringLocalizer<RoomsText> text, CancellationToken cancellationToken)
    {
        var (input, malformed) = await RoomInput.ReadAsync<ReadInput>(request, text, cancellationToken);
        if (malformed is not null)
            return malformed;
        if (input!.Seq is not >= 0)
            return new FieldErrors { { "seq", text["NumberWanted"] } }.ToResult(StatusCodes.Status422UnprocessableEntity);
        var me = await current.RequireAsync(cancellationToken);
        var room = await RoomForAsync(db, slug, me, cancellationToken);
        if (room is null)
            return TypedResults.Problem(statusCode: StatusCodes.Status404NotFound);
        if (input.Topic is not { } given)
        {
            var seq = await Reading.MarkAsync(db, room, me.Id, input.Seq.Value, clock, cancellationToken);
            if (me.ShowsReading)
                live.Read(room.Id, me.Handle, seq);
            return TypedResults.Ok(new { seq });
        }
        var topic = CleanText.Line(given);
        // It may have another name by now; the rest of the room stays as it was.
        if (!await db.Messages.AnyAsync(m => m.RoomId == room.Id && m.Topic == topic, cancellationToken))
            return TypedResults.Problem(statusCode: StatusCodes.Status404NotFound);
        return TypedResults.Ok(new { seq = await Reading.MarkTopicAsync(db, room, topic, current.Id!.Value, input.Seq.Value, cancellationToken) });
    }

    /// <summary>What a message will look like, by the same hand that draws it later.</summary>
    static async Task<IResult> PreviewAsync(HttpRequest request, IStringLocalizer<RoomsText> text, CancellationToken cancellationToken)
    {
        var (input, malformed) = await RoomInput.ReadAsync<EditInput>(request, text, cancellationToken);
        return malformed ?? TypedResults.Ok(new { html = MessagePreview.Of(input!.Body) });
    }

    static Task<Room?> RoomForAsync(AppDb db, string slug, Member? viewer, CancellationToken cancellationToken) =>
        db.Rooms.AsNoTracking().VisibleTo(viewer).SingleOrDefaultAsync(r => r.Slug == slug, cancellationToken);

    /// <summary>As it is now; 404 when there is none for whoever asks.</summary>
    internal static IResult Item(MessageItem? item) =>
        item is null ? TypedResults.Problem(statusCode: StatusCodes.Status404NotFound) : TypedResults.Ok(item);

    static ProblemHttpResult TooFast(HttpContext http, TimeSpan wait, IStringLocalizer<RoomsText> text)
    {
        var seconds = PostPace.Seconds(wait);
        http.Response.Headers.RetryAfter = seconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return TypedResults.Problem(text["TooFast", seconds], statusCode: StatusCodes.Status429TooManyRequests);
    }
}
