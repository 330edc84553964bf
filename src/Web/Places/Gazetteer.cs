using System.Globalization;
using System.Text;
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
/// GeoNames (CC BY 4.0), together with all that it is searched by, and read where it lies.
/// </summary>
sealed class Gazetteer
{
    const int Edition = 0x47415a32;

    /// <summary>Steps of the coordinates in a degree.</summary>
    public const double Unit = 1e5;

    static readonly Lazy<Gazetteer> s_ofThisBuild = new(() => new(Path.Combine(AppContext.BaseDirectory, "Places", "gazetteer.generated.bin")));

    readonly MappedFile _file;

    Gazetteer(string path) => _file = File.Exists(path)
        ? new(path, Edition)
        : throw new InvalidOperationException($"The gazetteer is missing: {path}. Build the Web project again.");

    public static Gazetteer OfThisBuild => s_ofThisBuild.Value;

    /// <summary>Gives memory back while nobody asks.</summary>
    public static void LetGo()
    {
        if (s_ofThisBuild.IsValueCreated)
            OfThisBuild._file.LetGo();
    }

    public ReadOnlySpan<PlaceRow> Places => Part<PlaceRow>(GazetteerPart.Places);
    public ReadOnlySpan<TownRow> FromTheSouth => Part<TownRow>(GazetteerPart.FromTheSouth);
    public ReadOnlySpan<CellRow> ByCell => Part<CellRow>(GazetteerPart.ByCell);

    public int Count => Places.Length;
    public int KeyCount => Part<TextRow>(GazetteerPart.Keys).Length - 1;

    /// <summary>How many regions and countries there are.</summary>
    public int AreaCount => Part<AreaRow>(GazetteerPart.Areas).Length - 1;

    /// <summary>How many names people have for regions and countries, codes among them.</summary>
    public int AreaNameCount => Part<TextRow>(GazetteerPart.AreaNames).Length - 1;

    public GeoPoint PointOf(int place)
    {
        var row = Places[place];
        return new(row.Latitude / Unit, row.Longitude / Unit);
    }

    public int PopulationOf(int place) => Places[place].Population;

    public PlaceKind KindOf(int place) => Places[place].Kind;

    public Area? RegionOf(int place) => Places[place].Region is var region and not PlaceRow.NoArea ? AreaAt(region) : null;

    public Area CountryOf(int place) => AreaAt(Places[place].Country);

    public string NameOf(int place)
    {
        var row = Places[place];
        return Encoding.UTF8.GetString(Part<byte>(GazetteerPart.Names).Slice(row.Name, row.NameLength));
    }

    /// <summary>Folded names in their order, as ASCII. A place has one or more.</summary>
    public ReadOnlySpan<byte> Key(int key) => Text(GazetteerPart.Keys, GazetteerPart.KeyText, key);

    public int PlaceOf(int key) => Part<TextRow>(GazetteerPart.Keys)[key].StandsFor;

    /// <summary>The keys that have this length.</summary>
    public KeysByLength KeysOfLength(int length)
    {
        var starts = Part<int>(GazetteerPart.LengthStarts);
        if (length < 0 || length + 1 >= starts.Length)
            return default;
        var range = starts[length]..starts[length + 1];
        return new(Part<int>(GazetteerPart.KeysByLength)[range], Part<ulong>(GazetteerPart.Letters)[range]);
    }

    /// <summary>The number of the region or country that the name stands for, and the name as it is folded.</summary>
    public int AreaCalled(int name, out ReadOnlySpan<byte> folded)
    {
        folded = Text(GazetteerPart.AreaNames, GazetteerPart.AreaNameText, name);
        return Part<TextRow>(GazetteerPart.AreaNames)[name].StandsFor;
    }

    /// <summary>The region or country with that code, or null.</summary>
    public Area? AreaOf(string code) => AreaNumber(code) is var area and >= 0 ? AreaAt(area) : null;

    /// <summary>The regions as places, those with most people first.</summary>
    public IEnumerable<int> Regions() =>
        Enumerable.Range(0, AreaCount).Select(SeatOf).Where(place => place >= 0 && KindOf(place) == PlaceKind.Region).Order();

    /// <summary>The name that lasts over editions: the number at GeoNames, or the code of a region or country.</summary>
    public string IdOf(int place) => KindOf(place) switch
    {
        PlaceKind.Region => RegionOf(place)!.Code,
        PlaceKind.Country => CountryOf(place).Code,
        _ => Places[place].Id.ToString(CultureInfo.InvariantCulture),
    };

    /// <summary>The place of that id, or -1.</summary>
    public int Find(string? id)
    {
        if (!int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number <= 0)
            return id is not null && AreaNumber(id) is var area and >= 0 ? SeatOf(area) : -1;
        var places = Places;
        for (var place = 0; place < places.Length; place++)
            if (places[place].Id == number)
                return place;
        return -1;
    }

    int SeatOf(int area) => Part<AreaRow>(GazetteerPart.Areas)[area].Seat;

    Area AreaAt(int area)
    {
        var rows = Part<AreaRow>(GazetteerPart.Areas);
        var text = Part<byte>(GazetteerPart.AreaText);
        var (row, end) = (rows[area], rows[area + 1].Code);
        return new(Encoding.UTF8.GetString(text[row.Code..row.En]), Encoding.UTF8.GetString(text[row.En..row.Es]), Encoding.UTF8.GetString(text[row.Es..end]));
    }

    /// <summary>Areas lie in the order of their codes.</summary>
    int AreaNumber(string code)
    {
        var rows = Part<AreaRow>(GazetteerPart.Areas);
        var text = Part<byte>(GazetteerPart.AreaText);
        var sought = Encoding.UTF8.GetBytes(code);
        var (from, to) = (0, AreaCount);
        while (from < to)
        {
            var middle = (from + to) / 2;
            var order = text[rows[middle].Code..rows[middle].En].SequenceCompareTo(sought);
            if (order == 0)
                return middle;
            (from, to) = order < 0 ? (middle + 1, to) : (from, middle);
        }
        return -1;
    }

    ReadOnlySpan<byte> Text(GazetteerPart rows, GazetteerPart text, int number)
    {
        var places = Part<TextRow>(rows);
        return Part<byte>(text)[places[number].From..places[number + 1].From];
    }

    ReadOnlySpan<T> Part<T>(GazetteerPart part) where T : unmanaged => _file.Part<T>((int)part);

    /// <summary>A region or country by its code, with its names.</summary>
    public sealed record Area(string Code, string En, string Es)
    {
        public string In(string language) => language == "es" ? Es : En;
    }
}
