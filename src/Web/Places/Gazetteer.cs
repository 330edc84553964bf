using System.Collections.Frozen;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using HealthDoers.Domain.Places;

namespace HealthDoers.Web.Places;

enum PlaceKind : byte
{
    Town,

    /// <summary>A part of a town, whose people are counted there.</summary>
    Section,
    Region,
    Country,
}

/// <summary>
/// Every place of 500 people and more, with regions and countries, largest first. Made by build/gazetteer.mjs from
/// GeoNames (CC BY 4.0) and read where it lies, without being taken apart.
/// </summary>
sealed class Gazetteer
{
    const int NoRegion = ushort.MaxValue;
    const double Unit = 1e-5;

    readonly byte[] _bytes;
    readonly Head _head;
    readonly FrozenDictionary<string, Named> _regionNamed, _countryNamed;
    readonly FrozenDictionary<string, int> _seats;
    readonly TownsByLatitude _towns;
    readonly int _ids, _latitudes, _longitudes, _populations, _names, _keyPlaces, _keys, _regions, _countries, _kinds, _nameText, _keyText;

    Gazetteer(byte[] bytes)
    {
        _bytes = bytes;
        var headLength = BitConverter.ToInt32(bytes);
        _head = JsonSerializer.Deserialize<Head>(bytes.AsSpan(sizeof(int), headLength), JsonSerializerOptions.Web)!;
        var at = sizeof(int) + (headLength + 3) / 4 * 4;
        int Part(int length) => (at += length) - length;
        _ids = Part(Count * sizeof(int));
        _latitudes = Part(Count * sizeof(int));
        _longitudes = Part(Count * sizeof(int));
        _populations = Part(Count * sizeof(int));
        _names = Part((Count + 1) * sizeof(int));
        _keyPlaces = Part(KeyCount * sizeof(int));
        _keys = Part((KeyCount + 1) * sizeof(int));
        _regions = Part(Count * sizeof(ushort));
        _countries = Part(Count * sizeof(ushort));
        _kinds = Part(Count);
        _nameText = Part(Ints(_names, Count + 1)[Count]);
        _keyText = Part(Ints(_keys, KeyCount + 1)[KeyCount]);
        _regionNamed = Regions.ToFrozenDictionary(region => region.Code);
        _countryNamed = Countries.ToFrozenDictionary(country => country.Code);
        _towns = new([.. Enumerable.Range(0, Count).Where(place => KindOf(place) <= PlaceKind.Section)], Ints(_latitudes, Count), Ints(_longitudes, Count), Unit);
        _seats = Enumerable.Range(0, Count).Where(place => KindOf(place) >= PlaceKind.Region).ToFrozenDictionary(IdOf);
    }

    public static Gazetteer Load()
    {
        var file = Path.Combine(AppContext.BaseDirectory, "Places", "gazetteer.generated.bin");
        return File.Exists(file)
            ? new(File.ReadAllBytes(file))
            : throw new InvalidOperationException($"The gazetteer is missing: {file}. Build the Web project again.");
    }

    public int Count => _head.Places;
    public int KeyCount => _head.Keys;
    public IReadOnlyList<Named> Countries => _head.Countries;
    public IReadOnlyList<Named> Regions => _head.Regions;

    public Named? RegionNamed(string code) => _regionNamed.GetValueOrDefault(code);

    public Named? CountryNamed(string code) => _countryNamed.GetValueOrDefault(code);

    public GeoPoint PointOf(int place) => new(Math.Round(Ints(_latitudes, Count)[place] * Unit, 5), Math.Round(Ints(_longitudes, Count)[place] * Unit, 5));

    public int PopulationOf(int place) => Ints(_populations, Count)[place];

    public PlaceKind KindOf(int place) => (PlaceKind)_bytes[_kinds + place];

    public Named? RegionOf(int place) => Shorts(_regions)[place] is var region and not NoRegion ? Regions[region] : null;

    public Named CountryOf(int place) => Countries[Shorts(_countries)[place]];

    public string NameOf(int place)
    {
        var offsets = Ints(_names, Count + 1);
        return Encoding.UTF8.GetString(_bytes, _nameText + offsets[place], offsets[place + 1] - offsets[place]);
    }

    /// <summary>Folded names in their order, as ASCII. A place has one or more.</summary>
    public ReadOnlySpan<byte> Key(int key)
    {
        var offsets = Ints(_keys, KeyCount + 1);
        return _bytes.AsSpan(_keyText + offsets[key], offsets[key + 1] - offsets[key]);
    }

    public int PlaceOf(int key) => Ints(_keyPlaces, KeyCount)[key];

    /// <summary>The name that lasts over editions: the number at GeoNames, or the code of a region or country.</summary>
    public string IdOf(int place) => KindOf(place) switch
    {
        PlaceKind.Region => RegionOf(place)!.Code,
        PlaceKind.Country => CountryOf(place).Code,
        _ => Ints(_ids, Count)[place].ToString(CultureInfo.InvariantCulture),
    };

    /// <summary>The place of that id, or -1.</summary>
    public int Find(string? id)
    {
        if (int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0)
            return Ints(_ids, Count).IndexOf(number);
        return id is not null && _seats.TryGetValue(id, out var place) ? place : -1;
    }

    /// <summary>The town nearest to a point, by the length of the way.</summary>
    public int Nearest(GeoPoint point) => _towns.NearestTo(point);

    ReadOnlySpan<int> Ints(int from, int count) => MemoryMarshal.Cast<byte, int>(_bytes.AsSpan(from, count * sizeof(int)));

    ReadOnlySpan<ushort> Shorts(int from) => MemoryMarshal.Cast<byte, ushort>(_bytes.AsSpan(from, Count * sizeof(ushort)));

    sealed record Head(int Places, int Keys, IReadOnlyList<Named> Countries, IReadOnlyList<Named> Regions);

    /// <summary>A region or country by its code, with its names.</summary>
    public sealed record Named(string Code, string En, string Es)
    {
        public string In(string language) => language == "es" ? Es : En;
    }
}
