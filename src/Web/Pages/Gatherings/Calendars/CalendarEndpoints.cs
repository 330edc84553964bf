using HealthDoers.Domain.Gatherings;
using HealthDoers.Web.Access;
using HealthDoers.Web.Data;
using HealthDoers.Web.Hosting;
using HealthDoers.Web.Look;
using HealthDoers.Web.Pages.Hubs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace HealthDoers.Web.Pages.Gatherings.Calendars;

static class CalendarEndpoints
{
    static readonly string[] Reading = ["GET", "HEAD"];

    public static void MapCalendars(this IEndpointRouteBuilder app)
    {
        app.MapMethods("/gatherings/calendar.ics", Reading, PublicAsync).AllowAnonymous().ExcludeFromDescription().WithMetadata(new KeptForVisitorsAttribute(PageArea.Gatherings));
        app.MapMethods("/gatherings/{slug}/calendar.ics", Reading, OneAsync).AllowAnonymous().ExcludeFromDescription();
        app.MapMethods("/calendars/{key}.ics", Reading, PrivateAsync).AllowAnonymous().ExcludeFromDescription();
    }

    /// <summary>What everybody may know, narrowed as the list is.</summary>
    static async Task<IResult> PublicAsync(HttpContext http, AppDb db, CalendarReading reading, CalendarWriter writer, PageFrame frame, IConfiguration settings, IStringLocalizer<GatheringsText> text)
    {
        var gatherings = GatheringFilter.From(http.Request.Query).Narrow(db, db.Gatherings.Public());
        return Send(writer.Write(text["CalendarTitle"], await reading.WholeAsync(gatherings, null, http.RequestAborted), frame.Absolute("/", settings), PageFrame.Language));
    }

    static async Task<IResult> OneAsync(HttpContext http, string slug, AppDb db, CurrentMember current, CalendarReading reading, CalendarWriter writer, PageFrame frame, IConfiguration settings)
    {
        var viewer = await current.GetAsync(http.RequestAborted);
        var one = db.Gatherings.VisibleTo(viewer).Where(g => g.Slug == slug);
        if (await one.Select(g => g.Title).SingleOrDefaultAsync(http.RequestAborted) is not { } title)
            return Results.NotFound();
        http.Response.Headers.CacheControl = "private, no-cache";
        return Send(writer.Write(title, await reading.WholeAsync(one, viewer?.Id, http.RequestAborted), frame.Absolute("/", settings), PageFrame.Language), slug);
    }

    /// <summary>Whoever knows the address reads it, as with any private calendar; a wrong one is like none.</summary>
    static async Task<IResult> PrivateAsync(HttpContext http, string key, AppDb db, CalendarReading reading, CalendarWriter writer, HubList hubs, PageFrame frame, IConfiguration settings, IStringLocalizer<GatheringsText> text)
    {
        var hash = Secret.HashOf(key);
        if (await db.CalendarKeys.AsNoTracking().SingleOrDefaultAsync(k => k.Hash == hash && db.Members.Any(m => m.Id == k.MemberId && m.ErasedAt == null && m.Suspension == null), http.RequestAborted) is not { } calendar)
            return Results.NotFound();
        http.Response.Headers.CacheControl = "private, no-cache";
        var id = calendar.TargetId;
        var gatherings = db.Gatherings.Public();
        var (name, entries) = calendar.Kind switch
        {
            CalendarOf.Hub => ((await hubs.GetAsync()).Find(id)?.In(PageFrame.Language).Name,
                await reading.WholeAsync(gatherings.Where(g => g.HubId == id), calendar.MemberId, http.RequestAborted)),
            CalendarOf.Listing => (await db.Listings.Where(l => l.Id == id).Select(l => l.Name).SingleOrDefaultAsync(http.RequestAborted),
                await reading.WholeAsync(gatherings.Where(g => g.ListingId == id), calendar.MemberId, http.RequestAborted)),
            _ => (null, await reading.OfMemberAsync(calendar.MemberId, http.RequestAborted)),
        };
        return Send(writer.Write(name ?? text["MineCalendar"], entries, frame.Absolute("/", settings), PageFrame.Language));
    }

    static IResult Send(byte[] calendar, string? file = null) => Results.File(calendar, CalendarWriter.MediaType, file is null ? null : $"{file}.ics");
}
