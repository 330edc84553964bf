using HealthDoers.Web.Access.PersonalData;
using HealthDoers.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Notifying;

/// <summary>What a member said under stories, what they keep and follow, and what they were told.</summary>
sealed class ConversationData(AppDb db, TimeProvider clock) : IPersonalData
{
    public string Name => "conversation";

    public async Task<IReadOnlyList<object>> ReadAsync(Guid memberId, CancellationToken cancellationToken) =>
    [
        .. await db.Comments.Where(c => c.AuthorId == memberId && c.Removal == null).OrderBy(c => c.At)
            .Select(c => new { What = "comment", Story = db.Stories.Single(s => s.Id == c.StoryId).Slug, c.Body, c.At, c.EditedAt }).ToListAsync(cancellationToken),
        .. await db.StoryResponses.Where(r => r.MemberId == memberId).OrderBy(r => r.At)
            .Select(r => new { What = "response", Story = db.Stories.Single(s => s.Id == r.StoryId).Slug, r.Kind, r.Note, r.At }).ToListAsync(cancellationToken),
        .. await db.Bookmarks.Where(b => b.MemberId == memberId).OrderBy(b => b.At)
            .Select(b => new { What = "kept", Story = db.Stories.Single(s => s.Id == b.StoryId).Slug, b.At }).ToListAsync(cancellationToken),
        .. await db.Follows.Where(f => f.MemberId == memberId).OrderBy(f => f.At)
            .Select(f => new { What = "follow", f.Kind, f.TargetId, f.At, f.Only }).ToListAsync(cancellationToken),
        .. await db.Notifications.Where(n => n.MemberId == memberId).OrderBy(n => n.At)
            .Select(n => new { What = "notification", n.Kind, n.Reason, n.At, n.ReadAt }).ToListAsync(cancellationToken),
        .. await db.NotificationSettings.Where(s => s.MemberId == memberId).Select(s => new { What = "notification rules", s.Rules }).ToListAsync(cancellationToken),
        .. await db.Reports.Where(r => r.ById == memberId).OrderBy(r => r.At)
            .Select(r => new { What = "report", r.Kind, r.Reason, r.Note, r.At }).ToListAsync(cancellationToken),
    ];

    public async Task EraseAsync(Guid memberId, WhatStays stays, CancellationToken cancellationToken)
    {
        await db.StoryResponses.Where(r => r.MemberId == memberId).ExecuteDeleteAsync(cancellationToken);
        await db.Bookmarks.Where(b => b.MemberId == memberId).ExecuteDeleteAsync(cancellationToken);
        await db.Follows.Where(f => f.MemberId == memberId || f.TargetId == memberId).ExecuteDeleteAsync(cancellationToken);
        await db.Notifications.Where(n => n.MemberId == memberId).ExecuteDeleteAsync(cancellationToken);
        await db.NotificationSettings.Where(s => s.MemberId == memberId).ExecuteDeleteAsync(cancellationToken);
        await db.LastDigests.Where(l => l.MemberId == memberId).ExecuteDeleteAsync(cancellationToken);
        if (stays == WhatStays.UnderNoName)
            return;
        foreach (var comment in await db.Comments.Where(c => c.AuthorId == memberId && c.Removal == null).ToListAsync(cancellationToken))
            comment.Erase(clock.GetUtcNow());
    }
}
