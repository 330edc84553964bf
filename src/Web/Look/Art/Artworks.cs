using HealthDoers.Domain.Stories;

namespace HealthDoers.Web.Look.Art;

/// <summary>One drawing for each kind of topic. Each fills a square thumbnail or a wide picture, whose middle a phone shows.</summary>
static class Artworks
{
    /// <summary>A running track: moving, playing, being outside.</summary>
    public static void Track(Pencil pen, Dice dice, EvidenceStanding standing)
    {
        var lanes = pen.IsWide ? 7 : 6;
        var (innerW, innerH) = pen.IsWide ? (250.0, 60.0) : (30.9, 19.2);
        var (outerW, outerH) = pen.IsWide ? (560.0, 310.0) : (83.6, 87.2);
        for (var lane = 0; lane < lanes; lane++)
        {
            var part = (double)lane / (lanes - 1);
            var (w, h) = (innerW + (outerW - innerW) * part, innerH + (outerH - innerH) * part);
            var r = Math.Min(w, h) / 2;
            var (x, y) = (pen.Middle - w / 2, (pen.Height - h) / 2);
            pen.Stroke(lane == 0 || lane == lanes - 1, $"M{x + r} {y}h{w - 2 * r}a{r} {r} 0 0 1 {r} {r}v{h - 2 * r}a{r} {r} 0 0 1 {-r} {r}h{2 * r - w}a{r} {r} 0 0 1 {-r} {-r}v{2 * r - h}a{r} {r} 0 0 1 {r} {-r}Z");
        }
        if (pen.IsWide) Trees(pen, dice);
        var runner = innerW + (outerW - innerW) * dice.Between(.7, .95);
        pen.Dot(standing, pen.Middle + runner / 2 - (pen.IsWide ? 12 : 1), pen.Height / 2, pen.IsWide ? 16 : 6);
    }

    static void Trees(Pencil pen, Dice dice)
    {
        for (var i = 0; i < 10; i++)
        {
            var x = i < 5 ? 30 + i * 54 : pen.Width - 30 - (i - 5) * 54;
            var tall = dice.Between(50, 110);
            pen.Thin($"M{x} {pen.Height - 40}v{-tall}").Circle(dice.OneIn(3), x, pen.Height - 40 - tall - 26, 26);
        }
    }

