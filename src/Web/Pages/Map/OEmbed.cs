using System.Net;
using HealthDoers.Web.Look;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Localization;

namespace HealthDoers.Web.Pages.Map;

/// <summary>How other sites embed a view of the map by its address alone (oEmbed 1.0).</summary>
static class OEmbed
{
    const int UsualWidth = 800;
    const int UsualHeight = 560;
    const int Smallest = 200;

    public static void MapOEmbed(this IEndpointRouteBuilder app) => app.MapGet("/oembed", Answer).AllowAnonymous()
        .WithName("oembed").WithSummary("A frame with the map, for sites that embed by address");

    static IResult Answer(PageFrame frame, IConfiguration settings, IStringLocalizer<MapText> text, string? url = null, string? format = null, int? maxwidth = null, int? maxheight = null)
    {
        if (format is not (null or "" or "json"))
            return Results.StatusCode(StatusCodes.Status501NotImplemented);
        var site = frame.Absolute("/", settings);
        if (!Uri.TryCreate(site, url ?? "", out var asked) || asked.Authority != site.Authority || asked.AbsolutePath is not ("/map" or "/map/embed"))
            return Results.NotFound();
        var query = new QueryCollection(QueryHelpers.ParseQuery(asked.Query));
        var question = MapAddress.Read(MapParameters.Of(query), member: false, out var wrong);
        if (wrong.Count > 0)
            return Results.NotFound();
        var (width, height) = (Math.Clamp(maxwidth ?? UsualWidth, Smallest, UsualWidth), Math.Clamp(maxheight ?? UsualHeight, Smallest, UsualHeight));
        var source = new Uri(site, question.Url("/map/embed")).AbsoluteUri;
        return Results.Ok(new
        {
            version = "1.0",
            type = "rich",
            title = text["Title"].Value,
            provider_name = "HealthDoers",
            provider_url = site.AbsoluteUri,
            width,
            height,
            html = $"""<iframe src="{WebUtility.HtmlEncode(source)}" width="{width}" height="{height}" title="{WebUtility.HtmlEncode(text["Title"].Value)}" loading="lazy" allowfullscreen></iframe>""",
        });
    }
}
