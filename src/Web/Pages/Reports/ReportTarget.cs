using HealthDoers.Domain.Communities;
using HealthDoers.Domain.Map;
using HealthDoers.Domain.Members;
using HealthDoers.Domain.Moderation;
using HealthDoers.Domain.Stories;
using HealthDoers.Web.Data;
using HealthDoers.Web.Pages.Communities;
using HealthDoers.Web.Pages.Map;
using HealthDoers.Web.Pages.Stories.Conversation;
using HealthDoers.Web.Words;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Pages.Reports;

/// <summary>What a report is about, as somebody who may see it names and reaches it.</summary>
public sealed record ReportTarget(ReportedKind Kind, Guid Id, string Name, string Address)
{
    const int NameLength = 80;

    /// <param name="key">A story's or profile's slug, a comment's id or a member's handle.</param>
    public static Task<ReportTarget?> FindAsync(AppDb db, string kind, string key, Member viewer, CancellationToken stop) => kind switch
    {
        "story" => db.Stories.VisibleTo(viewer).Where(s => s.Slug == key)
            .Select(s => new ReportTarget(ReportedKind.Story, s.Id, s.Title, "/stories/" + s.Slug)).SingleOrDefaultAsync(stop),
        "member" => db.Members.VisibleTo(viewer).Where(m => m.Handle == key)
            .Select(m => new ReportTarget(ReportedKind.Member, m.Id, m.Name, "/members/" + m.Handle)).SingleOrDefaultAsync(stop),
        "listing" => ListingAsync(db.Listings.Where(l => l.Slug == key), viewer, stop),
        "comment" when Guid.TryParse(key, out var id) => CommentAsync(db, id, viewer, stop),
        "map" when Guid.TryParse(key, out var id) => MapEntryAsync(db, id, viewer, stop),
        _ => Task.FromResult<ReportTarget?>(null),
    };

    /// <summary>The same by what reports and records keep of it; null when it is gone.</summary>
    public static Task<ReportTarget?> OfAsync(AppDb db, ReportedKind kind, Guid targetId, Member viewer, CancellationToken stop) => kind switch
    {
        ReportedKind.Story => db.Stories.VisibleTo(viewer).Where(s => s.Id == targetId)
            .Select(s => new ReportTarget(ReportedKind.Story, s.Id, s.Title, "/stories/" + s.Slug)).SingleOrDefaultAsync(stop),
        ReportedKind.Member => db.Members.VisibleTo(viewer).Where(m => m.Id == targetId)
            .Select(m => new ReportTarget(ReportedKind.Member, m.Id, m.Name, "/members/" + m.Handle)).SingleOrDefaultAsync(stop),
        ReportedKind.Listing => ListingAsync(db.Listings.Where(l => l.Id == targetId), viewer, stop),
        ReportedKind.Comment => CommentAsync(db, targetId, viewer, stop),
        ReportedKind.MapEntry => MapEntryAsync(db, targetId, viewer, stop),
        _ => Task.FromResult<ReportTarget?>(null),
    };

    static async Task<ReportTarget?> ListingAsync(IQueryable<Listing> listings, Member viewer, CancellationToken stop) =>
        await listings.VisibleTo(viewer).Select(l => new { l.Id, l.Kind, l.Slug, l.Name }).SingleOrDefaultAsync(stop) is { } found
            ? new(ReportedKind.Listing, found.Id, found.Name, ListingAddress.Of(found.Kind, found.Slug))
            : null;
    static Task<ReportTarget?> MapEntryAsync(AppDb db, Guid id, Member viewer, CancellationToken stop) => db.MapEntries.VisibleTo(viewer).Where(e => e.Id == id)
        .Select(e => new ReportTarget(ReportedKind.MapEntry, e.Id, e.Title, EntryAddress.Of(e.Id))).SingleOrDefaultAsync(stop);

    static async Task<ReportTarget?> CommentAsync(AppDb db, Guid id, Member viewer, CancellationToken stop) =>
        await db.OpenCommentAsync(id, viewer, stop) is var (comment, slug)
            ? new(ReportedKind.Comment, id, SafeMarkdown.Excerpt(comment.Body, NameLength), $"/stories/{slug}#comment-{id:N}")
            : null;
}
