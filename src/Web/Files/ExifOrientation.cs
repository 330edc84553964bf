using System.Buffers.Binary;

namespace HealthDoers.Web.Files;

/// <summary>How the camera was held, 1 (upright) to 8: the one thing in EXIF that showing a picture needs.</summary>
static class ExifOrientation
{
    const ushort Tag = 0x0112;

    /// <param name="tiff">What follows <c>Exif\0\0</c>.</param>
    internal static int Read(ReadOnlySpan<byte> tiff)
    {
        if (tiff.Length < 8 || !(tiff.StartsWith("II*\0"u8) || tiff.StartsWith("MM\0*"u8)))
            return 1;
        var little = tiff[0] == 'I';
        var at = Long(tiff[4..], little);
        if (at > tiff.Length - 2)
            return 1;
        var directory = tiff[(int)at..];
        var count = Short(directory, little);
        for (var entry = directory[2..]; count > 0 && entry.Length >= 12; count--, entry = entry[12..])
            if (Short(entry, little) == Tag)
                return Short(entry[8..], little) is >= 1 and <= 8 and var orientation ? orientation : 1;
        return 1;
    }

    /// <summary>An EXIF segment that says the orientation and nothing else.</summary>
    internal static byte[] Only(int orientation) =>
    [
        .. "Exif\0\0MM\0*"u8, 0, 0, 0, 8,
        0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte)orientation, 0, 0,
        0, 0, 0, 0,
    ];

    static ushort Short(ReadOnlySpan<byte> from, bool little) =>
        little ? BinaryPrimitives.ReadUInt16LittleEndian(from) : BinaryPrimitives.ReadUInt16BigEndian(from);

    static uint Long(ReadOnlySpan<byte> from, bool little) =>
        little ? BinaryPrimitives.ReadUInt32LittleEndian(from) : BinaryPrimitives.ReadUInt32BigEndian(from);
}
