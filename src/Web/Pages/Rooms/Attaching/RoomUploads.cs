using HealthDoers.Domain.Rooms;
using HealthDoers.Domain.Words;
using HealthDoers.Web.Data;
using HealthDoers.Web.Files;
using HealthDoers.Web.Pages.Stories.Writing;
using Microsoft.Extensions.Localization;

namespace HealthDoers.Web.Pages.Rooms.Attaching;

/// <summary>Judges what somebody sends along with a message, and keeps it.</summary>
sealed class RoomUploads(FileStore files, PictureSizes sizes, AppDb db, IStringLocalizer<AttachingText> text, IStringLocalizer<WritingText> pictures)
{
    /// <summary>The longer side, as in stories.</summary>
    const int LargeSide = 1600;

    /// <summary>A whole form: the file and every text.</summary>
    public const int RequestLimit = DocumentFile.MaxBytes + 2_000_000;

    /// <returns>The file without its description, or the sentence why it was refused.</returns>
    public async Task<(string? Refusal, PostedFile? File)> KeepAsync(IFormFile upload, Guid memberId, CancellationToken stop)
    {
        var name = NameOf(upload);
        if (upload.Length > DocumentFile.MaxBytes)
            return (text["TooHeavy", DocumentFile.MaxBytes >> 20], null);
        var content = new byte[upload.Length];
        await using (var stream = upload.OpenReadStream())
            await stream.ReadExactlyAsync(content, stop);
        if (DocumentFile.TypeOf(content, name) is { } type)
            return await KeptAsync(new("", name, "", type, content.Length, 0, 0), content, memberId, stop);

        var fault = ImageFile.Read(content, out var picture);
        if (picture is null)
            return (fault is ImageFault.NotAPicture ? text["NotTaken"] : pictures[$"Picture{fault}"], null);
        picture = await sizes.ReducedAsync(picture, LargeSide, stop) ?? picture;
        return await KeptAsync(new("", name, "", picture.ContentType, picture.Content.Length, picture.Width, picture.Height), picture.Content, memberId, stop);
    }

    async Task<(string?, PostedFile?)> KeptAsync(PostedFile file, byte[] content, Guid memberId, CancellationToken stop)
    {
        var hash = await files.KeepAsync(content, file.ContentType, file.Width, file.Height, memberId, stop);
        await db.SaveUnlessDoneAsync(stop); // two who send the same at once share one
        return (null, file with { File = hash });
    }

    static string NameOf(IFormFile upload)
    {
        var name = CleanText.Line(Path.GetFileName(upload.FileName.Replace('\\', '/')));
        if (name.Length <= PostedFile.NameLimit)
            return name.Length == 0 ? "file" : name;
        var extension = Path.GetExtension(name);
        return name[..(PostedFile.NameLimit - Math.Min(extension.Length, 10))] + extension[..Math.Min(extension.Length, 10)];
    }
}
