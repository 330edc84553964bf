using System.ComponentModel;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using HealthDoers.Web.Look;
using HealthDoers.Web.Map;
using HealthDoers.Web.Places;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Localization;

namespace HealthDoers.Web.Pages.Map;

static class MapEndpoints
{
    const int MostFound = 8;
    const int MostNamed = 24;

    public static void MapMap(this IEndpointRouteBuilder app)
    {
        app.MapGet("/api/map/features", FeaturesAsync).AllowAnonymous()
            .WithName("mapFeatures")
            .WithSummary("What the map shows in a view: single things and clusters")
            .WithDescription("At most 60 features. A cluster says how many of each layer it holds and at which zoom it comes apart. Near and regional places are shown where everybody may see them; the true point is never sent.")
            .Produces(StatusCodes.Status200OK, contentType: FeatureWriter.MediaType)
            .ProducesValidationProblem();
        app.MapGet("/api/places", FindPlace).AllowAnonymous()
            .WithName("findPlace")
            .WithSummary("Find a town, region or country by its name, with a slip or two");
        app.MapGet("/api/places/within", PlacesWithin).AllowAnonymous()
            .WithName("placesWithin")
            .WithSummary("The largest towns of a view, to label a map");
        app.MapGet("/map/download.geojson", DownloadGeoJsonAsync).AllowAnonymous();
        app.MapGet("/map/download.csv", DownloadCsvAsync).AllowAnonymous();
    }

    static async Task<IResult> FeaturesAsync([AsParameters] MapParameters asked, HttpContext http, MapKeeper map, IStringLocalizer<MapText> text)
    {
        var question = Read(asked, http, out var wrong);
        if (wrong.Count > 0)
            return Refusal(wrong, text);
        var state = await map.StateAsync(http.RequestAborted);
        http.Response.Headers.CacheControl = "no-store";
        return Results.Bytes(FeatureWriter.Clusters(state.Ask(question), question.Zoom), FeatureWriter.MediaType);
    }

    static IResult FindPlace(Atlas atlas, [Description("What somebody typed.")] string? q = null)
    {
        var found = atlas.Find(q, MostFound);
        return Results.Ok(new { isGuess = found.IsGuess, items = found.Places.Select(place => Item(atlas, place)) });
    }

    static IResult PlacesWithin(Atlas atlas, IStringLocalizer<MapText> text, string? bbox = null)
    {
        if (!MapBox.TryRead(bbox, out var box))
            return Refusal([("bbox", "BoxWrong")], text);
        return Results.Ok(new { items = atlas.LargestTowns(box.Contains, MostNamed).Select(place => Item(atlas, place)) });
    }

    static async Task<IResult> DownloadGeoJsonAsync([AsParameters] MapParameters asked, HttpContext http, MapKeeper map, IStringLocalizer<MapText> text)
    {
        var question = Read(asked, http, out var wrong);
        if (wrong.Count > 0)
            return Refusal(wrong, text);
        var answer = (await map.StateAsync(http.RequestAborted)).Ask(question);
        return Results.Stream(async stream =>
        {
            await using var json = new Utf8JsonWriter(stream, new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
            FeatureWriter.Markers(json, answer.Newest(0, answer.Total));
        }, FeatureWriter.MediaType, "map.geojson");
    }

    static async Task<IResult> DownloadCsvAsync([AsParameters] MapParameters asked, HttpContext http, MapKeeper map, Atlas atlas, PageFrame frame, IConfiguration settings, IStringLocalizer<MapText> text)
    {
        var question = Read(asked, http, out var wrong);
        if (wrong.Count > 0)
            return Refusal(wrong, text);
        var answer = (await map.StateAsync(http.RequestAborted)).Ask(question);
        var site = frame.Absolute("/", settings);
        var language = PageFrame.Language;
        return Results.Stream(async stream =>
        {
            await using var csv = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
            await csv.WriteLineAsync("kind,title,summary,place,latitude,longitude,precision,topics,url");
            foreach (var marker in answer.Newest(0, answer.Total))
                await csv.WriteLineAsync(CsvLine.Of(marker, atlas.Words(marker.Place, language), new Uri(site, marker.Url)));
        }, "text/csv; charset=utf-8", "map.csv");
    }

    static MapQuestion Read(MapParameters asked, HttpContext http, out IReadOnlyList<(string Field, string Reason)> wrong) =>
        MapAddress.Read(asked, http.User.Identity?.IsAuthenticated == true, out wrong);

    static ValidationProblem Refusal(IReadOnlyList<(string Field, string Reason)> wrong, IStringLocalizer<MapText> text) => TypedResults.ValidationProblem(
        wrong.GroupBy(w => w.Field).ToDictionary(field => field.Key, field => field.Select(w => text[w.Reason].Value).Distinct().ToArray()),
        detail: text["AddressWrong"]);

    static object Item(Atlas atlas, int place)
    {
        var gazetteer = atlas.Gazetteer;
        var point = gazetteer.PointOf(place);
        return new
        {
            id = gazetteer.IdOf(place),
            name = atlas.Words(place, PageFrame.Language),
            kind = JsonNamingPolicy.CamelCase.ConvertName(gazetteer.KindOf(place).ToString()),
            latitude = point.Latitude,
            longitude = point.Longitude,
            population = gazetteer.PopulationOf(place),
        };
    }
}
