using HealthDoers.Domain.Stories;

namespace HealthDoers.Web.Pages.Stories.Cards;

/// <summary>
/// The picture that goes with a shared link: a sun on the horizon over furrows, filled as far as the evidence goes.
/// The same for every story of one standing.
/// </summary>
static class StoryCard
{
    const int Width = 1200, Height = 630;
    const double Horizon = 400, Centre = 600, Radius = 130;

    enum Ink : byte { Paper, Ground, Far, Halo, Sun, Line, Dark }

    // The light theme's paper, sunk, halo-far, halo, sun, edge and ink.
    static readonly int[] Palette = [0xF7F4E9, 0xECE8DA, 0xFAE3CB, 0xF6C9A0, 0xD4541A, 0x7D8A80, 0x12302A];

    static readonly Lazy<byte[]>[] Drawn = [.. Enum.GetValues<EvidenceStanding>().Select(standing => new Lazy<byte[]>(() => Draw(standing)))];

    public static byte[] Of(EvidenceStanding standing) => Drawn[(int)standing].Value;

    static byte[] Draw(EvidenceStanding standing)
    {
        var pixels = new byte[Width * Height];
        for (var y = 0; y < Height; y++)
            for (var x = 0; x < Width; x++)
                pixels[y * Width + x] = (byte)(y < Horizon ? Sky(standing, x + .5, y + .5) : Field(x + .5, y + .5));
        return Png.Write(Width, pixels, Palette);
    }

    static Ink Sky(EvidenceStanding standing, double x, double y)
    {
        var (dx, dy) = (x - Centre, y - Horizon);
        var away = Math.Sqrt(dx * dx + dy * dy);
        if (standing == EvidenceStanding.BrightSpot)
        {
            if (away < Radius)
                return Ink.Sun;
            if (away < Radius * 1.5)
                return Ink.Halo;
            if (away < Radius * 2)
                return Ink.Far;
        }
        else if (Math.Abs(away - Radius) < 5)
        {
            return Ink.Dark;
        }
        else if (away < Radius)
        {
            var filled = standing switch { EvidenceStanding.Tested => dx is > 0 and < Radius * .5, EvidenceStanding.Emerging => dx > 0, _ => false };
            return filled ? Ink.Sun : Ink.Paper;
        }
        // The arcs on which the first communities stand.
        return away > Radius * 2.2 && Math.Abs(away % 72 - 36) < 1 ? Ink.Line : Ink.Paper;
    }

    static Ink Field(double x, double y)
    {
        if (y < Horizon + 4)
            return Ink.Dark;
        // Furrows meet far behind the horizon.
        var spread = (y - Horizon + 120) / 120;
        var lane = Math.Abs((x - Centre) / spread % 46);
        return Math.Min(lane, 46 - lane) * spread < 1.2 ? Ink.Line : Ink.Ground;
    }
}
