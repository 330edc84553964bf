using System.Buffers.Binary;
using System.Text;

namespace HealthDoers.Web.Files;

/// <summary>Walks the chunks of a WebP (RFC 9649) and writes it again with only those that decode a still picture.</summary>
static class WebPReader
{
    const byte Animation = 0x02, Xmp = 0x04, Exif = 0x08;

    internal static ImageFault Read(ReadOnlySpan<byte> upload, out ImageFile? image)
    {
        image = null;
        var size = BinaryPrimitives.ReadUInt32LittleEndian(upload[4..]);
        if (size < 12 || size % 2 == 1 || size > upload.Length - 8)
            return ImageFault.Damaged;
        (int Width, int Height) canvas = default, picture = default;
        using var kept = new MemoryStream(upload.Length);
        kept.Write("RIFF\0\0\0\0WEBP"u8);
        for (var rest = upload[12..(8 + (int)size)]; rest.Length > 0;)
        {
            if (rest.Length < 8)
                return ImageFault.Damaged;
            var length = BinaryPrimitives.ReadUInt32LittleEndian(rest[4..]);
            var padded = 8 + (long)length + length % 2;
            if (padded > rest.Length)
                return ImageFault.Damaged;
            var type = Encoding.ASCII.GetString(rest[..4]);
            var body = rest.Slice(8, (int)length);
            var chunk = rest[..(int)padded];
            rest = rest[(int)padded..];
            switch (type)
            {
                case "VP8X" when kept.Length == 12 && body.Length == 10:
                    if ((body[0] & Animation) != 0)
                        return ImageFault.Animated;
                    canvas = (1 + Int24(body[4..]), 1 + Int24(body[7..]));
                    kept.Write([.. chunk[..8], (byte)(body[0] & ~(Exif | Xmp)), .. body[1..]]);
                    break;
                case "VP8 " or "VP8L" when picture == default:
                    picture = type == "VP8L" ? LosslessSize(body) : LossySize(body);
                    if (picture == default)
                        return ImageFault.Damaged;
                    kept.Write(chunk);
                    break;
                case "ICCP" or "ALPH" when canvas != default && picture == default:
                    kept.Write(chunk);
                    break;
                case "ANIM" or "ANMF":
                    return ImageFault.Animated;
                case "VP8X" or "VP8 " or "VP8L" or "ICCP" or "ALPH":
                    return ImageFault.Damaged;
                default:
                    if (!type.All(c => char.IsAsciiLetterOrDigit(c) || c == ' '))
                        return ImageFault.Damaged;
                    break;
            }
        }
        if (picture == default || canvas != default && canvas != picture)
            return ImageFault.Damaged;
        if (ImageFile.JudgeSize(picture.Width, picture.Height) is var fault and not ImageFault.None)
            return fault;
        var content = kept.ToArray();
        BinaryPrimitives.WriteUInt32LittleEndian(content.AsSpan(4), (uint)content.Length - 8);
        image = new(ImageKind.WebP, picture.Width, picture.Height, content);
        return ImageFault.None;
    }

    // A key frame (RFC 6386, 9.1): three bytes of tag, the start code, then 14 bits each.
    static (int, int) LossySize(ReadOnlySpan<byte> body) =>
        body.Length > 10 && (body[0] & 1) == 0 && body[3..6].SequenceEqual((byte[])[0x9D, 0x01, 0x2A]) && Int24(body) >> 5 <= body.Length - 10
            ? (BinaryPrimitives.ReadUInt16LittleEndian(body[6..]) & 0x3FFF, BinaryPrimitives.ReadUInt16LittleEndian(body[8..]) & 0x3FFF)
            : default;

    static (int, int) LosslessSize(ReadOnlySpan<byte> body)
    {
        if (body.Length <= 5 || body[0] != 0x2F || body[4] >> 5 != 0)
            return default;
        var bits = BinaryPrimitives.ReadUInt32LittleEndian(body[1..]);
        return ((int)(bits & 0x3FFF) + 1, (int)(bits >> 14 & 0x3FFF) + 1);
    }

    static int Int24(ReadOnlySpan<byte> from) => from[0] | from[1] << 8 | from[2] << 16;
}
