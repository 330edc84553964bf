using HealthDoers.Domain.Places;
using HealthDoers.Web.Data;
using HealthDoers.Web.Map;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Places;

/// <summary>Knows the world by the gazetteer: turns a true point and the wish of its owner into a <see cref="Place"/>, and a place into words.</summary>
sealed class Atlas(IDbContextFactory<AppDb> dbs) : IDisposable
{
    readonly PlaceFinder _finder = new(Gazetteer.OfThisBuild);
    readonly SemaphoreSlim _one = new(1);
    byte[]? _key;

    public Gazetteer Gazetteer { get; } = Gazetteer.OfThisBuild;

    public Residents Residents { get; } = new(Gazetteer.OfThisBuild);

    public FoundPlaces Find(string? question, int most, bool guesses = true) => _finder.Find(question, most, guesses);

    /// <summary>Around nearly all towns of a region or country; the farthest islands are left out.</summary>
    public MapBox BoxOf(int place)
    {
        const double left = 0.01, room = 0.08;
        var (whole, points) = (Gazetteer.Places[place], new List<GeoPoint>());
        for (var other = 0; other < Gazetteer.Count; other++)
            if (Gazetteer.Places[other] is { Kind: PlaceKind.Town } town && (whole.Kind == PlaceKind.Region ? town.Region == whole.Region : town.Country == whole.Country))
                points.Add(Gazetteer.PointOf(other));
        var (south, north) = Reach([.. points.Select(t => t.Latitude).Order()]);
        var (west, east) = Reach([.. points.Select(t => t.Longitude).Order()]);
        return new(Math.Max(-180, west), Math.Max(-90, south), Math.Min(180, east), Math.Min(90, north));

        static (double, double) Reach(double[] sorted)
        {
            var (from, to) = (sorted[(int)((sorted.Length - 1) * left)], sorted[(int)((sorted.Length - 1) * (1 - left))]);
            var more = Math.Max(0.1, (to - from) * room);
            return (from - more, to + more);
        }
    }

    /// <summary>Towns are numbered from the largest on.</summary>
    public List<int> LargestTowns(Func<GeoPoint, bool> within, int most)
    {
        var towns = new List<int>(most);
        for (var place = 0; place < Gazetteer.Count && towns.Count < most; place++)
            if (Gazetteer.KindOf(place) == PlaceKind.Town && within(Gazetteer.PointOf(place)))
                towns.Add(place);
        return towns;
    }

    /// <param name="named">The gazetteer's place that its owner named, for a place shown exactly; otherwise the nearest town.</param>
    public async Task<Place> PlaceAsync(GeoPoint truth, Precision precision, int? named = null, CancellationToken cancellationToken = default) => precision switch
    {
        Precision.Near => Near(truth, await KeyAsync(cancellationToken)),
        Precision.Region => InRegion(truth, named),
        _ => Exactly(truth, named),
    };

    /// <summary>"Maywood, Illinois, United States", as far as it may be said.</summary>
    public string Words(ShownPlace place, string language)
    {
        var parts = new List<string>(3);
        if (place.Locality.Length > 0)
            parts.Add(place.Locality);
        if (Gazetteer.AreaOf(place.Region)?.In(language) is { } region && region != place.Locality)
            parts.Add(region);
        if (Gazetteer.AreaOf(place.Country)?.In(language) is { } country && country != parts.LastOrDefault())
            parts.Add(country);
        return string.Join(", ", parts);
    }

    /// <summary>A place of the gazetteer in words.</summary>
    public string Words(int place, string language)
    {
        var region = Gazetteer.RegionOf(place);
        return Words(new ShownPlace(default, Precision.Exact, Gazetteer.KindOf(place) <= PlaceKind.Section ? Gazetteer.NameOf(place) : "",
            region?.Code ?? "", Gazetteer.CountryOf(place).Code), language);
    }

    public string RegionWords(string region, string country, string language) => Words(new ShownPlace(default, Precision.Region, "", region, country), language);

    Place Exactly(GeoPoint truth, int? named)
    {
        var town = named ?? Gazetteer.Nearest(truth);
        return Named(truth, Precision.Exact, truth, town, Gazetteer.KindOf(town) <= PlaceKind.Section ? Gazetteer.NameOf(town) : "");
    }

    /// <summary>The name, too, follows from the cell alone: the town nearest to the true point would tell more.</summary>
    Place Near(GeoPoint truth, byte[] key)
    {
        var cell = Nearness.CellOf(truth, Residents.Of);
        var town = Residents.LargestIn(cell);
        return Named(truth, Precision.Near, Nearness.ShownPointOf(cell, key), town, Gazetteer.NameOf(town));
    }

    /// <summary>Shown in the middle of the region's people, wherever in it the true point is.</summary>
    Place InRegion(GeoPoint truth, int? named)
    {
        var town = named ?? Gazetteer.Nearest(truth);
        var seat = Gazetteer.Find(Gazetteer.RegionOf(town)?.Code);
        if (seat < 0 || Gazetteer.KindOf(town) == PlaceKind.Country)
            seat = Gazetteer.Find(Gazetteer.CountryOf(town).Code);
        return Named(truth, Precision.Region, Gazetteer.PointOf(seat), seat, "");
    }

    Place Named(GeoPoint truth, Precision precision, GeoPoint shown, int place, string locality) =>
        new(truth, precision, shown, locality, Gazetteer.RegionOf(place)?.Code ?? "", Gazetteer.CountryOf(place).Code);

    async Task<byte[]> KeyAsync(CancellationToken cancellationToken)
    {
        if (_key is not null)
            return _key;
        await _one.WaitAsync(cancellationToken);
        try
        {
            return _key ??= await PlaceKey.ReadAsync(dbs, cancellationToken);
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();
}
