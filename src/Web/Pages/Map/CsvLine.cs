using System.Globalization;
using HealthDoers.Web.Map;

namespace HealthDoers.Web.Pages.Map;

/// <summary>One marker as a line of a table (RFC 4180).</summary>
static class CsvLine
{
    public static string Of(Marker marker, string place, Uri url) => string.Join(',', new[]
    {
        MapAddress.Of(marker.Layer), marker.Title, marker.Summary, place,
        marker.Place.Point.Latitude.ToString(CultureInfo.InvariantCulture), marker.Place.Point.Longitude.ToString(CultureInfo.InvariantCulture),
        marker.Place.Precision.ToString().ToLowerInvariant(), string.Join('|', marker.Topics), url.AbsoluteUri,
    }.Select(Field));

    static string Field(string text)
    {
        // A spreadsheet takes a text that begins so for a formula and runs it. A number may begin with a minus.
        var safe = text.Length > 0 && text[0] is '=' or '+' or '@' or '\t' or '\r' || text.StartsWith('-') && !double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _)
            ? "'" + text : text;
        return safe.AsSpan().IndexOfAny(",\"\r\n") < 0 ? safe : $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
