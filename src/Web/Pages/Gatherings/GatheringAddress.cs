using System.Globalization;

namespace HealthDoers.Web.Pages.Gatherings;

static class GatheringAddress
{
    public const string All = "/gatherings";

    public static string Of(string slug) => $"{All}/{slug}";

    /// <summary>One of its times.</summary>
    public static string Of(string slug, DateOnly on) => $"{All}/{slug}?on={Day(on)}";

    public static string Day(DateOnly on) => on.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static DateOnly? DayOf(string? typed) =>
        DateOnly.TryParseExact(typed, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
