using System.Text;

namespace HealthDoers.Web.Places;

/// <summary>
/// A folded name as somebody typed it, to be held against many that it may be a misspelling of. The distance is that of
/// <see cref="Search.Language.Spelling"/>; a whole row of its table is one number here, so each letter costs a few steps
/// (Hyyrö, "A Bit-Vector Algorithm for Computing Levenshtein and Damerau Edit Distances", 2003).
/// </summary>
sealed class Misspelling
{
    /// <summary>As many letters as a number has bits.</summary>
    public const int LongestName = 64;

    // For each letter, where in the typed name it stands.
    readonly ulong[] _standsAt = new ulong[128];
    readonly int _length;

    public Misspelling(string typed)
    {
        _length = typed.Length;
        for (var at = 0; at < typed.Length; at++)
            _standsAt[typed[at]] |= 1UL << at;
        Letters = PlaceName.LettersOf(Encoding.ASCII.GetBytes(typed));
    }

    /// <summary>See <see cref="PlaceName.LettersOf"/>.</summary>
    public ulong Letters { get; }

    /// <summary>Letters added, left out, changed, or swapped with their neighbour.</summary>
    public int DistanceTo(ReadOnlySpan<byte> known)
    {
        if (_length == 0)
            return known.Length;
        // Between neighbours of a column the distance differs by one at the most: where it grows, and where it falls.
        var (grows, falls, same, before) = (ulong.MaxValue, 0UL, 0UL, 0UL);
        var (distance, last) = (_length, 1UL << (_length - 1));
        foreach (var letter in known)
        {
            var here = _standsAt[letter];
            var swapped = ((~same & here) << 1) & before;
            same = (((here & grows) + grows) ^ grows) | here | falls | swapped;
            var (right, left) = (falls | ~(same | grows), same & grows);
            if ((right & last) != 0)
                distance++;
            else if ((left & last) != 0)
                distance--;
            (right, left) = ((right << 1) | 1, left << 1);
            (grows, falls, before) = (left | ~(same | right), right & same, here);
        }
        return distance;
    }
}
