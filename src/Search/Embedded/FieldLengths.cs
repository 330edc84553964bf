using HealthDoers.Search.Ranking;

namespace HealthDoers.Search.Embedded;

/// <summary>How many words each field has, sixteen bits a field.</summary>
readonly struct FieldLengths(ulong packed)
{
    const int Bits = 16;

    public FieldLengths(IEnumerable<int> lengths) : this(Pack(lengths)) { }

    public ulong Packed => packed;

    public int this[Field field] => (int)((packed >> ((int)field * Bits)) & ushort.MaxValue);

    static ulong Pack(IEnumerable<int> lengths)
    {
        var (packed, shift) = (0ul, 0);
        foreach (var length in lengths)
        {
            packed |= (ulong)Math.Min(length, ushort.MaxValue) << shift;
            shift += Bits;
        }
        return packed;
    }
}
