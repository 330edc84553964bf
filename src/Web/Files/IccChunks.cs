using System.Buffers.Binary;

namespace HealthDoers.Web.Files;

/// <summary>A colour profile as JPEG cuts it up: <c>ICC_PROFILE\0</c>, number, count, data. Kept only when it is exactly one whole profile.</summary>
sealed class IccChunks
{
    const int Head = 14;
    readonly List<byte[]> chunks = [];

    internal void Add(ReadOnlySpan<byte> body) => chunks.Add([.. body]);

    internal IReadOnlyList<byte[]> Whole()
    {
        if (chunks.Count == 0 || !IsNumbered() || chunks[0].Length < Head + 128)
            return [];
        var declared = BinaryPrimitives.ReadUInt32BigEndian(chunks[0].AsSpan(Head));
        return declared == chunks.Sum(chunk => (long)chunk.Length - Head) && chunks[0].AsSpan(Head + 36, 4).SequenceEqual("acsp"u8) ? chunks : [];
    }

    bool IsNumbered()
    {
        for (var i = 0; i < chunks.Count; i++)
            if (chunks[i].Length <= Head || chunks[i][12] != i + 1 || chunks[i][13] != chunks.Count)
                return false;
        return true;
    }
}
