using System.Runtime.InteropServices;
using HealthDoers.Search.Ranking;

namespace HealthDoers.Search.Embedded;

/// <summary>
/// Where which stem stands in a document: four lengths, then the stems of each field in order, each as a 32-bit hash.
/// It lets the best candidates be scored exactly, with phrases and nearness, without reading their text again.
/// </summary>
static class TermVector
{
    /// <summary>Words of the body beyond these are found, but count no further for the fine ranking.</summary>
    const int MaxBodyTerms = 4_000;

    public static byte[] Encode(IReadOnlyList<string>[] fields)
    {
        var kept = fields.Select((stems, field) => field == (int)Field.Body ? Math.Min(stems.Count, MaxBodyTerms) : stems.Count).ToArray();
        var numbers = new uint[FieldWeights.Count + kept.Sum()];
        var at = FieldWeights.Count;
        for (var field = 0; field < fields.Length; field++)
        {
            numbers[field] = (uint)kept[field];
            for (var i = 0; i < kept[field]; i++)
                numbers[at++] = Hash(fields[field][i]);
        }
        return MemoryMarshal.AsBytes<uint>(numbers).ToArray();
    }

    public static ReadOnlySpan<uint> Terms(ReadOnlySpan<byte> vector, Field field)
    {
        var numbers = MemoryMarshal.Cast<byte, uint>(vector);
        var start = FieldWeights.Count;
        for (var before = 0; before < (int)field; before++)
            start += (int)numbers[before];
        return numbers.Slice(start, (int)numbers[(int)field]);
    }

    /// <summary>FNV-1a over UTF-16, so that it is the same in every process.</summary>
    public static uint Hash(string stem)
    {
        var hash = 2166136261u;
        foreach (var c in stem)
            hash = (hash ^ c) * 16777619u;
        return hash;
    }
}
