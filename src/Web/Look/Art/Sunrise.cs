using HealthDoers.Domain.Stories;

namespace HealthDoers.Web.Look.Art;

static class Sunrise
{
    const double Centre = 280, Horizon = 250;

    static readonly (double Radius, int Share)[] arcs = [(120, 3), (158, 6), (196, 7), (234, 8)];

    public static string Draw(IReadOnlyList<EvidenceStanding> points, string? label)
    {
        var pen = new Pencil(560, 250);
        pen.Rising(EvidenceStanding.BrightSpot, Centre, Horizon, 42);
        foreach (var (radius, _) in arcs) pen.Thin($"M{Centre - radius} {Horizon}a{radius} {radius} 0 0 1 {radius * 2} 0");
        var dice = new Dice("sunrise");
        var shares = arcs.Sum(arc => arc.Share);
        var (placed, share) = (0, 0);
        foreach (var (radius, part) in arcs)
        {
            share += part;
            var until = points.Count * share / shares;
            var here = until - placed;
            for (var i = 0; i < here; i++, placed++)
            {
                var angle = Math.PI * (i + .5 + dice.Between(-.18, .18)) / here;
                pen.Dot(points[placed], Centre + radius * Math.Cos(angle), Horizon - radius * Math.Sin(angle), 5.7);
            }
        }
        return pen.Finish(label);
    }
}
