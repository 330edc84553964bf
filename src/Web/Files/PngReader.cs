using System.Buffers.Binary;
using System.Text;

namespace HealthDoers.Web.Files;

/// <summary>Walks the chunks of a PNG (W3C PNG, third edition) and writes it again with only those that decode it. An animation keeps its still.</summary>
static class PngReader
{
    static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    static readonly uint[] CrcTable = [.. Enumerable.Range(0, 256).Select(n =>
        Enumerable.Range(0, 8).Aggregate((uint)n, (crc, _) => (crc & 1) == 1 ? 0xEDB88320 ^ (crc >> 1) : crc >> 1))];

    internal static ImageFault Read(ReadOnlySpan<byte> upload, out ImageFile? image)
    {
        image = null;
        if (!upload.StartsWith(Signature))
            return ImageFault.Damaged;
        var (width, height, hasPalette, needsPalette, hasData) = (0, 0, false, false, false);
        using var kept = new MemoryStream(upload.Length);
        kept.Write(Signature);
        for (var rest = upload[8..]; rest.Length >= 12;)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(rest);
            if (length > rest.Length - 12)
                return ImageFault.Damaged;
            var chunk = rest[..(12 + (int)length)];
            rest = rest[chunk.Length..];
            if (Crc(chunk[4..^4]) != BinaryPrimitives.ReadUInt32BigEndian(chunk[^4..]))
                return ImageFault.Damaged;
            var type = Encoding.ASCII.GetString(chunk[4..8]);
            var body = chunk[8..^4];
            if ((width == 0) != (type == "IHDR"))
                return ImageFault.Damaged;
            switch (type)
            {
                case "IHDR" when IsHeader(body):
                    (width, height) = (BinaryPrimitives.ReadInt32BigEndian(body), BinaryPrimitives.ReadInt32BigEndian(body[4..]));
                    needsPalette = body[9] == 3;
                    if (ImageFile.JudgeSize(width, height) is var fault and not ImageFault.None)
                        return fault;
                    break;
                case "PLTE" when body.Length is > 0 and <= 768 && body.Length % 3 == 0:
                    hasPalette = true;
                    break;
                case "IDAT":
                    hasData = true;
                    break;
                case "IEND" when body.Length == 0 && hasData && hasPalette | !needsPalette:
                    kept.Write(chunk);
                    image = new(ImageKind.Png, width, height, kept.ToArray());
                    return ImageFault.None;
                case "tRNS" or "gAMA" or "cHRM" or "sRGB" or "iCCP" or "cICP" or "sBIT" or "pHYs":
                    break;
                default:
                    // A lower-case first letter marks what a reader may do without; the rest would be a picture we cannot know.
                    if (!char.IsAsciiLetterLower(type[0]))
                        return ImageFault.Damaged;
                    continue;
            }
            kept.Write(chunk);
        }
        return ImageFault.Damaged;
    }

    static bool IsHeader(ReadOnlySpan<byte> body) =>
        body.Length == 13
        && (body[9], body[8]) is (0, 1 or 2 or 4 or 8 or 16) or (3, 1 or 2 or 4 or 8) or (2 or 4 or 6, 8 or 16)
        && body[10] == 0 && body[11] == 0 && body[12] <= 1;

    static uint Crc(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var b in bytes)
            crc = CrcTable[(byte)(crc ^ b)] ^ (crc >> 8);
        return ~crc;
    }
}
