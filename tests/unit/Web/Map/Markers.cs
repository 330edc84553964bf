using FsCheck;
using FsCheck.Fluent;
using HealthDoers.Domain.Map;
using HealthDoers.Domain.Places;
using HealthDoers.Web.Map;

namespace HealthDoers.Tests.Web.Map;

/// <summary>Made-up markers and questions: crowds at one point, single ones, some behind the date line.</summary>
static class Markers
{
    static readonly string[] Topics = ["food-access", "aging-well", "metrics", "loneliness"];
    static readonly string[] Hubs = ["minnesota", "scotland"];
    static readonly string[] Words = ["garden", "run", "school", "bus", "jardín"];

    internal static Marker Marker(Random dice, int number)
    {
        var (latitude, longitude) = dice.Next(4) switch
        {
            0 => (41.88, -87.84),
            1 => (Math.Round(41.5 + dice.NextDouble(), 4), Math.Round(-88 + dice.NextDouble(), 4)),
            2 => (Math.Round(dice.NextDouble() * 20 - 20, 4), Math.Round(dice.Next(2) == 0 ? 179 + dice.NextDouble() : -180 + dice.NextDouble(), 4)),
            _ => (Math.Round(dice.NextDouble() * 160 - 80, 4), Math.Round(dice.NextDouble() * 360 - 180, 4)),
        };
        var layer = (MapLayer)dice.Next(6);
        return new(Guid.CreateVersion7(), dice.Next(5) == 0 && layer != MapLayer.SiteVisitHost ? [layer, MapLayer.SiteVisitHost] : [layer],
            $"{Words[dice.Next(Words.Length)]} {number}", $"{Words[dice.Next(Words.Length)]}s for everyone", $"/things/{number}",
            new(new(latitude, longitude), Precision.Exact, "Maywood", "US.IL", "US"), DateTimeOffset.UnixEpoch.AddHours(dice.Next(100_000)))
        {
            Topics = [.. Topics.Where(_ => dice.Next(3) == 0)],
            Hubs = [.. Hubs.Where(_ => dice.Next(4) == 0)],
            Programmes = dice.Next(5) == 0 ? ["scale"] : [],
            MembersOnly = dice.Next(6) == 0,
        };
    }

    internal static List<Marker> Many(int seed, int count)
    {
        var dice = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(number => Marker(dice, number))];
    }

    internal static MapQuestion Question(Random dice) => new()
    {
        Box = dice.Next(3) switch
        {
            0 => MapBox.World,
            1 => new(170, -30, -170, 10),
            _ => new(-88.5 + dice.NextDouble(), 41 + dice.NextDouble() / 2, -87 + dice.NextDouble(), 42 + dice.NextDouble()),
        },
        Zoom = dice.Next(21),
        Layers = dice.Next(2) == 0 ? [] : [(MapLayer)dice.Next(3), (MapLayer)(3 + dice.Next(3))],
        Topics = dice.Next(2) == 0 ? [] : [Topics[dice.Next(Topics.Length)], Topics[dice.Next(Topics.Length)]],
        Hubs = dice.Next(3) == 0 ? [Hubs[dice.Next(Hubs.Length)]] : [],
        Programmes = dice.Next(4) == 0 ? ["scale"] : [],
        Words = dice.Next(3) == 0 ? Words[dice.Next(Words.Length)][..3] : "",
        Member = dice.Next(2) == 0,
    };

    /// <summary>A map that changed some times, what must be on it, and a question.</summary>
    internal static Arbitrary<(MapState State, List<Marker> Present, MapQuestion Asked)> Asked => (
        from seed in Gen.Choose(1, int.MaxValue - 1)
        from count in Gen.Choose(0, 400)
        select Changed(new Random(seed), count)).ToArbitrary();

    static (MapState, List<Marker>, MapQuestion) Changed(Random dice, int count)
    {
        var present = Many(dice.Next(), count);
        var state = MapState.Settle(present);
        for (var change = 0; change < 3; change++)
        {
            var moved = present.Where(_ => dice.Next(10) == 0).Select(m => m with { Place = m.Place with { Point = new(dice.Next(-60, 60), dice.Next(-180, 180)) } }).ToList();
            var come = Many(dice.Next(), dice.Next(5));
            var gone = present.Except(moved).Where(_ => dice.Next(12) == 0).Select(m => m.Id).Except(moved.Select(m => m.Id)).ToList();
            state = state.With([.. moved, .. come], gone);
            present = [.. present.Where(m => !gone.Contains(m.Id) && !moved.Exists(n => n.Id == m.Id)), .. moved, .. come];
        }
        return (state, present, Question(dice));
    }
}
