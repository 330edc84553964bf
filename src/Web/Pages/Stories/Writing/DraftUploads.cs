using HealthDoers.Domain.Stories;
using HealthDoers.Domain.Words;
using HealthDoers.Web.Files;

namespace HealthDoers.Web.Pages.Stories.Writing;

/// <summary>Judges what is uploaded to a draft and keeps it. Refusals are keys of <see cref="WritingText"/>.</summary>
sealed class DraftUploads(FileStore files, PictureSizes sizes, TimeProvider clock)
{
    public const int MaxVideoBytes = 50 * 1024 * 1024;

    /// <summary>A whole form: the video, a picture and its small copy, and every text.</summary>
    public const int RequestLimit = MaxVideoBytes + 3 * ImageFile.MaxBytes;

    /// <param name="small">The same picture at 480 px, when the browser made one.</param>
    /// <returns>The picture as the draft has it, which may have had it already; or why it was refused.</returns>
    public async Task<(string? Refusal, StoryPicture? Picture)> AddPictureAsync(StoryDraft draft, IFormFile upload, IFormFile? small, string? description, CancellationToken cancellationToken)
    {
        var (refusal, picture) = await JudgeAsync(upload, cancellationToken);
        if (picture is null)
            return (refusal, null);
        var (_, reduced) = small is null ? (null, null) : await JudgeAsync(small, cancellationToken);
        reduced ??= await sizes.ReducedAsync(picture, StoryPicture.SmallSide, cancellationToken);
        picture = await sizes.ReducedAsync(picture, StoryPicture.LargeSide, cancellationToken) ?? picture;
        var hash = await files.KeepAsync(picture, draft.AuthorId, cancellationToken);
        var smallHash = reduced is not null && reduced.Width < picture.Width ? await files.KeepAsync(reduced, draft.AuthorId, cancellationToken) : null;
        draft.Add(new(hash, CleanText.Line(description), picture.Width, picture.Height, smallHash), clock.GetUtcNow());
        return (null, draft.Pictures.Single(p => p.File == hash));
    }

    public async Task<string?> AddVideoAsync(StoryDraft draft, IFormFile upload, CancellationToken cancellationToken)
    {
        if (upload.Length > MaxVideoBytes)
            return "VideoTooHeavy";
        var content = await BytesAsync(upload, cancellationToken);
        if (VideoFile.Kind(content.AsSpan(0, Math.Min(content.Length, 256))) is not { } kind)
            return "NotAVideo";
        draft.Show(await files.KeepAsync(content, kind == VideoKind.Mp4 ? "video/mp4" : "video/webm", 0, 0, draft.AuthorId, cancellationToken), clock.GetUtcNow());
        return null;
    }

    static async Task<(string? Refusal, ImageFile? Picture)> JudgeAsync(IFormFile upload, CancellationToken cancellationToken)
    {
        if (upload.Length > ImageFile.MaxBytes)
            return ($"Picture{ImageFault.TooHeavy}", null);
        var fault = ImageFile.Read(await BytesAsync(upload, cancellationToken), out var picture);
        return fault == ImageFault.None ? (null, picture) : ($"Picture{fault}", null);
    }

    static async Task<byte[]> BytesAsync(IFormFile upload, CancellationToken cancellationToken)
    {
        var content = new byte[upload.Length];
        await using var stream = upload.OpenReadStream();
        await stream.ReadExactlyAsync(content, cancellationToken);
        return content;
    }
}
