using HealthDoers.Domain.Members;
using HealthDoers.Domain.Moderation;
using HealthDoers.Domain.Stories;
using HealthDoers.Web.Data;
using HealthDoers.Web.Pages.Stories.Conversation;
using HealthDoers.Web.Words;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Pages.Reports;

/// <summary>What a report is about, as somebody who may see it names and reaches it.</summary>
/// <param name="Language">Of the name, where it is a title.</param>
public sealed record ReportTarget(ReportedKind Kind, Guid Id, string Name, string Address, string? Language)
{
    const int NameLength = 80;

    /// <param name="key">A story's slug, a comment's id or a member's handle.</param>
    public static Task<ReportTarget?> FindAsync(AppDb db, string kind, string key, Member viewer, CancellationToken stop) => kind switch
    {
        "story" => db.Stories.VisibleTo(viewer).Where(s => s.Slug == key)
            .Select(s => new ReportTarget(ReportedKind.Story, s.Id, s.Title, "/stories/" + s.Slug, s.Language)).SingleOrDefaultAsync(stop),
        "member" => db.Members.VisibleTo(viewer).Where(m => m.Handle == key)
            .Select(m => new ReportTarget(ReportedKind.Member, m.Id, m.Name, "/members/" + m.Handle, null)).SingleOrDefaultAsync(stop),
        "comment" when Guid.TryParse(key, out var id) => CommentAsync(db, id, viewer, stop),
        _ => Task.FromResult<ReportTarget?>(null),
    };

    /// <summary>The same by what reports and records keep of it; null when it is gone.</summary>
    public static Task<ReportTarget?> OfAsync(AppDb db, ReportedKind kind, Guid targetId, Member viewer, CancellationToken stop) => kind switch
    {
        ReportedKind.Story => db.Stories.VisibleTo(viewer).Where(s => s.Id == targetId)
            .Select(s => new ReportTarget(ReportedKind.Story, s.Id, s.Title, "/stories/" + s.Slug, s.Language)).SingleOrDefaultAsync(stop),
        ReportedKind.Member => db.Members.VisibleTo(viewer).Where(m => m.Id == targetId)
            .Select(m => new ReportTarget(ReportedKind.Member, m.Id, m.Name, "/members/" + m.Handle, null)).SingleOrDefaultAsync(stop),
        ReportedKind.Comment => CommentAsync(db, targetId, viewer, stop),
        _ => Task.FromResult<ReportTarget?>(null),
    };

    static async Task<ReportTarget?> CommentAsync(AppDb db, Guid id, Member viewer, CancellationToken stop) =>
        await db.OpenCommentAsync(id, viewer, stop) is var (comment, slug)
            ? new(ReportedKind.Comment, id, SafeMarkdown.Excerpt(comment.Body, NameLength), $"/stories/{slug}#comment-{id:N}", null)
            : null;
}