    /// <summary>Shapes in place of words: newcomers, languages, surveys that everybody can answer.</summary>
    public static void Shapes(Pencil pen, Dice dice, EvidenceStanding standing)
    {
        var step = pen.IsWide ? 60.0 : 20;
        var (columns, rows) = pen.IsWide ? (20, 6) : (5, 5);
        var (left, top) = ((pen.Width - (columns - 1) * step) / 2, (pen.Height - (rows - 1) * step) / 2);
        var (dotColumn, dotRow) = pen.IsWide ? (7 + dice.Below(6), 2 + dice.Below(2)) : (1 + dice.Below(3), 1 + dice.Below(3));
        var size = step * .3;
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns; column++)
            {
                var (x, y) = (left + column * step, top + row * step);
                var strong = dice.OneIn(2);
                if ((column, row) == (dotColumn, dotRow)) pen.Dot(standing, x, y, step * .35);
                else if ((column + row) % 3 == 0) pen.Circle(strong, x, y, size);
                else if ((column + row) % 3 == 1) pen.Stroke(strong, $"M{x - size} {y - size}h{size * 2}v{size * 2}h{-size * 2}Z");
                else pen.Stroke(strong, $"M{x} {y - size}l{size} {size * 2}h{-size * 2}Z");
            }
        }
    }

    /// <summary>Lines that leave a gap: rest, listening, mental health.</summary>
    public static void Pauses(Pencil pen, Dice dice, EvidenceStanding standing)
    {
        var lines = 9;
        var (edge, step) = (pen.Width * .1, pen.Height / 11);
        var (gap, sway) = pen.IsWide ? (120.0, 90.0) : (22.0, 13.0);
        var phase = dice.Between(0, 6);
        var dotLine = 2 + dice.Below(5);
        for (var i = 0; i < lines; i++)
        {
            var y = (i + 1.5) * step;
            var x = pen.Middle + sway * Math.Sin(phase + i * .8) + dice.Between(-sway, sway) * .3;
            pen.Stroke(i % 2 == 1, $"M{edge} {y}H{x - gap / 2}M{x + gap / 2} {y}H{pen.Width - edge}");
            if (i == dotLine) pen.Dot(standing, x, y, pen.IsWide ? 17 : 7);
        }
    }

    /// <summary>A full bowl: food and eating together.</summary>
    public static void Bowl(Pencil pen, Dice dice, EvidenceStanding standing)
    {
        var r = pen.IsWide ? 140.0 : 44;
        var (x, y) = (pen.Middle, pen.Height * (pen.IsWide ? .5 : .52));
        pen.Line($"M{x - r} {y}h{2 * r}a{r} {r} 0 0 1 {-2 * r} 0Z");
        for (var i = 1; i <= 4; i++)
        {
            var down = r * .19 * i;
            var half = Math.Sqrt(r * r - down * down) - r * .06;
            pen.Thin($"M{x - half} {y + down}h{half * 2}");
        }
        var dotLeaf = 2 + dice.Below(2);
        for (var i = 0; i < 6; i++)
        {
            var leafX = x + r * (-.7 + .28 * i);
            var tall = r * dice.Between(.5, .85);
            if (i == dotLeaf) pen.Dot(standing, leafX, y - r * .28, r * (pen.IsWide ? .12 : .16));
            else pen.Line($"M{leafX} {y}q{-r * .2} {-tall / 2} 0 {-tall}q{r * .2} {tall / 2} 0 {tall}");
        }
        if (!pen.IsWide) return;
        pen.Thin($"M0 {y + r + 12}H{pen.Width}");
        foreach (var side in new[] { -1, 1 })
        {
            for (var i = 0; i < 2; i++)
            {
                var plate = x + side * (270 + i * 190);
                pen.Thin($"M{plate - 70} {y + r}q70 {-40} 140 0").Thin($"M{plate - 46} {y + r - 10}h92");
            }
        }
    }

    /// <summary>Seeds around a centre: many people, each with a small part.</summary>
    public static void Seeds(Pencil pen, Dice dice, EvidenceStanding standing)
    {
        var (count, spacing) = pen.IsWide ? (210, 15.0) : (70, 5.6);
        var turn = dice.Between(0, 6);
        for (var i = 6; i < count; i++)
        {
            var (angle, reach) = (turn + i * 2.39996, spacing * Math.Sqrt(i));
            var (x, y) = (pen.Middle + reach * Math.Cos(angle) * (pen.IsWide ? 2.3 : 1), pen.Height / 2 + reach * Math.Sin(angle) * (pen.IsWide ? .78 : 1));
            if (dice.OneIn(6)) pen.Circle(false, x, y, pen.IsWide ? 6 : 2.1);
            else pen.Speck(x, y, pen.IsWide ? 4 : 1.5);
        }
        pen.Dot(standing, pen.Middle, pen.Height / 2, pen.IsWide ? 17 : 7);
    }

    /// <summary>Rings of a tree: ageing, history, what lasts.</summary>
    public static void Rings(Pencil pen, Dice dice, EvidenceStanding standing)
    {
        var (x, y) = (pen.Middle + pen.Height * dice.Between(-.06, .06), pen.Height * dice.Between(.46, .54));
        var rings = pen.IsWide ? 22 : 9;
        var radius = pen.IsWide ? 26.0 : 11;
        for (var i = 0; i < rings; i++)
        {
            // Trees never grow evenly: each ring leans a little its own way.
            var (rx, ry) = (radius * (pen.IsWide ? 1.5 : 1), radius);
            var (leanX, leanY) = (x + radius * dice.Between(-.05, .05), y + radius * dice.Between(-.05, .05));
            pen.Stroke(dice.OneIn(4), $"M{leanX - rx} {leanY}a{rx} {ry} 0 1 0 {rx * 2} 0a{rx} {ry} 0 1 0 {-rx * 2} 0");
            radius += (pen.IsWide ? 16 : 5) * dice.Between(.8, 1.4);
        }
        pen.Dot(standing, x, y, pen.IsWide ? 16 : 6);
    }

    /// <summary>A street of houses: homes, neighbours, whole towns.</summary>
    public static void Houses(Pencil pen, Dice dice, EvidenceStanding standing)
    {
        var (ground, unit) = (pen.Height * .86, pen.IsWide ? 84.0 : 30);
        var count = (int)Math.Ceiling(pen.Width / unit);
        var lit = pen.IsWide ? count / 2 + dice.Below(3) - 1 : 1 + dice.Below(2);
        pen.Line($"M0 {ground}H{pen.Width}");
        for (var i = 0; i < count; i++)
        {
            var (x, wide) = (i * unit + unit * .1, unit * .8);
            var wall = unit * dice.Between(.9, 1.9);
            var roof = unit * dice.Between(.3, .55);
            var top = ground - wall;
            pen.Stroke(i % 2 == 0, $"M{x} {ground}v{-wall}l{wide / 2} {-roof}l{wide / 2} {roof}v{wall}");
            if (i == lit)
            {
                pen.Dot(standing, x + wide / 2, top + wall * .3, pen.IsWide ? 16 : 6);
                continue;
            }
            for (var floor = 0; floor < (int)(wall / unit / .6); floor++)
                pen.Thin($"M{x + wide * .22} {top + unit * (.18 + floor * .55)}h{wide * .2}v{unit * .26}h{-wide * .2}ZM{x + wide * .58} {top + unit * (.18 + floor * .55)}h{wide * .2}v{unit * .26}h{-wide * .2}Z");
        }
    }

    /// <summary>Raised hands: volunteers, votes, people who speak for themselves.</summary>
    public static void Hands(Pencil pen, Dice dice, EvidenceStanding standing)
    {
        var unit = pen.IsWide ? 100.0 : 40;
        var count = (int)(pen.Width / unit);
        var raised = pen.IsWide ? count / 2 + dice.Below(3) - 1 : 1;
        for (var i = 0; i < count; i++)
        {
            var x = (i + .5) * unit;
            var top = pen.Height * (i == raised ? .34 : dice.Between(.44, .6));
            var finger = unit * .13;
            var palm = top + finger * 3.4;
            // One outline: up the arm, over four fingers of different lengths, down the other side; and a thumb.
            pen.Stroke(i % 2 == raised % 2, $"M{x - finger * 1.5} {pen.Height}L{x - finger * 2} {palm}v{-finger * 2.6}a{finger / 2} {finger / 2} 0 0 1 {finger} 0v{finger * 1.7}v{-finger * 2.5}a{finger / 2} {finger / 2} 0 0 1 {finger} 0v{finger * 2.4}v{-finger * 2.1}a{finger / 2} {finger / 2} 0 0 1 {finger} 0v{finger * 2.1}v{-finger * 1.4}a{finger / 2} {finger / 2} 0 0 1 {finger} 0V{palm}L{x + finger * 1.5} {pen.Height}M{x - finger * 2} {palm + finger * .6}q{-finger * 1.3} {-finger * .3} {-finger * 1.5} {-finger * 2}");
            if (i == raised) pen.Dot(standing, x, top - finger * 2.4, pen.IsWide ? 17 : 7);
        }
    }

    /// <summary>Water: rivers, coasts, what moves from place to place.</summary>
    public static void Waves(Pencil pen, Dice dice, EvidenceStanding standing)
    {
        var (lines, length) = pen.IsWide ? (9, 200.0) : (7, 40.0);
        var dotLine = lines / 2 - 1 + dice.Below(2);
        for (var i = 0; i < lines; i++)
        {
            var y = pen.Height * (i + 1.2) / (lines + 1.2);
            var swell = pen.Height * dice.Between(.03, .08);
            var start = -length * dice.Between(0, 1);
            pen.Stroke(i % 3 == 1, $"M{start} {y}q{length / 4} {-swell * 2} {length / 2} 0");
            for (var x = start + length / 2; x < pen.Width; x += length / 2) pen.Stroke(i % 3 == 1, $"t{length / 2} 0");
            if (i == dotLine) pen.Dot(standing, pen.Middle + pen.Height * dice.Between(-.25, .25), y - swell, pen.IsWide ? 17 : 7);
        }
    }

    /// <summary>Ways that meet: partners, care that finds people, programmes that join.</summary>
    public static void Paths(Pencil pen, Dice dice, EvidenceStanding standing)
    {
        var (x, y) = (pen.Middle + pen.Height * dice.Between(-.15, .15), pen.Height * dice.Between(.42, .58));
        var ways = pen.IsWide ? 9 : 6;
        for (var i = 0; i < ways; i++)
        {
            var start = pen.Height * (i + .5) / ways;
            var bend = pen.Height * dice.Between(-.2, .2);
            pen.Stroke(i % 3 == 0, $"M0 {start}C{x * .35} {start + bend} {x * .6} {y} {x} {y}");
            var end = pen.Height * (i + .5 + dice.Between(-.3, .3)) / ways;
            pen.Stroke(i % 3 == 1, $"M{x} {y}C{x + (pen.Width - x) * .4} {y} {x + (pen.Width - x) * .65} {end - bend} {pen.Width} {end}");
        }
        pen.Dot(standing, x, y, pen.IsWide ? 18 : 7);
    }
}
