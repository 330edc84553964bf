using HealthDoers.Web.Hosting;
using HealthDoers.Web.Look;
using HealthDoers.Web.Map;
using HealthDoers.Web.Places;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HealthDoers.Web.Pages.Map;

/// <summary>The map alone, for a frame on any page. It sets no cookie and shows what a visitor sees, whoever looks.</summary>
[KeptForVisitors(PageArea.Map)]
sealed class EmbedModel(MapKeeper map, Atlas atlas, MapWords words, Assets assets) : PageModel
{
    public MapQuestion Asked { get; private set; } = new();
    public string Drawing { get; private set; } = "";
    public int Total { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        Asked = MapAddress.Read(MapParameters.Of(Request.Query), member: false, out var wrong);
        if (wrong.Count > 0)
            return BadRequest();
        Response.Headers.ContentSecurityPolicy = MapPolicy.Of(HttpContext, embedded: true);
        var answer = (await map.StateAsync(cancellationToken)).Ask(Asked);
        Total = answer.Total;
        var drawing = new MapDrawing(Asked);
        Drawing = drawing.Draw(Clustering.Of(answer, drawing.Zoom, 60 - MarkerTree.LeafSize), assets, atlas, words);
        return Page();
    }
}
