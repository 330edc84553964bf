using System.Text;
using HealthDoers.Search.Language;

namespace HealthDoers.Web.Places;

/// <summary>What somebody wrote behind the name of a place, and the regions and countries that they may mean by it.</summary>
sealed class Around(string written, Gazetteer gazetteer)
{
    const int ShortestBeginning = 3;

    bool[]? _asWritten, _withSlips;

    /// <summary>Any region or country may be meant by it: else it is a part of the name.</summary>
    public bool IsSomewhere(bool withSlips) => Meant(withSlips).Contains(true);

    public bool Holds(PlaceRow place, bool withSlips)
    {
        var meant = Meant(withSlips);
        return place.Kind != PlaceKind.Country && meant[place.Country]
            || place.Kind != PlaceKind.Region && place.Region != PlaceRow.NoArea && meant[place.Region];
    }

    /// <summary>For each region and country, whether it is meant.</summary>
    bool[] Meant(bool withSlips) => withSlips ? _withSlips ??= Read(Spelling.Tolerance(written.Length)) : _asWritten ??= Read(0);

    bool[] Read(int slips)
    {
        var meant = new bool[gazetteer.AreaCount];
        if (written.Length > Misspelling.LongestName)
            return meant;
        var typed = new Misspelling(written);
        Span<byte> beginning = stackalloc byte[written.Length];
        Encoding.ASCII.GetBytes(written, beginning);
        for (var name = 0; name < gazetteer.AreaNameCount; name++)
        {
            var area = gazetteer.AreaCalled(name, out var known);
            meant[area] = meant[area]
                || known.StartsWith(beginning) && (known.Length == written.Length || written.Length >= ShortestBeginning)
                || slips > 0 && Math.Abs(known.Length - written.Length) <= slips && typed.DistanceTo(known) <= slips;
        }
        return meant;
    }
}
