using HealthDoers.Domain.Members;
using HealthDoers.Web.Pages.Rooms.Log;

namespace HealthDoers.Web.Pages.Rooms;

/// <summary>A message as <c>_Message</c> shows it to one viewer.</summary>
/// <param name="Answered">What it replies to.</param>
public sealed record MessageRow(MessageItem Item, MessageItem? Answered, Member? Viewer)
{
    public bool IsMine => Viewer is not null && Item.Author?.Handle == Viewer.Handle;

    /// <summary>What the page's script fills for each message that arrives later.</summary>
    public static MessageRow Blank(Member? viewer) => new(new()
    {
        Id = Guid.Empty,
        Seq = 0,
        Rev = 0,
        ClientId = Guid.Empty,
        Topic = "",
        Author = new("", ""),
        Body = "",
        Html = "",
        CreatedAt = DateTimeOffset.UnixEpoch,
        EditedAt = null,
        Deleted = false,
        ReplyToSeq = null,
        Reactions = new Dictionary<string, IReadOnlyList<string>>(),
    }, null, viewer);
}
