using FsCheck;
using FsCheck.Fluent;
using HealthDoers.Domain.Map;
using HealthDoers.Web.Map;
using HealthDoers.Web.Places;

namespace HealthDoers.Tests.Web.Map;

public sealed class MapStateTests
{
    /// <summary>The question, answered one marker at a time.</summary>
    static bool Answers(Marker marker, MapQuestion asked) =>
        (asked.Member || !marker.MembersOnly)
        && asked.Box.Contains(marker.Place.Point)
        && (asked.Layers.Count == 0 || asked.Layers.Any(marker.Layers.Contains))
        && (asked.Topics.Count == 0 || asked.Topics.Any(marker.Topics.Contains))
        && (asked.Hubs.Count == 0 || asked.Hubs.Any(marker.Hubs.Contains))
        && (asked.Programmes.Count == 0 || asked.Programmes.Any(marker.Programmes.Contains))
        && (asked.Words.Length == 0 || $" {PlaceName.Fold(marker.Title)} {PlaceName.Fold(marker.Summary)}".Contains(" " + PlaceName.Fold(asked.Words), StringComparison.Ordinal));

    [Fact]
    public void Map_and_list_say_the_same_under_every_filter_and_after_every_change() => Prop.ForAll(Markers.Asked, made =>
    {
        var (state, present, asked) = made;
        var expected = present.Where(m => Answers(m, asked)).ToList();
        var answer = state.Ask(asked);

        Assert.Equal(expected.Count, answer.Total);
        Assert.Equal(expected.Select(m => m.Id).Order(), answer.All().Select(m => m.Id).Order());
        Assert.Equal(expected.OrderByDescending(m => m.At).ThenBy(m => m.Id).Select(m => m.Id).Take(50), answer.Newest(0, 50).Select(m => m.Id));
        foreach (var layer in Enum.GetValues<MapLayer>())
            Assert.Equal(expected.Count(m => m.Layers.Contains(layer)), answer.CountOf(layer));

        var clusters = Clustering.Of(answer, asked.Zoom, 52);
        Assert.True(clusters.Count <= 60);
        Assert.Equal(expected.Count, clusters.Sum(c => c.Count));
        foreach (var layer in Enum.GetValues<MapLayer>())
            Assert.Equal(expected.Count(m => m.Layers.Contains(layer)), clusters.Sum(c => c.CountOf(layer)));
        foreach (var single in clusters.Where(c => c.Count == 1))
            Assert.Contains(single.Only!.Id, expected.Select(m => m.Id));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Pages_of_the_list_follow_each_other_without_a_gap_or_a_double()
    {
        var state = MapState.Settle(Markers.Many(3, 300)).With(Markers.Many(4, 40), []);
        var answer = state.Ask(new() { Member = true });
        var paged = Enumerable.Range(0, 18).SelectMany(page => answer.Newest(page * 20, 20)).Select(m => m.Id).ToList();
        Assert.Equal(340, paged.Count);
        Assert.Equal(340, paged.Distinct().Count());
    }

    [Fact]
    public void Clusters_on_the_screen_do_not_touch_unless_they_are_too_many()
    {
        var answer = MapState.Settle(Markers.Many(5, 40)).Ask(new() { Member = true });
        var clusters = Clustering.Of(answer, 5, 52);
        foreach (var one in clusters)
            foreach (var other in clusters.Where(c => c != one && c.Count <= one.Count))
                Assert.True(Mercator.Pixels(double.Hypot(
                    Mercator.X(one.Point.Longitude) - Mercator.X(other.Point.Longitude), Mercator.Y(one.Point.Latitude) - Mercator.Y(other.Point.Latitude)), 5) > Cluster.Radius / 2.0);
    }

    [Fact]
    public void A_cluster_comes_apart_at_the_zoom_it_names()
    {
        var answer = MapState.Settle(Markers.Many(6, 400)).Ask(new() { Member = true });
        foreach (var cluster in Clustering.Of(answer, 2, 52).Where(c => c.Count > 1 && c.Around.Reach > 1e-6))
            Assert.True(Mercator.Pixels(cluster.Around.Reach, cluster.ExpansionZoom(2)) > Cluster.Radius || cluster.ExpansionZoom(2) == MapQuestion.HighestZoom);
    }

    [Fact]
    public void What_stands_in_two_layers_is_counted_once()
    {
        var host = Markers.Many(1, 1)[0] with { Layers = [MapLayer.Community, MapLayer.SiteVisitHost], MembersOnly = false };
        var answer = MapState.Settle([host]).Ask(new() { Layers = [MapLayer.Community, MapLayer.SiteVisitHost] });
        Assert.Equal(1, answer.Total);
        Assert.Equal((1, 1), (answer.CountOf(MapLayer.Community), answer.CountOf(MapLayer.SiteVisitHost)));
    }

    [Fact]
    public void An_earlier_state_goes_on_answering_while_a_later_one_is_made()
    {
        var before = MapState.Settle(Markers.Many(7, 50));
        var gone = before.Ask(new() { Member = true }).All().First().Id;
        var after = before.With([], [gone]);
        Assert.Equal((50, 49), (before.Ask(new() { Member = true }).Total, after.Ask(new() { Member = true }).Total));
    }
}
