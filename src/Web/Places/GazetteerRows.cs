using System.Runtime.InteropServices;

namespace HealthDoers.Web.Places;

/// <summary>The parts of the gazetteer's file, in the order in which build/gazetteer.mjs writes them.</summary>
enum GazetteerPart
{
    Places,
    Names,
    Keys,
    KeyText,
    LengthStarts,
    Letters,
    KeysByLength,
    FromTheSouth,
    ByCell,
    Areas,
    AreaText,
    AreaNames,
    AreaNameText,
}

/// <param name="Id">The number at GeoNames; 0 for a region or country.</param>
/// <param name="Latitude">In steps of 1e-5 degrees.</param>
/// <param name="Region">Its number among the areas, or <see cref="NoArea"/>.</param>
[StructLayout(LayoutKind.Sequential)]
readonly record struct PlaceRow(int Id, int Latitude, int Longitude, int Population, int Name, ushort Region, ushort Country, byte NameLength, PlaceKind Kind)
{
    public const ushort NoArea = ushort.MaxValue;
}

/// <summary>Where a text begins and what it stands for. The next row says where it ends.</summary>
[StructLayout(LayoutKind.Sequential)]
readonly record struct TextRow(int From, int StandsFor);

[StructLayout(LayoutKind.Sequential)]
readonly record struct TownRow(int Latitude, int Longitude, int Place);

/// <param name="Before">How many people live in the towns before this one.</param>
/// <param name="Cell">The code of its finest cell.</param>
[StructLayout(LayoutKind.Sequential)]
readonly record struct CellRow(long Before, uint Cell, int Place);

/// <summary>A region or country: where its code and its names begin, and the place that stands for it, or -1.</summary>
[StructLayout(LayoutKind.Sequential)]
readonly record struct AreaRow(int Code, int En, int Es, int Seat);

/// <summary>Some keys, and beside each the letters it has (<see cref="PlaceName.LettersOf"/>).</summary>
readonly ref struct KeysByLength(ReadOnlySpan<int> keys, ReadOnlySpan<ulong> letters)
{
    public ReadOnlySpan<int> Keys { get; } = keys;
    public ReadOnlySpan<ulong> Letters { get; } = letters;
}
