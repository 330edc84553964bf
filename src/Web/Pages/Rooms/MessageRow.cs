using System.Globalization;
using HealthDoers.Domain.Members;
using HealthDoers.Domain.Rooms;
using HealthDoers.Web.Pages.Rooms.Log;
using Microsoft.Extensions.Localization;

namespace HealthDoers.Web.Pages.Rooms;

/// <summary>A message as <c>_Message</c> shows it to one viewer.</summary>
/// <param name="Room">Its slug.</param>
/// <param name="Answered">What it replies to.</param>
public sealed record MessageRow(string Room, MessageItem Item, MessageItem? Answered, Member? Viewer)
{
    public bool IsMine => Viewer is not null && Item.Author?.Handle == Viewer.Handle;

    /// <summary>What stands before it has the same topic, which is then said once.</summary>
    public bool FollowsTopic { get; init; }

    /// <summary>It calls the viewer by name.</summary>
    public bool CallsViewer => Viewer is not null && Mentions.In(Item.Body).Handles.Contains(Viewer.Handle);

    /// <summary>"Action for Ana, by 3 December". The page's script says the same.</summary>
    public string MarkSays(ItemMark mark, IStringLocalizer text)
    {
        var kind = text[mark.Done ? "Mark_done" : $"Mark_{mark.Kind}"].Value;
        if (mark.Kind == ItemMark.NameOf(MarkKind.Action))
            kind = text["MarkOf", kind, mark.Owner?.Name ?? text["AMember"]];
        return mark.Due is { } due ? text["MarkBy", kind, due.ToString("d MMMM yyyy", CultureInfo.CurrentCulture)] : kind;
    }

    /// <summary>"240 KB"; the page's script says the same.</summary>
    public static string SizeOf(ItemFile file) => file.Length < 1_000_000
        ? $"{Math.Max(1, file.Length / 1_000).ToString("N0", CultureInfo.CurrentCulture)} KB"
        : $"{(file.Length / 1_000_000d).ToString("N1", CultureInfo.CurrentCulture)} MB";

    /// <summary>What the page's script fills for each message that arrives later.</summary>
    public static MessageRow Blank(string room, Member? viewer) => new(room, new()
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
        Mark = null,
        Pinned = false,
        Files = [],
        Reactions = new Dictionary<string, IReadOnlyList<string>>(),
    }, null, viewer);
}
