using HealthDoers.Web.Hosting;
using HealthDoers.Web.Look;
using HealthDoers.Web.Map;
using HealthDoers.Web.Pages.Stories;
using HealthDoers.Web.Places;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HealthDoers.Web.Pages.Map;

/// <summary>Hot spots for everyone and, for those who convene, quiet places. Small numbers are hidden in both.</summary>
[KeptForVisitors(PageArea.Map)]
sealed class ActivityModel(MapKeeper map, Atlas atlas, TopicList topicList) : PageModel
{
    /// <summary>Fewer than this are not counted out, so that nobody is singled out.</summary>
    public const int Fewest = 5;
    const int Shown = 20;

    public MapQuestion Asked { get; private set; } = new();
    public TopicList.Topics Topics { get; private set; } = null!;
    public IReadOnlyList<Row> HotSpots { get; private set; } = [];
    public IReadOnlyList<Row> QuietPlaces { get; private set; } = [];
    public bool IsConvener { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Topics = await topicList.GetAsync();
        Asked = MapAddress.Read(MapParameters.Of(Request.Query), User.Identity?.IsAuthenticated == true, out _) with { Box = MapBox.World };
        IsConvener = User.IsInRole(Access.Roles.Editor);
        var answer = (await map.StateAsync(cancellationToken)).Ask(Asked);
        var counts = answer.All().GroupBy(marker => (marker.Place.Region, marker.Place.Country)).ToDictionary(group => group.Key, group => group.Count());
        HotSpots = [.. counts.Where(c => c.Value >= Fewest).OrderByDescending(c => c.Value).ThenBy(c => c.Key.Region, StringComparer.Ordinal).Take(Shown)
            .Select(c => RowOf(c.Key.Region, c.Key.Country, c.Value, 0))];
        if (IsConvener)
            QuietPlaces = Quiet(counts);
    }

    /// <summary>The regions with most people of the countries that have anything on the map, among those with next to nothing.</summary>
    IReadOnlyList<Row> Quiet(Dictionary<(string Region, string Country), int> counts)
    {
        var countries = counts.Keys.Select(key => key.Country).ToHashSet();
        return [.. atlas.Gazetteer.Regions()
            .Select(place => (Region: atlas.Gazetteer.RegionOf(place)!.Code, Country: atlas.Gazetteer.CountryOf(place).Code, People: atlas.Gazetteer.PopulationOf(place)))
            .Where(r => countries.Contains(r.Country) && counts.GetValueOrDefault((r.Region, r.Country)) < Fewest)
            .Take(Shown).Select(r => RowOf(r.Region, r.Country, 0, r.People))];
    }

    Row RowOf(string region, string country, int count, long people)
    {
        var seat = atlas.Gazetteer.Find(region.Length > 0 ? region : country);
        var box = seat < 0 ? MapBox.World : atlas.BoxOf(seat);
        return new(atlas.RegionWords(region, country, PageFrame.Language), count, people, (Asked with { Box = box, Zoom = MapAddress.ZoomOf(box) }).Url());
    }

    /// <param name="People">Those who live in its towns.</param>
    public sealed record Row(string Name, int Count, long People, string Url);
}
