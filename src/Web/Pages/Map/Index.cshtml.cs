using HealthDoers.Domain.Map;
using HealthDoers.Domain.Places;
using HealthDoers.Domain.Words;
using HealthDoers.Web.Hosting;
using HealthDoers.Web.Look;
using HealthDoers.Web.Map;
using HealthDoers.Web.Pages.Stories;
using HealthDoers.Web.Places;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace HealthDoers.Web.Pages.Map;

[KeptForVisitors(PageArea.Map)]
sealed class IndexModel(MapKeeper map, Atlas atlas, BelongingNames names, MapWords words, Assets assets, TopicList topicList, IStringLocalizer<MapText> text) : PageModel
{
    const int PageSize = 20;
    const int LastPage = 500;
    const int MeaningsOffered = 5;

    // A place opens on this many kilometres around it, or on as many as its nearest few are away.
    const double Closest = 30;
    const double Farthest = 400;
    const int NearestShown = 5;

    public MapQuestion Asked { get; private set; } = new();
    public MapAnswer Answer { get; private set; } = null!;
    public IReadOnlyList<Marker> Rows { get; private set; } = [];
    public IReadOnlyList<string> Refused { get; private set; } = [];
    public TopicList.Topics Topics { get; private set; } = null!;
    public string Drawing { get; private set; } = "";

    /// <summary>The place that was looked for, as typed.</summary>
    public string Place { get; private set; } = "";
    public FoundPlaces Found { get; private set; } = FoundPlaces.None;
    public int Number { get; private set; } = 1;

    /// <summary>The nearest there is, where nothing lies within the view around a place.</summary>
    public Marker? Beyond { get; private set; }
    public int BeyondKilometres { get; private set; }

    public string? Newer => Number > 1 ? PageUrl(Number - 1) : null;
    public string? Older => Number * PageSize < Answer.Total ? PageUrl(Number + 1) : null;
    public IReadOnlyList<int> Meanings => [.. Found.Places.Skip(1).Take(MeaningsOffered)];

    /// <summary>What can be chosen: the hubs and programmes that anything on the map belongs to, by slug and name.</summary>
    public IReadOnlyList<(string Slug, string Name)> Hubs { get; private set; } = [];
    public IReadOnlyList<(string Slug, string Name)> Programmes { get; private set; } = [];

    public string PlaceWords(int place) => atlas.Words(place, PageFrame.Language);

    public string PlaceWords(Marker marker) => atlas.Words(marker.Place, PageFrame.Language);

    public string SignWord(Marker marker) => words.SignOf(marker);

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => ShowAsync(withDrawing: true, cancellationToken);

    /// <summary>The list alone, for a map that was moved.</summary>
    public async Task<IActionResult> OnGetListAsync(CancellationToken cancellationToken)
    {
        await ShowAsync(withDrawing: false, cancellationToken);
        return Partial("_View", this);
    }

    /// <summary>How many of each layer there would be, were all layers shown.</summary>
    public IEnumerable<(MapLayer Layer, int Count, bool IsChosen, string Url)> LayerChoices()
    {
        var all = Asked.Layers.Count == 0 ? Answer : State.Ask(Asked with { Layers = [] });
        foreach (var layer in Enum.GetValues<MapLayer>())
        {
            var isChosen = Asked.Layers.Contains(layer);
            var others = isChosen ? Asked.Layers.Where(l => l != layer) : Asked.Layers.Append(layer).Order();
            yield return (layer, all.CountOf(layer), isChosen, (Asked with { Layers = [.. others] }).Url(also: ("place", Place)));
        }
    }

    MapState State { get; set; } = MapState.Empty;

    async Task<IActionResult> ShowAsync(bool withDrawing, CancellationToken cancellationToken)
    {
        Response.Headers.ContentSecurityPolicy = MapPolicy.Of(HttpContext);
        Topics = await topicList.GetAsync();
        State = await map.StateAsync(cancellationToken);
        Asked = MapAddress.Read(MapParameters.Of(Request.Query), User.Identity?.IsAuthenticated == true, out var wrong);
        Refused = [.. wrong.Select(w => text[w.Reason].Value).Distinct()];
        if (wrong.Count > 0)
            Response.StatusCode = StatusCodes.Status400BadRequest;
        Number = int.TryParse(Request.Query["page"], out var number) ? Math.Clamp(number, 1, LastPage) : 1;
        Place = CleanText.Line(Request.Query["place"]) is { Length: <= PlaceFinder.LongestQuestion } place ? place : "";

        var skip = (Number - 1) * PageSize;
        if (Place.Length > 0 && (Found = atlas.Find(Place, MeaningsOffered + 1)).Places is [var first, ..])
        {
            var middle = atlas.Gazetteer.PointOf(first);
            if (Asked.Box == MapBox.World)
                Asked = Around(first, middle);
            Answer = State.Ask(Asked);
            Rows = Answer.NearestTo(middle, skip, PageSize);
        }
        else
        {
            Answer = State.Ask(Asked);
            Rows = Answer.Newest(skip, PageSize);
        }
        var (hubs, programmes) = State.Belongings();
        Hubs = await names.OfHubsAsync(hubs.Union(Asked.Hubs));
        Programmes = await names.OfProgrammesAsync(programmes.Union(Asked.Programmes), cancellationToken);
        if (withDrawing)
        {
            var drawing = new MapDrawing(Asked);
            Drawing = drawing.Draw(Clustering.Of(Answer, drawing.Zoom, 60 - MarkerTree.LeafSize), assets, atlas, words);
        }
        return Page();
    }

    /// <summary>A view that shows a place and what is nearest to it.</summary>
    MapQuestion Around(int place, GeoPoint middle)
    {
        if (atlas.Gazetteer.KindOf(place) >= PlaceKind.Region)
            return Within(atlas.BoxOf(place));
        var nearest = State.Ask(Asked).NearestTo(middle, 0, NearestShown);
        var ways = nearest.Select(marker => marker.Place.Point.KilometresTo(middle)).Where(way => way <= Farthest).ToList();
        if (ways.Count == 0 && nearest is [var beyond, ..])
            (Beyond, BeyondKilometres) = (beyond, (int)Math.Round(beyond.Place.Point.KilometresTo(middle)));
        return Within(MapBox.Around(middle, Math.Clamp(ways.LastOrDefault() * 1.2, Closest, Farthest * 1.2)));
    }

    MapQuestion Within(MapBox box) => Asked with { Box = box, Zoom = MapAddress.ZoomOf(box) };

    string PageUrl(int number) => Asked.Url(also: [("place", Place), ("page", number == 1 ? null : $"{number}")]);
}
