using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace HealthDoers.Tests.Web.Files;

/// <summary>Three pixels by two in each format, with any segments or chunks put in.</summary>
static class Pictures
{
    // Everything after the JFIF segment of a 3 x 2 baseline picture.
    const string JpegBody =
        "/9sAQwAbEhQXFBEbFxYXHhwbIChCKyglJShROj0wQmBVZWRfVV1baniZgWpxkHNbXYW1hpCeo6utq2eAvMm6pseZqKuk/9sAQwEcHh4oIyhOKytOpG5dbqSk" +
        "pKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSk/8AAEQgAAgADAwEiAAIRAQMRAf/EABUAAQEAAAAAAAAAAAAAAAAAAAAF" +
        "/8QAGhABAAEFAAAAAAAAAAAAAAAAAAEDBTSBsf/EABQBAQAAAAAAAAAAAAAAAAAAAAL/xAAYEQADAQEAAAAAAAAAAAAAAAAAAQMycf/aAAwDAQACEQMRAD8A" +
        "g3DMqa5AB02+gnhH/9k=";

    const string Vp8 = "0AEAnQEqAwACAAQAaCWYAnRHAGSAA1AA/teVmXxd2tCp1GA/H0OmAAAA";
    const string Vp8Alpha = "AP//AP//AA==";
    const string Vp8Lossless = "LwJAABAPMIgx//MfOBQCCICCJqL/8Q==";

    /// <summary>What no stripped picture may hold.</summary>
    internal const string Secret = "GPS 40.7128 N";

    internal static byte[] Jpeg(params byte[][] segments) =>
        [0xFF, 0xD8, .. Segment(0xE0, [.. "JFIF\0"u8, 1, 1, 0, 0, 1, 0, 1, 0, 0]), .. segments.SelectMany(segment => segment), .. Convert.FromBase64String(JpegBody)];

    internal static byte[] Segment(byte marker, byte[] body) =>
        [0xFF, marker, (byte)((body.Length + 2) >> 8), (byte)(body.Length + 2), .. body];

    /// <summary>A JPEG segment with the place in it, turned to the side.</summary>
    internal static byte[] ExifSegment(byte orientation = 6, bool little = false) => Segment(0xE1, [.. "Exif\0\0"u8, .. Exif(orientation, little)]);

    internal static byte[] Exif(byte orientation, bool little = false)
    {
        byte[] directory = little
            ? [.. "II*\0"u8, 8, 0, 0, 0, 1, 0, 0x12, 0x01, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0, 0, 0, 0, 0]
            : [.. "MM\0*"u8, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0];
        return [.. directory, .. Encoding.ASCII.GetBytes(Secret)];
    }

    /// <summary>A colour profile of 200 bytes that only its head makes look like one.</summary>
    internal static byte[] Icc()
    {
        var profile = new byte[200];
        BinaryPrimitives.WriteInt32BigEndian(profile, profile.Length);
        "acsp"u8.CopyTo(profile.AsSpan(36));
        return profile;
    }

    internal static byte[] Png(int width, int height, params byte[][] chunks) =>
        [.. PngHead, .. Ihdr(width, height), .. chunks.SelectMany(chunk => chunk), .. Chunk("IDAT", Pixels()), .. Chunk("IEND", [])];

    /// <summary>A black picture that has all the pixels its header promises.</summary>
    internal static byte[] PngWithPixels(int width, int height) =>
        [.. PngHead, .. Ihdr(width, height), .. Chunk("IDAT", Packed(new byte[height * (1 + 3 * width)])), .. Chunk("IEND", [])];

    internal static byte[] PngHead => [0x89, .. "PNG"u8, 0x0D, 0x0A, 0x1A, 0x0A];

    internal static byte[] Ihdr(int width, int height)
    {
        byte[] body = [0, 0, 0, 0, 0, 0, 0, 0, 8, 2, 0, 0, 0];
        BinaryPrimitives.WriteInt32BigEndian(body, width);
        BinaryPrimitives.WriteInt32BigEndian(body.AsSpan(4), height);
        return Chunk("IHDR", body);
    }

    internal static byte[] Chunk(string type, byte[] body)
    {
        byte[] chunk = [0, 0, 0, 0, .. Encoding.ASCII.GetBytes(type), .. body, 0, 0, 0, 0];
        BinaryPrimitives.WriteInt32BigEndian(chunk, body.Length);
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(chunk.Length - 4), Crc(chunk.AsSpan(4, body.Length + 4)));
        return chunk;
    }

    internal static byte[] WebP(params byte[][] chunks) => Riff([.. chunks, WebPChunk("VP8 ", Convert.FromBase64String(Vp8))]);

    internal static byte[] WebPLossless() => Riff(WebPChunk("VP8L", Convert.FromBase64String(Vp8Lossless)));

    /// <summary>The extended form: profile, alpha, picture, EXIF and XMP, in the order of the specification.</summary>
    internal static byte[] WebPExtended(byte flags = 0x3C) => Riff(
        Vp8x(flags, 3, 2), WebPChunk("ICCP", Icc()), WebPChunk("ALPH", Convert.FromBase64String(Vp8Alpha)),
        WebPChunk("VP8 ", Convert.FromBase64String(Vp8)), WebPChunk("EXIF", Exif(6)), WebPChunk("XMP ", Encoding.ASCII.GetBytes(Secret)));

    internal static byte[] Vp8x(byte flags, int width, int height) =>
        WebPChunk("VP8X", [flags, 0, 0, 0, (byte)(width - 1), (byte)((width - 1) >> 8), 0, (byte)(height - 1), (byte)((height - 1) >> 8), 0]);

    internal static byte[] WebPChunk(string type, byte[] body)
    {
        byte[] chunk = [.. Encoding.ASCII.GetBytes(type), 0, 0, 0, 0, .. body, .. new byte[body.Length % 2]];
        BinaryPrimitives.WriteInt32LittleEndian(chunk.AsSpan(4), body.Length);
        return chunk;
    }

    internal static byte[] Riff(params byte[][] chunks)
    {
        byte[] file = [.. "RIFF\0\0\0\0WEBP"u8, .. chunks.SelectMany(chunk => chunk)];
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(4), file.Length - 8);
        return file;
    }

    static byte[] Pixels() => Packed(new byte[2 * (1 + 3 * 3)]);

    static byte[] Packed(byte[] pixels)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest))
            zlib.Write(pixels);
        return packed.ToArray();
    }

    // The trailer of a gzip file is the same checksum.
    static uint Crc(ReadOnlySpan<byte> bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
            gzip.Write(bytes);
        return BinaryPrimitives.ReadUInt32LittleEndian(packed.ToArray().AsSpan(^8));
    }
}
