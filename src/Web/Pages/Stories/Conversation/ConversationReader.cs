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

    readonly Func<AppDb, Guid, Guid, Task<Mine?>> _mine = EF.CompileAsyncQuery((AppDb db, Guid storyId, Guid viewerId) =>
        db.Members.AsSingleQuery().Where(m => m.Id == viewerId).Select(m => new Mine(
            db.StoryResponses.Where(r => r.StoryId == storyId && r.MemberId == m.Id).Select(r => r.Kind).ToList(),
            db.Bookmarks.Any(b => b.StoryId == storyId && b.MemberId == m.Id),
            db.Follows.Any(f => f.MemberId == m.Id && f.Kind == FollowedKind.Story && f.TargetId == storyId))).SingleOrDefault());

    public async Task<Talk> ReadAsync(AppDb db, Guid storyId, CancellationToken stop)
    {
        var counts = await _counts(db, storyId).ToDictionaryAsync(c => c.Kind, c => c.Count, cancellationToken: stop);
        var rows = await _comments(db, storyId).ToListAsync(stop);
        var authors = rows.ToDictionary(c => c.Id, c => c.ErasedAt is null ? c.Name : null);
        return new(counts, [.. rows.Select(c => new CommentRow(
            c.Id, c.AuthorId, c.ErasedAt is null ? new(c.Handle, c.Name, c.Picture, c.SeenBy) : null, SafeMarkdown.ToHtml(c.Body, keepBreaks: true), c.At, c.EditedAt is not null,
            c.AnsweringId, c.AnsweringId is { } id ? authors.GetValueOrDefault(id) : null,
            c.Removal is { } removal ? (removal.ById == c.AuthorId ? Taken.ByAuthor : Taken.ByEditor) : Taken.Not))]);
    }

    /// <param name="viewerId">Null for a visitor: then nothing in it is theirs, and the page can be shared.</param>
    public async Task<StoryConversation> ForAsync(AppDb db, StoryReading story, Guid? viewerId, CancellationToken stop) =>
        new(story.Slug, story.Talk, viewerId, viewerId is { } viewer ? await _mine(db, story.Id, viewer).WaitAsync(stop) : null, viewerId == story.Author.Id);

    sealed record KindCount(ResponseKind Kind, int Count);

    sealed record CommentRead(Guid Id, string Body, DateTimeOffset At, DateTimeOffset? EditedAt, Guid? AnsweringId, Removal? Removal, Guid AuthorId,
        string Handle, string Name, DateTimeOffset? ErasedAt, string? Picture, Audience SeenBy);
}
