using HealthDoers.Web.Commands.Importing;

namespace HealthDoers.Web.Pages.Rooms.Exporting;

/// <summary>The line of a message, in the fields that import reads.</summary>
sealed record ExportedMessage(string Room, string ExternalId, DateTimeOffset At, string Author, string? Topic, string Text, string? ReplyTo)
{
    // Who has left is named as pages name them.
    const string FormerMember = "A member";

    public static ExportedMessage Of(TalkLine line, string room) =>
        new(room, line.ExternalId, line.At, NameOf(line), line.Topic.Length > 0 ? line.Topic : null, line.Text, line.ReplyTo);

    /// <summary>Without the mark of an earlier import, which the next one sets again.</summary>
    public static string NameOf(TalkLine line) => line.Author is not { } author ? FormerMember
        : author.Name.EndsWith(ImportedAuthors.NameEnding, StringComparison.Ordinal) ? author.Name[..^ImportedAuthors.NameEnding.Length] : author.Name;
}
