using HealthDoers.Domain.Members;
using HealthDoers.Domain.Stories;

namespace HealthDoers.Web.Pages.Stories.Conversation;

/// <summary>What stands under a story: how many answered it in which way, and the comments in their order.</summary>
public sealed record StoryConversation(string Slug, IReadOnlyDictionary<ResponseKind, int> Responses, IReadOnlyList<CommentRow> Comments, Mine? Mine, bool IsOwn)
{
    public int Count(ResponseKind kind) => Responses.GetValueOrDefault(kind);
}

/// <summary>What the viewer did with the story.</summary>
public sealed record Mine(IReadOnlySet<ResponseKind> Responses, bool Kept, bool Followed);

/// <param name="Author">Null for a member who left.</param>
/// <param name="Html">Safe; empty when taken away.</param>
/// <param name="AnsweringName">Whom it answers, when they are still here.</param>
public sealed record CommentRow(Guid Id, CommentAuthor? Author, string Html, DateTimeOffset At, bool Changed, Guid? AnsweringId, string? AnsweringName, Taken Taken, bool IsMine);

public sealed record CommentAuthor(string Handle, string Name, string? Picture, Audience SeenBy)
{
    /// <summary>Their name stands with what they said in any case; their page and picture only where they let people see them.</summary>
    public bool IsOpenTo(bool member) => SeenBy == Audience.Everyone || member && SeenBy == Audience.Members;
}

public enum Taken
{
    Not,
    ByAuthor,
    ByEditor,
}
