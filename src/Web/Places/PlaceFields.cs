using System.Globalization;
using HealthDoers.Domain.Places;

namespace HealthDoers.Web.Places;

/// <summary>
/// A place in a form, as typed: the part of an <c>Input</c> that <c>&lt;place-picker asp-for="Input.Where" /&gt;</c> draws and
/// <see cref="PlaceReader"/> reads.
/// </summary>
public sealed class PlaceFields
{
    /// <summary>A town, region or country in words.</summary>
    public string Search { get; set; } = "";

    /// <summary>Which place of the gazetteer is meant, where several bear the name.</summary>
    public string Chosen { get; set; } = "";

    // Where the pin was moved to; empty leaves it where the place is.
    public string Latitude { get; set; } = "";
    public string Longitude { get; set; } = "";

    /// <summary>The place that the pin belongs to: whoever names another one starts there anew.</summary>
    public string PinOf { get; set; } = "";

    public Precision Precision { get; set; } = Precision.Near;

    public bool IsEmpty => string.IsNullOrWhiteSpace(Search) && string.IsNullOrWhiteSpace(Latitude) && string.IsNullOrWhiteSpace(Longitude);

    /// <summary>What somebody sees who changes a place of their own.</summary>
    internal static PlaceFields Of(Place place, Atlas atlas, string language)
    {
        var isRegion = place.Precision == Precision.Region;
        var town = isRegion ? -1 : atlas.Gazetteer.Nearest(place.Truth);
        var id = isRegion ? (place.Region.Length > 0 ? place.Region : place.Country) : atlas.Gazetteer.IdOf(town);
        return new()
        {
            Search = isRegion ? atlas.Words(place.Shown, language) : atlas.Words(town, language),
            Chosen = id,
            PinOf = id,
            Latitude = Degrees(place.Truth.Latitude),
            Longitude = Degrees(place.Truth.Longitude),
            Precision = place.Precision,
        };
    }

    internal static string Degrees(double degrees) => degrees.ToString("0.#####", CultureInfo.InvariantCulture);
}
