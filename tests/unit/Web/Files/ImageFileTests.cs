using System.Text;
using FsCheck;
using FsCheck.Fluent;
using HealthDoers.Web.Files;

namespace HealthDoers.Tests.Web.Files;

public class ImageFileTests
{
    static readonly byte[] Secret = Encoding.ASCII.GetBytes(Pictures.Secret);

    static readonly byte[] Jpeg = Pictures.Jpeg(
        Pictures.ExifSegment(),
        Pictures.Segment(0xE1, [.. "http://ns.adobe.com/xap/1.0/\0"u8, .. Secret]),
        Pictures.Segment(0xE2, [.. "ICC_PROFILE\0"u8, 1, 1, .. Pictures.Icc()]),
        Pictures.Segment(0xE2, [.. "MPF\0"u8, .. Secret]),
        Pictures.Segment(0xED, [.. "Photoshop 3.0\0"u8, .. Secret]),
        Pictures.Segment(0xEE, [.. "Adobe"u8, 0, 100, 0, 0, 0, 0, 1, .. Secret]),
        Pictures.Segment(0xFE, [.. "<html><script>"u8, .. Secret]));

    static readonly byte[] Png = Pictures.Png(3, 2,
        Pictures.Chunk("gAMA", [0, 0, 0xB1, 0x8F]),
        Pictures.Chunk("eXIf", Pictures.Exif(6)),
        Pictures.Chunk("tEXt", [.. "Comment\0"u8, .. Secret]),
        Pictures.Chunk("iTXt", [.. "XML:com.adobe.xmp\0\0\0\0\0"u8, .. Secret]),
        Pictures.Chunk("acTL", [0, 0, 0, 1, 0, 0, 0, 0]));

    static readonly byte[] WebP = Pictures.WebPExtended();

    public static TheoryData<byte[], ImageKind> Laden => new() { { Jpeg, ImageKind.Jpeg }, { Png, ImageKind.Png }, { WebP, ImageKind.WebP } };

    static ImageFile Read(byte[] upload)
    {
        Assert.Equal(ImageFault.None, ImageFile.Read(upload, out var image));
        return image!;
    }

    static ImageFault Fault(byte[] upload) => ImageFile.Read(upload, out _);

    static bool HoldsSecret(byte[] content) => content.AsSpan().IndexOf(Secret) >= 0;

    [Theory]
    [MemberData(nameof(Laden))]
    public void A_picture_loses_everything_but_itself(byte[] upload, ImageKind kind)
    {
        var image = Read([.. upload, .. "<script>alert(1)</script>"u8, .. Secret]);
        Assert.Equal(kind, image.Kind);
        Assert.False(HoldsSecret(image.Content));
        Assert.True(image.Content.AsSpan().IndexOf("<script>"u8) < 0);
        Assert.Equal(image.Content, Read(image.Content).Content);
    }

    [Fact]
    public void A_bare_picture_is_kept_byte_for_byte()
    {
        Assert.Equal(Pictures.Jpeg(), Read(Pictures.Jpeg()).Content);
        Assert.Equal(Pictures.Png(3, 2), Read(Pictures.Png(3, 2)).Content);
        Assert.Equal(Pictures.WebP(), Read(Pictures.WebP()).Content);
        Assert.Equal(Pictures.WebPLossless(), Read(Pictures.WebPLossless()).Content);
    }

    [Theory]
    [InlineData(1, false, 3, 2)]
    [InlineData(3, true, 3, 2)]
    [InlineData(6, false, 2, 3)]
    [InlineData(8, true, 2, 3)]
    [InlineData(77, false, 3, 2)]
    public void A_photo_keeps_how_the_camera_was_held(byte orientation, bool little, int width, int height)
    {
        var image = Read(Pictures.Jpeg(Pictures.ExifSegment(orientation, little)));
        Assert.Equal((width, height), (image.Width, image.Height));
        Assert.Equal(orientation is > 1 and <= 8, image.Content.AsSpan().IndexOf("Exif\0\0"u8) > 0);
        Assert.Equal((width, height), (Read(image.Content).Width, Read(image.Content).Height));
    }

    [Fact]
    public void A_photo_keeps_its_colour_profile_and_its_adobe_transform()
    {
        var content = Read(Jpeg).Content.AsSpan();
        Assert.True(content.IndexOf((byte[])[.. "ICC_PROFILE\0"u8, 1, 1, .. Pictures.Icc()]) > 0);
        Assert.True(content.IndexOf((byte[])[0xFF, 0xEE, 0, 14, .. "Adobe"u8]) > 0);
    }

    [Fact]
    public void A_thumbnail_that_may_show_what_was_cropped_goes()
    {
        byte[] jfif = [.. "JFIF\0"u8, 1, 1, 0, 0, 1, 0, 1, 1, 1, .. Secret];
        var image = Read([0xFF, 0xD8, .. Pictures.Segment(0xE0, jfif), .. Pictures.Jpeg()[20..]]);
        Assert.Equal(Pictures.Jpeg(), image.Content);
    }

    [Fact]
    public void A_webp_says_no_more_that_it_has_metadata()
    {
        var content = Read(WebP).Content;
        Assert.Equal(0x30, content[20]);
        Assert.Equal(content.Length - 8, BitConverter.ToInt32(content, 4));
    }

