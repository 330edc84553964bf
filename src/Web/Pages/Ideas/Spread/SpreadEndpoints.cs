using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using HealthDoers.Domain.Ideas;
using HealthDoers.Domain.Stories;
using HealthDoers.Web.Data;
using HealthDoers.Web.Hosting;
using HealthDoers.Web.Look;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Pages.Ideas.Spread;

/// <summary>The spread tree for spreadsheets and programs, with every adaptation in it.</summary>
static class SpreadEndpoints
{
    static readonly string[] Reading = ["GET", "HEAD"];

    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public static void MapSpread(this IEndpointRouteBuilder app)
    {
        Map(app, "csv", (idea, spread, _) => Results.Bytes(SpreadTable.Write(spread), "text/csv; charset=utf-8", $"{idea.Slug}-spread.csv"));
        Map(app, "json", (idea, spread, site) => Results.Json(Told(idea, spread, site), Json));
    }

    static void Map(IEndpointRouteBuilder app, string ending, Func<Named, SpreadReading, Uri, IResult> write) => app
        .MapMethods($"/ideas/{{slug}}/spread.{ending}", Reading, async (string slug, AppDb db, PageFrame frame, IConfiguration settings, HttpContext http) =>
        {
            var found = await db.Ideas.Public().Where(i => db.IdeaSlugs.Any(s => s.Slug == slug && s.IdeaId == i.Id))
                .Select(i => new Named(i.Id, i.Slug, i.Title, i.Standing)).SingleOrDefaultAsync(http.RequestAborted);
            if (found is not { } idea)
                return Results.NotFound();
            if (idea.Slug != slug)
                return Results.Redirect($"/ideas/{idea.Slug}/spread.{ending}", permanent: true);
            return write(idea, await SpreadReading.ReadAsync(db, idea.Id, http.RequestAborted), frame.Absolute("/", settings));
        })
        .AllowAnonymous()
        .WithMetadata(new KeptForVisitorsAttribute("idea/{slug}"));

    static object Told(Named idea, SpreadReading spread, Uri site) => new
    {
        Idea = new { idea.Title, Url = new Uri(site, IdeaAddress.Of(idea.Slug)), idea.Standing },
        spread.Tree.Generations,
        Adaptations = spread.Tree.All.Count,
        spread.Tree.Stopped,
        Nodes = spread.Tree.All.Select(node =>
        {
            var (adaptation, plan) = (node.Adaptation, node.IsAnonymous ? null : node.Adaptation.Plan);
            return new
            {
                adaptation.Id,
                From = node.From?.Adaptation.Id,
                node.Generation,
                Anonymous = node.IsAnonymous,
                plan?.Who,
                Place = plan?.Place?.Name,
                plan?.WhatWeChange,
                plan?.Prediction,
                node.Standing,
                adaptation.StartedAt,
                Outcomes = adaptation.Outcomes.Select(o => node.IsAnonymous
                    ? new ToldOutcome(o.At, o.Result, null, null, null)
                    : new ToldOutcome(o.At, o.Result, o.Told.WhatHappened, o.Told.Advice, o.Told.Numbers)),
                Story = node.IsAnonymous || spread.StoryOf(node) is not { } story ? null : new Uri(site, "/stories/" + story.Slug),
            };
        }),
    };

    sealed record Named(Guid Id, string Slug, string Title, EvidenceStanding Standing);

    sealed record ToldOutcome(DateTimeOffset At, Result Result, string? WhatHappened, string? Advice, IReadOnlyList<OutcomeNumber>? Numbers);
}

/// <summary>The tree as CSV (RFC 4180), a line each, who taught before who learned.</summary>
static class SpreadTable
{
    static readonly string[] Header = ["id", "from", "generation", "who", "place", "whatTheyChanged", "prediction", "startedAt", "standing", "result", "whatHappened", "advice", "measure", "before", "after", "toldAt", "story"];

    public static byte[] Write(SpreadReading spread)
    {
        var table = new StringBuilder();
        Line(table, Header);
        foreach (var node in spread.Tree.All)
        {
            var (adaptation, latest) = (node.Adaptation, node.Latest);
            var plan = node.IsAnonymous ? new() : adaptation.Plan;
            var told = node.IsAnonymous ? null : latest?.Told;
            var number = told?.Numbers.FirstOrDefault();
            Line(table,
            [
                adaptation.Id.ToString(), node.From?.Adaptation.Id.ToString() ?? "", Put(node.Generation), Safe(plan.Who), Safe(plan.Place?.Name), Safe(plan.WhatWeChange), Safe(plan.Prediction),
                Day(adaptation.StartedAt), Camel(node.Standing), latest is null ? "" : Camel(latest.Result), Safe(told?.WhatHappened), Safe(told?.Advice),
                Safe(number?.What), number?.Before is { } before ? Put(before) : "", number is null ? "" : Put(number.After), latest is null ? "" : Day(latest.At),
                node.IsAnonymous || spread.StoryOf(node) is not { } story ? "" : "/stories/" + story.Slug,
            ]);
        }
        // With a mark of the encoding, for spreadsheets.
        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(table.ToString())];
    }

    static void Line(StringBuilder table, IEnumerable<string> cells) =>
        table.AppendJoin(',', cells.Select(cell => cell.AsSpan().ContainsAny(",\"\r\n") ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell)).Append("\r\n");

    /// <summary>A spreadsheet would run what begins like this.</summary>
    static string Safe(string? text) => text is ['=' or '+' or '-' or '@' or '\t', ..] ? "'" + text : text ?? "";

    static string Camel(Enum value) => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    static string Day(DateTimeOffset at) => at.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    static string Put(IFormattable number) => number.ToString(null, CultureInfo.InvariantCulture);
}
