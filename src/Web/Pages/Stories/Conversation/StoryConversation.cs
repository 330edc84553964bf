using HealthDoers.Domain.Members;
using HealthDoers.Domain.Stories;

namespace HealthDoers.Web.Pages.Stories.Conversation;

/// <summary>What stands under a story: how many answered it in which way, and the comments in their order. The same for everyone.</summary>
public sealed record Talk(IReadOnlyDictionary<ResponseKind, int> Responses, IReadOnlyList<CommentRow> Comments)
{
    public static readonly Talk None = new(new Dictionary<ResponseKind, int>(), []);
}

/// <summary>The same as one viewer sees it.</summary>
/// <param name="ViewerId">Null for a visitor.</param>
/// <param name="Mine">What the viewer did with the story; null for a visitor.</param>
public sealed record StoryConversation(string Slug, Talk Talk, Guid? ViewerId, Mine? Mine, bool IsOwn)
{
    public IReadOnlyList<CommentRow> Comments => Talk.Comments;

    /// <summary>Otherwise what stands beside the story looks the same for everyone.</summary>
    public bool HasOwnTraces => IsOwn || Mine is { Responses.Count: > 0 } or { Kept: true } or { Followed: true };

    /// <summary>Where the viewer may change something, the comments are drawn for them alone.</summary>
    public bool HasOwnComments { get; } = ViewerId is { } viewer && Talk.Comments.Any(c => c.AuthorId == viewer);

    public int Count(ResponseKind kind) => Talk.Responses.GetValueOrDefault(kind);

    public bool IsMine(CommentRow comment) => comment.AuthorId == ViewerId;
}

/// <summary>What the viewer did with the story.</summary>
public sealed record Mine(IReadOnlyList<ResponseKind> Responses, bool Kept, bool Followed);

/// <param name="Author">Null for a member who left.</param>
/// <param name="Html">Safe; empty when taken away.</param>
/// <param name="AnsweringName">Whom it answers, when they are still here.</param>
public sealed record CommentRow(Guid Id, Guid AuthorId, CommentAuthor? Author, string Html, DateTimeOffset At, bool Changed, Guid? AnsweringId, string? AnsweringName, Taken Taken);

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
