using HealthDoers.Domain.Members;
using HealthDoers.Domain.Notifications;
using HealthDoers.Domain.Stories;
using HealthDoers.Web.Data;
using HealthDoers.Web.Words;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Pages.Stories.Conversation;

/// <summary>Reads what stands under a story, with queries that are translated to SQL once.</summary>
sealed class ConversationReader
{
    // Not static: a translation belongs to one database.
    readonly Func<AppDb, Guid, IAsyncEnumerable<KindCount>> _counts = EF.CompileAsyncQuery((AppDb db, Guid storyId) =>
        db.StoryResponses.Where(r => r.StoryId == storyId).GroupBy(r => r.Kind).Select(g => new KindCount(g.Key, g.Count())));

    readonly Func<AppDb, Guid, IAsyncEnumerable<CommentRead>> _comments = EF.CompileAsyncQuery((AppDb db, Guid storyId) =>
        db.Comments.AsNoTracking().Where(c => c.StoryId == storyId).OrderBy(c => c.At).ThenBy(c => c.Id)
            .Select(c => new CommentRead(c.Id, c.Body, c.At, c.EditedAt, c.AnsweringId, c.Removal, c.AuthorId,
                c.Author.Handle, c.Author.Name, c.Author.ErasedAt, c.Author.Profile.Picture, c.Author.Profile.SeenBy)));

    /// <param name="viewerId">Null for a visitor: then nothing in it is theirs, and the page can be shared.</param>
    public async Task<StoryConversation> ReadAsync(AppDb db, Guid storyId, Guid authorId, string slug, Guid? viewerId, CancellationToken stop)
    {
        var counts = await _counts(db, storyId).ToDictionaryAsync(c => c.Kind, c => c.Count, cancellationToken: stop);
        var rows = await _comments(db, storyId).ToListAsync(stop);
        var authors = rows.ToDictionary(c => c.Id, c => c.ErasedAt is null ? c.Name : null);
        var comments = rows.Select(c => new CommentRow(
            c.Id, c.ErasedAt is null ? new(c.Handle, c.Name, c.Picture, c.SeenBy) : null, SafeMarkdown.ToHtml(c.Body, keepBreaks: true), c.At, c.EditedAt is not null,
            c.AnsweringId, c.AnsweringId is { } id ? authors.GetValueOrDefault(id) : null,
            c.Removal is { } removal ? (removal.ById == c.AuthorId ? Taken.ByAuthor : Taken.ByEditor) : Taken.Not,
            c.AuthorId == viewerId)).ToList();
        return new(slug, counts, comments, viewerId is { } viewer ? await MineAsync(db, storyId, viewer, stop) : null, viewerId == authorId);
    }

    static async Task<Mine> MineAsync(AppDb db, Guid storyId, Guid viewer, CancellationToken stop) => new(
        await db.StoryResponses.Where(r => r.StoryId == storyId && r.MemberId == viewer).Select(r => r.Kind).ToHashSetAsync(stop),
        await db.Bookmarks.AnyAsync(b => b.StoryId == storyId && b.MemberId == viewer, stop),
        await db.Follows.AnyAsync(f => f.MemberId == viewer && f.Kind == FollowedKind.Story && f.TargetId == storyId, stop));

    sealed record KindCount(ResponseKind Kind, int Count);

    sealed record CommentRead(Guid Id, string Body, DateTimeOffset At, DateTimeOffset? EditedAt, Guid? AnsweringId, Removal? Removal, Guid AuthorId,
        string Handle, string Name, DateTimeOffset? ErasedAt, string? Picture, Audience SeenBy);
}
