using HealthDoers.Domain.Rooms;
using HealthDoers.Domain.Words;
using HealthDoers.Web.Access;
using HealthDoers.Web.Data;
using HealthDoers.Web.Hosting;
using HealthDoers.Web.Pages.Rooms.ForTwo;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace HealthDoers.Web.Pages.Rooms.Exporting;

/// <summary>Hands a room or one topic of it to any member who reads it, as a file.</summary>
static class ExportEndpoint
{
    static readonly Dictionary<string, string> Types = new()
    {
        ["md"] = "text/markdown; charset=utf-8",
        ["html"] = "text/html; charset=utf-8",
        ["json"] = "application/json",
        ["jsonl"] = "application/x-ndjson",
    };

    public static void MapExport(this RouteGroupBuilder room) =>
        room.MapGet("messages.{format:regex(^(md|html|json|jsonl)$)}", CopyAsync).RequireAuthorization();

    static async Task<IResult> CopyAsync(string slug, string format, HttpRequest request, AppDb db, CurrentMember current, PairNames names, SiteAddress site, TimeProvider clock, IStringLocalizer<ExportText> text, CancellationToken stop)
    {
        var me = await current.RequireAsync(stop);
        if (await db.Rooms.AsNoTracking().VisibleTo(me).SingleOrDefaultAsync(r => r.Slug == slug, stop) is not { } room)
            return Results.NotFound();
        // An empty one is a topic too.
        var topic = request.Query.TryGetValue("topic", out var asked) ? CleanText.Line(asked.ToString()) : null;
        var copy = new TalkCopy(slug, await names.OfAsync(room, me, stop), topic, site.OfThisServer, clock.GetUtcNow(), text);
        var lines = Talk.ReadAsync(db, room, topic, stop);
        Write write = format switch
        {
            "md" => MarkdownTalk.WriteAsync,
            "html" => HtmlTalk.WriteAsync,
            "json" => JsonTalk.WriteAsync,
            _ => JsonTalk.WriteLinesAsync,
        };
        var name = string.IsNullOrEmpty(topic) ? slug : $"{slug}-{Slug.From(topic, "topic")}";
        return Results.Stream(to => write(copy, lines, to, stop), Types[format], $"{name}.{format}");
    }

    delegate Task Write(TalkCopy copy, IAsyncEnumerable<TalkLine> lines, Stream to, CancellationToken stop);
}
