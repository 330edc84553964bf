using System.Diagnostics;

namespace HealthDoers.Web.Files;

/// <summary>
/// Makes pictures smaller with Debian's <c>vipsthumbnail</c> where it is installed. Browsers do it before they send; this is for those
/// without script. Where nothing can do it, a picture stays as it came.
/// </summary>
sealed class PictureSizes(ILogger<PictureSizes> log) : IDisposable
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    // A picture of 50 million pixels takes some hundred megabytes while it is made smaller.
    readonly SemaphoreSlim _turn = new(2);
    bool _isMissing;

    /// <returns>The picture with its longer side at most so many pixels; null where it is small already or cannot be done.</returns>
    public async Task<ImageFile?> ReducedAsync(ImageFile picture, int side, CancellationToken cancellationToken)
    {
        if (_isMissing || Math.Max(picture.Width, picture.Height) <= side)
            return null;
        await _turn.WaitAsync(cancellationToken);
        try
        {
            var made = await RunAsync(picture, side, cancellationToken);
            return made is not null && ImageFile.Read(made, out var reduced) == ImageFault.None ? reduced : null;
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    async Task<byte[]?> RunAsync(ImageFile picture, int side, CancellationToken cancellationToken)
    {
        using var tool = new Process { StartInfo = new("vipsthumbnail", ["stdin", "--size", $"{side}x{side}>", "-o", $"{picture.Extension}[Q=82]"]) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true } };
        using var late = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        try
        {
            tool.Start();
        }
        catch (System.ComponentModel.Win32Exception)
        {
            _isMissing = true;
            log.LogInformation("vipsthumbnail is not installed, so pictures are kept in the size in which browsers send them");
            return null;
        }
        try
        {
            late.CancelAfter(Patience);
            using var made = new MemoryStream();
            var complaint = tool.StandardError.ReadToEndAsync(late.Token);
            var reading = tool.StandardOutput.BaseStream.CopyToAsync(made, late.Token);
            await tool.StandardInput.BaseStream.WriteAsync(picture.Content, late.Token);
            tool.StandardInput.Close();
            await Task.WhenAll(reading, complaint, tool.WaitForExitAsync(late.Token));
            if (tool.ExitCode == 0)
                return made.ToArray();
            log.LogWarning("A picture could not be made smaller: {Complaint}", await complaint);
            return null;
        }
        catch (Exception stopped) when (stopped is IOException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            log.LogWarning(stopped, "A picture could not be made smaller");
            return null;
        }
        finally
        {
            if (!tool.HasExited)
                tool.Kill();
        }
    }
}
