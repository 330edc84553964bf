namespace HealthDoers.Web.Files;

/// <summary>
/// A picture judged by its bytes and freed of everything that is not needed to show it: place, camera, time, thumbnails, comments
/// and whatever follows its end. Colour profile and orientation stay.
/// </summary>
/// <param name="Width">In pixels, as shown (after turning).</param>
/// <param name="Height">In pixels, as shown (after turning).</param>
public sealed record ImageFile(ImageKind Kind, int Width, int Height, byte[] Content)
{
    public const int MaxBytes = 5 * 1024 * 1024;
    public const int MaxSide = 12_000;
    public const int MaxPixels = 50_000_000;

    public string ContentType => Kind switch { ImageKind.Jpeg => "image/jpeg", ImageKind.Png => "image/png", _ => "image/webp" };

    /// <summary>With its dot.</summary>
    public string Extension => Kind switch { ImageKind.Jpeg => ".jpg", ImageKind.Png => ".png", _ => ".webp" };

    public static ImageFault Read(ReadOnlySpan<byte> upload, out ImageFile? image)
    {
        image = null;
        return upload switch
        {
            [] => ImageFault.Empty,
            { Length: > MaxBytes } => ImageFault.TooHeavy,
            [0xFF, 0xD8, 0xFF, ..] => JpegReader.Read(upload, out image),
            [0x89, (byte)'P', (byte)'N', (byte)'G', ..] => PngReader.Read(upload, out image),
            [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..] => WebPReader.Read(upload, out image),
            _ => Foreign(upload),
        };
    }

    internal static ImageFault JudgeSize(int width, int height) =>
        width < 1 || height < 1 ? ImageFault.Damaged
        : width > MaxSide || height > MaxSide || (long)width * height > MaxPixels ? ImageFault.TooManyPixels
        : ImageFault.None;

    static ImageFault Foreign(ReadOnlySpan<byte> upload)
    {
        if (upload.StartsWith("GIF8"u8))
            return ImageFault.Gif;
        if (upload.StartsWith("BM"u8))
            return ImageFault.Bmp;
        if (upload.StartsWith("II*\0"u8) || upload.StartsWith("MM\0*"u8))
            return ImageFault.Tiff;
        if (upload.Length >= 12 && upload[4..].StartsWith("ftyp"u8))
            return System.Text.Encoding.ASCII.GetString(upload[8..12]) switch
            {
                "avif" or "avis" => ImageFault.Avif,
                "heic" or "heix" or "hevc" or "heim" or "heis" or "mif1" or "msf1" => ImageFault.Heic,
                _ => ImageFault.NotAPicture,
            };
        return upload[..Math.Min(upload.Length, 4096)].IndexOf("<svg"u8) >= 0 ? ImageFault.Svg : ImageFault.NotAPicture;
    }
}
