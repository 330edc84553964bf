using HealthDoers.Domain.Rooms;
using HealthDoers.Web.Pages.Rooms.Attaching;

namespace HealthDoers.Web.Pages.Rooms.Log;

/// <summary>A file that came with a message.</summary>
/// <param name="Url">Serves it to whoever may read the message.</param>
/// <param name="Length">In bytes.</param>
/// <param name="Width">In pixels; 0 for what is no picture.</param>
public sealed record ItemFile(string Url, string Name, string Description, string ContentType, long Length, int Width, int Height)
{
    public bool IsPicture() => Width > 0;

    public static IReadOnlyList<ItemFile> Of(IEnumerable<MessageFile> files) =>
        [.. files.OrderBy(f => f.Place).Select(f => new ItemFile(FileAddress.Of(f.File), f.Name, f.Description, f.ContentType, f.Length, f.Width, f.Height))];
}
