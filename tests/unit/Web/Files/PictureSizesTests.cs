using HealthDoers.Web.Files;
using Microsoft.Extensions.Logging.Abstractions;

namespace HealthDoers.Tests.Web.Files;

public sealed class PictureSizesTests : IDisposable
{
    readonly PictureSizes _sizes = new(NullLogger<PictureSizes>.Instance);

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_large_picture_becomes_smaller_where_the_tool_is_installed()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/vipsthumbnail"), "vipsthumbnail is not installed.");
        ImageFile.Read(Pictures.PngWithPixels(800, 500), out var large);

        var small = await _sizes.ReducedAsync(large!, 100, Stop);

        Assert.Equal((ImageKind.Png, 100, 63), (small!.Kind, small.Width, small.Height));
    }

    [Fact]
    public async Task A_small_picture_stays_as_it_is()
    {
        ImageFile.Read(Pictures.Png(3, 2), out var picture);
        Assert.Null(await _sizes.ReducedAsync(picture!, 100, Stop));
    }

    [Fact]
    public async Task A_picture_that_cannot_be_read_stays_as_it_came()
    {
        // The header promises more pixels than there are.
        ImageFile.Read(Pictures.Png(3_000, 2_000), out var broken);
        var made = await _sizes.ReducedAsync(broken!, 100, Stop);
        Assert.True(made is null || made.Width <= 100);
    }

    public void Dispose() => _sizes.Dispose();
}