    [Fact]
    public void A_png_keeps_its_colours_and_loses_its_movement()
    {
        var content = Read(Png).Content.AsSpan();
        Assert.True(content.IndexOf("gAMA"u8) > 0);
        Assert.True(content.IndexOf("acTL"u8) < 0);
    }

    public static TheoryData<byte[], ImageFault> Refused => new()
    {
        { [], ImageFault.Empty },
        { [.. Pictures.Jpeg(), .. new byte[ImageFile.MaxBytes]], ImageFault.TooHeavy },
        { "GIF89a"u8.ToArray(), ImageFault.Gif },
        { "BM\0\0"u8.ToArray(), ImageFault.Bmp },
        { "II*\0"u8.ToArray(), ImageFault.Tiff },
        { [0, 0, 0, 24, .. "ftypheic"u8, 0, 0, 0, 0], ImageFault.Heic },
        { [0, 0, 0, 24, .. "ftypavif"u8, 0, 0, 0, 0], ImageFault.Avif },
        { "<?xml version='1.0'?><svg onload='x'/>"u8.ToArray(), ImageFault.Svg },
        { "<html><script>"u8.ToArray(), ImageFault.NotAPicture },
        { "%PDF-1.7"u8.ToArray(), ImageFault.NotAPicture },
        { [0xFF, 0xD8, 0xFF, .. "<html><script>alert(1)</script>"u8], ImageFault.Damaged },
        { [0xFF, 0xD8, 0xFF, 0xD9], ImageFault.Damaged },
        { [0x89, .. "PNG"u8], ImageFault.Damaged },
        { "RIFF\0\0\0\0WEBP"u8.ToArray(), ImageFault.Damaged },
        { Pictures.Png(ImageFile.MaxSide + 1, 1), ImageFault.TooManyPixels },
        { Pictures.Png(10_000, 5_001), ImageFault.TooManyPixels },
        { Pictures.Png(0, 1), ImageFault.Damaged },
        { Pictures.Png(-1, 1), ImageFault.Damaged },
        { Pictures.Png(3, 2, Pictures.Chunk("XXXX", [1])), ImageFault.Damaged },
        { [.. Pictures.PngHead, .. Pictures.Ihdr(3, 2), .. Pictures.Chunk("IEND", [])], ImageFault.Damaged },
        { Pictures.WebPExtended(0x3E), ImageFault.Animated },
        { Pictures.Riff(Pictures.WebPChunk("ANMF", [0])), ImageFault.Animated },
        { Pictures.WebP(Pictures.Vp8x(0, 300, 2)), ImageFault.Damaged },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void Anything_else_is_refused_with_its_reason(byte[] upload, ImageFault fault) => Assert.Equal(fault, Fault(upload));

    [Theory]
    [MemberData(nameof(Laden))]
    public void A_picture_cut_short_is_damaged(byte[] upload, ImageKind kind)
    {
        for (var length = 12; length < upload.Length; length++)
            Assert.Equal(ImageFault.Damaged, Fault(upload[..length]));
        Assert.Equal(kind, Read(upload).Kind);
    }

    [Theory]
    [MemberData(nameof(Laden))]
    public void One_wrong_bit_never_lets_the_secret_through(byte[] upload, ImageKind kind)
    {
        for (var bit = 0; bit < upload.Length * 8; bit++)
        {
            var flipped = upload.ToArray();
            flipped[bit / 8] ^= (byte)(1 << bit % 8);
            if (ImageFile.Read(flipped, out var image) == ImageFault.None)
                Assert.False(HoldsSecret(image!.Content), $"{kind}, bit {bit}");
        }
    }

    [Fact]
    public void Damage_of_any_kind_is_survived()
    {
        var damage = from file in Gen.Elements(Jpeg, Png, WebP)
                     from start in Gen.Choose(0, file.Length)
                     from gone in Gen.Choose(0, 40)
                     from put in Gen.ArrayOf(Gen.Elements<byte>(0, 1, 2, 8, 0x7F, 0x80, 0xC0, 0xDA, 0xE1, 0xFE, 0xFF))
                     select (byte[])[.. file[..start], .. put, .. file[Math.Min(file.Length, start + gone)..]];
        Prop.ForAll(Arb.From(damage), upload =>
                ImageFile.Read(upload, out var image) == ImageFault.None ? Read(image!.Content).Kind == image.Kind : image is null)
            .Check(Config.QuickThrowOnFailure.WithMaxTest(5000));
    }

    [Fact]
    public void Videos_are_told_by_their_beginning()
    {
        Assert.Equal(VideoKind.Mp4, VideoFile.Kind([0, 0, 0, 24, .. "ftypmp42"u8, 0, 0, 0, 0]));
        Assert.Equal(VideoKind.WebM, VideoFile.Kind([0x1A, 0x45, 0xDF, 0xA3, 0x9F, 0x42, 0x86, 0x81, 1, 0x42, 0x82, 0x84, .. "webm"u8]));
        Assert.Null(VideoFile.Kind([0x1A, 0x45, 0xDF, 0xA3, 0x9F, 0x42, 0x82, 0x88, .. "matroska"u8]));
        Assert.Null(VideoFile.Kind("<html>"u8));
        Assert.Null(VideoFile.Kind(Jpeg));
    }
}
