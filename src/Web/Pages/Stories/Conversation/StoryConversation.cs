using HealthDoers.Domain.Stories;
using HealthDoers.Web.Data;
using HealthDoers.Web.Words;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Pages.Stories.Conversation;

/// <summary>What stands under a story: how many answered it in which way, and the comments in their order.</summary>
public sealed record StoryConversation(string Slug, IReadOnlyDictionary<ResponseKind, int> Responses, IReadOnlyList<CommentRow> Comments, Mine? Mine, bool IsOwn)
{
    public int Count(ResponseKind kind) => Responses.GetValueOrDefault(kind);

    /// <param name="viewerId">Null for a visitor: then nothing in it is theirs, and the page can be shared.</param>
    public static async Task<StoryConversation> ReadAsync(AppDb db, Guid storyId, Guid authorId, string slug, Guid? viewerId, CancellationToken stop)
    {
        var counts = await db.StoryResponses.Where(r => r.StoryId == storyId)
            .GroupBy(r => r.Kind).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, stop);
        var rows = await db.Comments.AsNoTracking().Where(c => c.StoryId == storyId).OrderBy(c => c.At).ThenBy(c => c.Id)
            .Select(c => new { c.Id, c.Body, c.At, c.EditedAt, c.AnsweringId, c.Removal, c.AuthorId, c.Author.Handle, c.Author.Name, c.Author.ErasedAt, c.Author.Profile.Picture })
            .ToListAsync(stop);
        var authors = rows.ToDictionary(c => c.Id, c => c.ErasedAt is null ? c.Name : null);
        var comments = rows.Select(c => new CommentRow(
            c.Id, c.ErasedAt is null ? new(c.Handle, c.Name, c.Picture) : null, SafeMarkdown.ToHtml(c.Body, keepBreaks: true), c.At, c.EditedAt is not null,
            c.AnsweringId, c.AnsweringId is { } id ? authors.GetValueOrDefault(id) : null,
            c.Removal is { } removal ? (removal.ById == c.AuthorId ? Taken.ByAuthor : Taken.ByEditor) : Taken.Not,
            c.AuthorId == viewerId)).ToList();
        return new(slug, counts, comments, viewerId is { } viewer ? await MineAsync(db, storyId, viewer, stop) : null, viewerId == authorId);
    }

    static async Task<Mine> MineAsync(AppDb db, Guid storyId, Guid viewer, CancellationToken stop) => new(
        await db.StoryResponses.Where(r => r.StoryId == storyId && r.MemberId == viewer).Select(r => r.Kind).ToHashSetAsync(stop),
        await db.Bookmarks.AnyAsync(b => b.StoryId == storyId && b.MemberId == viewer, stop),
        await db.Follows.AnyAsync(f => f.MemberId == viewer && f.Kind == Domain.Notifications.FollowedKind.Story && f.TargetId == storyId, stop));
}

/// <summary>What the viewer did with the story.</summary>
public sealed record Mine(IReadOnlySet<ResponseKind> Responses, bool Kept, bool Followed);

/// <param name="Author">Null for a member who left.</param>
/// <param name="Html">Safe; empty when taken away.</param>
/// <param name="AnsweringName">Whom it answers, when they are still here.</param>
public sealed record CommentRow(Guid Id, CommentAuthor? Author, string Html, DateTimeOffset At, bool Changed, Guid? AnsweringId, string? AnsweringName, Taken Taken, bool IsMine);

public sealed record CommentAuthor(string Handle, string Name, string? Picture);

public enum Taken
{
    Not,
    ByAuthor,
    ByEditor,
}
