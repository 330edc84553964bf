using System.Globalization;
using HealthDoers.Domain.Rooms;
using HealthDoers.Web.Access;
using HealthDoers.Web.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace HealthDoers.Web.Pages.Rooms.Attaching;

static class FileEndpoint
{
    public static void MapRoomFiles(this RouteGroupBuilder writing) => writing.MapPost("files", UploadAsync).DisableAntiforgery()
        .WithMetadata(new RequestSizeLimitAttribute(RoomUploads.RequestLimit), new RequestFormLimitsAttribute { MultipartBodyLengthLimit = RoomUploads.RequestLimit });

    /// <summary>Takes one file for a message that is still being written.</summary>
    static async Task<IResult> UploadAsync(string slug, IFormFile? file, HttpContext http, AppDb db, CurrentMember current, RoomUploads uploads, FileTickets tickets, PostPace pace, IStringLocalizer<AttachingText> text, IStringLocalizer<RoomsText> rooms, CancellationToken stop)
    {
        var me = await current.RequireAsync(stop);
        if (await db.Rooms.AsNoTracking().VisibleTo(me).Include(r => r.Memberships.Where(m => m.MemberId == me.Id)).SingleOrDefaultAsync(r => r.Slug == slug, stop) is not { } room || !room.TakesWordsOf(me))
            return TypedResults.Problem(statusCode: StatusCodes.Status404NotFound);
        if (pace.WaitFor(me.Id) is { } wait)
        {
            http.Response.Headers.RetryAfter = PostPace.Seconds(wait).ToString(CultureInfo.InvariantCulture);
            return TypedResults.Problem(rooms["TooFast", PostPace.Seconds(wait)], statusCode: StatusCodes.Status429TooManyRequests);
        }
        if (file is null)
            return new FieldErrors { { "file", text["NoFile"] } }.ToResult(StatusCodes.Status422UnprocessableEntity);
        var (refusal, kept) = await uploads.KeepAsync(file, me.Id, stop);
        if (kept is null)
            return new FieldErrors { { "file", refusal! } }.ToResult(StatusCodes.Status422UnprocessableEntity);
        var url = FileAddress.Of(kept.File);
        return TypedResults.Created(url, new AttachedFile(tickets.For(kept, me.Id), url, kept.Name, kept.ContentType, kept.Length, kept.Width, kept.Height));
    }
}

static class FileAddress
{
    public static string Of(string hash) => "/files/" + hash;
}
