using System.ComponentModel;
using Microsoft.AspNetCore.Mvc;

namespace HealthDoers.Web.Pages.Map;

/// <summary>What an address may say of a question to the map. A value that is given more than once is a list.</summary>
sealed record MapParameters(
    [property: FromQuery, Description("west,south,east,north in degrees; west beyond east crosses the date line. The whole world when left out.")] string? Bbox,
    [property: FromQuery, Description("0 to 20; what lies beyond is taken for the nearest.")] string? Zoom,
    [property: FromQuery, Description("community, initiative, hub, changeAgent, brightSpot, siteVisitHost; all of them when left out.")] string? Layers,
    [property: FromQuery, Description("Slugs of topics.")] string? Topic,
    [property: FromQuery, Description("Slugs of hubs.")] string? Hub,
    [property: FromQuery, Description("Slugs of initiatives.")] string? Programme,
    [property: FromQuery, Description("Words; each has to begin a word of what is found.")] string? Q)
{
    public static MapParameters Of(IQueryCollection query) =>
        new(query["bbox"], query["zoom"], query["layers"], query["topic"], query["hub"], query["programme"], query["q"]);
}
