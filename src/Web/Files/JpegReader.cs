using System.Buffers.Binary;

namespace HealthDoers.Web.Files;

/// <summary>Walks the segments of a JPEG (ITU-T T.81, annex B) and writes it again with only those that decode it.</summary>
static class JpegReader
{
    const byte StartOfImage = 0xD8, EndOfImage = 0xD9, StartOfScan = 0xDA, Quantization = 0xDB, Huffman = 0xC4, RestartInterval = 0xDD;
    const byte App0 = 0xE0, App1 = 0xE1, App2 = 0xE2, App14 = 0xEE, App15 = 0xEF, Jpg0 = 0xF0, Comment = 0xFE;

    internal static ImageFault Read(ReadOnlySpan<byte> upload, out ImageFile? image)
    {
        image = null;
        var (width, height, orientation, scans) = (0, 0, 1, 0);
        byte[] jfif = [], adobe = [];
        var color = new IccChunks();
        using var picture = new MemoryStream(upload.Length);
        for (var at = 2; ;)
        {
            if (!NextMarker(upload, ref at, out var marker))
                return ImageFault.Damaged;
            if (marker == EndOfImage)
                break;
            if (at + 2 > upload.Length)
                return ImageFault.Damaged;
            var length = BinaryPrimitives.ReadUInt16BigEndian(upload[at..]);
            if (length < 2 || at + length > upload.Length)
                return ImageFault.Damaged;
            var body = upload.Slice(at + 2, length - 2);
            at += length;
            switch (marker)
            {
                case App0 when body.Length >= 14 && body.StartsWith("JFIF\0"u8):
                    // Without its thumbnail, which may show what was cropped away.
                    jfif = [.. body[..12], 0, 0];
                    break;
                case App1 when body.StartsWith("Exif\0\0"u8):
                    orientation = ExifOrientation.Read(body[6..]);
                    break;
                case App2 when body.StartsWith("ICC_PROFILE\0"u8):
                    color.Add(body);
                    break;
                case App14 when body.Length >= 12 && body.StartsWith("Adobe"u8):
                    adobe = [.. body[..12]];
                    break;
                case >= App0 and <= App15 or >= Jpg0 and <= Comment:
                    break;
                case 0xC0 or 0xC1 or 0xC2 when width == 0 && IsFrame(body):
                    (height, width) = (BinaryPrimitives.ReadUInt16BigEndian(body[1..]), BinaryPrimitives.ReadUInt16BigEndian(body[3..]));
                    if (ImageFile.JudgeSize(width, height) is var fault and not ImageFault.None)
                        return fault;
                    Write(picture, marker, body);
                    break;
                case Quantization when AreQuantizationTables(body):
                case Huffman when AreHuffmanTables(body):
                case RestartInterval when body.Length == 2:
                    Write(picture, marker, body);
                    break;
                case StartOfScan when width > 0 && body.Length > 0 && body[0] is >= 1 and <= 4 && body.Length == 4 + 2 * body[0]:
                    var scan = ScanLength(upload[at..]);
                    Write(picture, marker, body);
                    picture.Write(upload.Slice(at, scan));
                    at += scan;
                    scans += scan > 0 ? 1 : 0;
                    break;
                default:
                    return ImageFault.Damaged;
            }
        }
        if (scans == 0)
            return ImageFault.Damaged;
        using var whole = new MemoryStream((int)picture.Length + 4096);
        whole.Write([0xFF, StartOfImage]);
        if (jfif.Length > 0)
            Write(whole, App0, jfif);
        if (orientation > 1)
            Write(whole, App1, ExifOrientation.Only(orientation));
        foreach (var chunk in color.Whole())
            Write(whole, App2, chunk);
        if (adobe.Length > 0)
            Write(whole, App14, adobe);
        picture.WriteTo(whole);
        whole.Write([0xFF, EndOfImage]);
        var turned = orientation >= 5;
        image = new(ImageKind.Jpeg, turned ? height : width, turned ? width : height, whole.ToArray());
        return ImageFault.None;
    }

    static bool NextMarker(ReadOnlySpan<byte> upload, ref int at, out byte marker)
    {
        marker = 0;
        if (at >= upload.Length || upload[at] != 0xFF)
            return false;
        while (at < upload.Length && upload[at] == 0xFF)
            at++;
        if (at >= upload.Length)
            return false;
        marker = upload[at++];
        return true;
    }

    /// <summary>Coded data runs to the next FF that is neither stuffed (FF 00) nor a restart.</summary>
    static int ScanLength(ReadOnlySpan<byte> data)
    {
        for (var at = 0; ; at += 2)
        {
            var next = data[at..].IndexOf((byte)0xFF);
            if (next < 0 || at + next + 1 >= data.Length)
                return data.Length;
            at += next;
            if (data[at + 1] is not (0x00 or (>= 0xD0 and <= 0xD7)))
                return at;
        }
    }

    static bool IsFrame(ReadOnlySpan<byte> body) => body.Length >= 9 && body[5] is >= 1 and <= 4 && body.Length == 6 + 3 * body[5];

    static bool AreQuantizationTables(ReadOnlySpan<byte> body)
    {
        while (body.Length > 0)
        {
            var length = (body[0] >> 4) switch { 0 => 65, 1 => 129, _ => int.MaxValue };
            if (length > body.Length)
                return false;
            body = body[length..];
        }
        return true;
    }

    static bool AreHuffmanTables(ReadOnlySpan<byte> body)
    {
        while (body.Length > 0)
        {
            var length = 17;
            for (var i = 1; i <= 16 && i < body.Length; i++)
                length += body[i];
            if (length > body.Length || body[0] >> 4 > 1)
                return false;
            body = body[length..];
        }
        return true;
    }

    static void Write(MemoryStream to, byte marker, ReadOnlySpan<byte> body)
    {
        Span<byte> head = [0xFF, marker, 0, 0];
        BinaryPrimitives.WriteUInt16BigEndian(head[2..], (ushort)(body.Length + 2));
        to.Write(head);
        to.Write(body);
    }
}
