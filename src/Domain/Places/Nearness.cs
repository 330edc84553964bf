using System.Buffers.Binary;
using System.Security.Cryptography;

namespace HealthDoers.Domain.Places;

/// <summary>
/// Where a place is shown that is to be shown "near". The shown point is a keyed function of the smallest fixed cell
/// that holds <see cref="Crowd"/> residents around the true point, and of nothing else. So everything in one cell shares
/// one point: loading it a thousand times, or comparing fifty things at one address, tells no more than the cell does.
/// </summary>
/// <remarks>
/// Residents are counted from a gazetteer, never from our own entries: who adds an entry must not move another's.
/// Offsets drawn anew for each load or each entry average out (Krumm, "Inference Attacks on Location Tracks", 2007).
/// </remarks>
public static class Nearness
{
    /// <summary>With how many people a place shares its cell, at the least.</summary>
    public const long Crowd = 1_000;

    public const int KeyLength = 32;

    // Away from the edges, so that rounding cannot carry the point into the next cell.
    const double Margin = 0.1;
    const int Decimals = 4;

    public static Cell CellOf(GeoPoint truth, Func<Cell, long> residentsOf) => Cell.Holding(Crowd, truth, residentsOf);

    /// <param name="key">Secret of the site; without it a cell's point cannot be foretold.</param>
    public static GeoPoint ShownPointOf(Cell cell, ReadOnlySpan<byte> key)
    {
        Span<byte> name = stackalloc byte[3 * sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(name, cell.Level);
        BinaryPrimitives.WriteInt32BigEndian(name[4..], cell.Row);
        BinaryPrimitives.WriteInt32BigEndian(name[8..], cell.Column);
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(key, name, hash);
        var point = cell.Within(Fraction(hash), Fraction(hash[8..]));
        return new(Math.Round(point.Latitude, Decimals), Math.Round(point.Longitude, Decimals));
    }

    static double Fraction(ReadOnlySpan<byte> bytes) =>
        Margin + (1 - 2 * Margin) * (BinaryPrimitives.ReadUInt64BigEndian(bytes) >> 11) / (1UL << 53);
}
