using HealthDoers.Domain.Stories;

namespace HealthDoers.Web.Look.Art;

/// <summary>Furrows that run to the horizon, and seedlings between them.</summary>
static class Field
{
    // A furrow is a quadratic curve from the horizon to the edge: how far apart furrows stand there, relative to the horizon.
    const double Bend = 1.53, Spread = 5.5, BendDepth = .42;

    public static void Draw(Pencil pen, EvidenceStanding standing, int? seedlings)
    {
        var (sunX, horizon) = (pen.Width * (pen.IsWide ? .57 : .6), pen.Height * (pen.IsWide ? .47 : .42));
        var radius = pen.Height * (pen.IsWide ? .15 : .1);
        pen.Rising(standing, sunX, horizon, radius);
        Sky(pen, sunX, horizon, radius);
        pen.Ground($"M0 {horizon}H{pen.Width}V{pen.Height}H0Z").Line($"M0 {horizon}H{pen.Width}");
        var gap = pen.Width / (pen.IsWide ? 34 : 9);
        Furrows(pen, sunX, horizon, gap);
        if (pen.IsWide) Sow(pen, sunX, horizon, gap, pen.Middle - 310, pen.Middle + 310, seedlings ?? 40);
    }

    public static void DrawBelow(Pencil pen, int seedlings)
    {
        const double gap = 26;
        pen.Ground($"M0 0H{pen.Width}V{pen.Height}H0Z");
        Furrows(pen, pen.Middle, 0, gap);
        Sow(pen, pen.Middle, 0, gap, 30, pen.Width - 30, seedlings);
    }

    static void Sky(Pencil pen, double sunX, double horizon, double radius)
    {
        double[] heights = pen.IsWide ? [.09, .19, .34, .56, .84] : [.22, .5, .84];
        foreach (var height in heights)
        {
            var y = horizon * (1 - height);
            // The lines stop short of the halo.
            var reach = radius * 2.25;
            var half = horizon - y < reach ? Math.Sqrt(reach * reach - (horizon - y) * (horizon - y)) : 0;
            if (half > 0) pen.Thin($"M0 {y}H{sunX - half}M{sunX + half} {y}H{pen.Width}");
            else pen.Thin($"M0 {y}H{pen.Width}");
        }
    }

    static void Furrows(Pencil pen, double centre, double horizon, double gap)
    {
        var depth = pen.Height - horizon;
        var most = (int)(Math.Max(centre, pen.Width - centre) / gap);
        for (var i = -most; i <= most; i++)
        {
            var x = centre + i * gap;
            if (x < 0 || x > pen.Width) continue;
            pen.Thin($"M{x} {horizon}Q{centre + i * gap * Bend} {horizon + depth * BendDepth} {centre + i * gap * Spread} {pen.Height}");
        }
    }

    static void Sow(Pencil pen, double centre, double horizon, double gap, double left, double right, int seedlings)
    {
        // A shallow field takes fewer rows with more in each, so that no seedling hides another.
        var dense = horizon > 0;
        var rows = horizon > 0 ? 6 : 9;
        var places = Enumerable.Range(0, rows).Select(row => RowOf(.3 + .64 * row / (rows - 1))).ToList();
        var room = places.Sum(row => row.Xs.Count);
        // Each row takes its share of the sum so far: rounding never loses or adds a seedling.
        var (seen, sown) = (0, 0);
        foreach (var (xs, y, size) in places)
        {
            seen += xs.Count;
            var here = Math.Min(xs.Count, (int)Math.Round((double)seedlings * seen / room) - sown);
            sown += here;
            for (var i = 0; i < here; i++) pen.Seedling(xs[(int)((i + .5) * xs.Count / here)], y, size);
        }

        (List<double> Xs, double Y, double Size) RowOf(double t)
        {
            var apart = gap * ((1 - t) * (1 - t) + 2 * t * (1 - t) * Bend + t * t * Spread);
            var depth = 2 * t * (1 - t) * BendDepth + t * t;
            var step = dense ? apart / 2 : apart;
            var size = Math.Min(apart * .3, (pen.Height - horizon) * (horizon > 0 ? .04 + .1 * t : .085));
            var first = Math.Ceiling((left + size - centre) / step - .5);
            var xs = new List<double>();
            for (var i = first; centre + (i + .5) * step <= right - size; i++) xs.Add(centre + (i + .5) * step);
            return (xs, horizon + depth * (pen.Height - horizon), size);
        }
    }
}
