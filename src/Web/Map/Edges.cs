namespace HealthDoers.Web.Map;

/// <summary>A rectangle in <see cref="Mercator"/>, from left and top to right and bottom.</summary>
readonly record struct Edges(double Left, double Top, double Right, double Bottom)
{
    /// <summary>Around no point at all; with one, it is that one.</summary>
    public static readonly Edges Nothing = new(double.PositiveInfinity, double.PositiveInfinity, double.NegativeInfinity, double.NegativeInfinity);

    public double Width => Right - Left;
    public double Height => Bottom - Top;

    /// <summary>The longer side.</summary>
    public double Reach => Math.Max(Width, Height);

    public static Edges At(double x, double y) => new(x, y, x, y);

    public static Edges Around(ReadOnlySpan<int> run, double[] x, double[] y)
    {
        if (run.Length == 0)
            return default;
        var around = At(x[run[0]], y[run[0]]);
        foreach (var at in run)
            around = around.With(x[at], y[at]);
        return around;
    }

    public Edges With(double x, double y) => new(Math.Min(Left, x), Math.Min(Top, y), Math.Max(Right, x), Math.Max(Bottom, y));

    public Edges With(Edges other) => new(Math.Min(Left, other.Left), Math.Min(Top, other.Top), Math.Max(Right, other.Right), Math.Max(Bottom, other.Bottom));

    public bool Meets(Edges other) => Left <= other.Right && other.Left <= Right && Top <= other.Bottom && other.Top <= Bottom;

    public bool Holds(Edges other) => Left <= other.Left && other.Right <= Right && Top <= other.Top && other.Bottom <= Bottom;
}
