namespace HealthDoers.Web.Places;

/// <summary>The files of the base map that build/outlines.mjs draws.</summary>
static class Outlines
{
    public const string World = "world";

    public static readonly string[] Names = [World, "americas", "europe-africa", "asia-pacific"];

    /// <summary>Units from west to east in a file.</summary>
    public static int UnitsOf(string name) => name == World ? 4_096 : 65_536;

    public static string File(string name) => $"outlines-{name}.svg";
}
