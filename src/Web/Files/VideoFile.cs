using System.Text;

namespace HealthDoers.Web.Files;

public enum VideoKind
{
    Mp4,
    WebM,
}

/// <summary>Tells a video by its first bytes (256 are enough), whatever its name says.</summary>
public static class VideoFile
{
    public static VideoKind? Kind(ReadOnlySpan<byte> beginning)
    {
        if (beginning.Length >= 12 && beginning[4..].StartsWith("ftyp"u8))
            return Encoding.ASCII.GetString(beginning[8..12]) is "isom" or "iso2" or "iso4" or "iso5" or "iso6" or "mp41" or "mp42" or "avc1" or "M4V " or "dash" or "MSNV"
                ? VideoKind.Mp4 : null;
        // EBML (RFC 8794), with a DocType (42 82) of four characters.
        return beginning.StartsWith((byte[])[0x1A, 0x45, 0xDF, 0xA3])
            && beginning[..Math.Min(beginning.Length, 64)].IndexOf((byte[])[0x42, 0x82, 0x84, .. "webm"u8]) > 0 ? VideoKind.WebM : null;
    }
}
