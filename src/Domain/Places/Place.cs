using System.Text.Json.Serialization;

namespace HealthDoers.Domain.Places;

/// <summary>
/// Where something is, and what others get to see of it. Only its owner's form reads <see cref="Truth"/>; everything
/// else works with <see cref="Shown"/>, which does not have it.
/// </summary>
/// <param name="Truth">As its owner put it.</param>
/// <param name="Public">Where it is shown.</param>
/// <param name="Locality">The town or quarter that may be named; empty when it is shown by region.</param>
/// <param name="Region">Of the state or province, as in GeoNames: "US.IL"; empty where there is none.</param>
/// <param name="Country">ISO 3166-1 code in two letters.</param>
public sealed record Place(GeoPoint Truth, Precision Precision, GeoPoint Public, string Locality, string Region, string Country)
{
    public const int LocalityLimit = 200;

    [JsonIgnore]
    public ShownPlace Shown => new(Public, Precision, Locality, Region, Country);

    /// <summary>A printed place would give the true point to any log.</summary>
    public override string ToString() => $"{nameof(Place)} in {Country}";
}

/// <summary>A place as everyone may see it.</summary>
public sealed record ShownPlace(GeoPoint Point, Precision Precision, string Locality, string Region, string Country);
