using HealthDoers.Domain.Communities;
using HealthDoers.Domain.Gatherings;
using HealthDoers.Domain.Ideas;
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
/// <param name="Language">Of the name, where it is a title.</param>
public sealed record ReportTarget(ReportedKind Kind, Guid Id, string Name, string Address, string? Language)
{
    const int NameLength = 80;

    /// <param name="key">The slug of a story, an idea or a profile, the id of a comment, an adaptation or an entry of the map, or a member's handle.</param>
    public static Task<ReportTarget?> FindAsync(AppDb db, string kind, string key, Member viewer, CancellationToken stop) => kind switch
    {
        "story" => db.Stories.VisibleTo(viewer).Where(s => s.Slug == key)
            .Select(s => new ReportTarget(ReportedKind.Story, s.Id, s.Title, "/stories/" + s.Slug, s.Language)).SingleOrDefaultAsync(stop),
        "member" => db.Members.VisibleTo(viewer).Where(m => m.Handle == key)
            .Select(m => new ReportTarget(ReportedKind.Member, m.Id, m.Name, "/members/" + m.Handle, null)).SingleOrDefaultAsync(stop),
        "listing" => ListingAsync(db.Listings.Where(l => l.Slug == key), viewer, stop),
        "idea" => IdeaAsync(db.Ideas.Where(i => i.Slug == key), viewer, stop),
        "adaptation" when Guid.TryParse(key, out var id) => AdaptationAsync(db, id, viewer, stop),
        "gathering" => GatheringAsync(db.Gatherings.Where(g => g.Slug == key), viewer, stop),
        "comment" when Guid.TryParse(key, out var id) => CommentAsync(db, id, viewer, stop),
        "map" when Guid.TryParse(key, out var id) => MapEntryAsync(db, id, viewer, stop),
        _ => Task.FromResult<ReportTarget?>(null),
    };

    /// <summary>The same by what reports and records keep of it; null when it is gone.</summary>
    public static Task<ReportTarget?> OfAsync(AppDb db, ReportedKind kind, Guid targetId, Member viewer, CancellationToken stop) => kind switch
    {
        ReportedKind.Story => db.Stories.VisibleTo(viewer).Where(s => s.Id == targetId)
            .Select(s => new ReportTarget(ReportedKind.Story, s.Id, s.Title, "/stories/" + s.Slug, s.Language)).SingleOrDefaultAsync(stop),
        ReportedKind.Member => db.Members.VisibleTo(viewer).Where(m => m.Id == targetId)
            .Select(m => new ReportTarget(ReportedKind.Member, m.Id, m.Name, "/members/" + m.Handle, null)).SingleOrDefaultAsync(stop),
        ReportedKind.Listing => ListingAsync(db.Listings.Where(l => l.Id == targetId), viewer, stop),
        ReportedKind.Idea => IdeaAsync(db.Ideas.Where(i => i.Id == targetId), viewer, stop),
        ReportedKind.Adaptation => AdaptationAsync(db, targetId, viewer, stop),
        ReportedKind.Gathering => GatheringAsync(db.Gatherings.Where(g => g.Id == targetId), viewer, stop),
        ReportedKind.Comment => CommentAsync(db, targetId, viewer, stop),
        ReportedKind.MapEntry => MapEntryAsync(db, targetId, viewer, stop),
        _ => Task.FromResult<ReportTarget?>(null),
    };

    static async Task<ReportTarget?> ListingAsync(IQueryable<Listing> listings, Member viewer, CancellationToken stop) =>
        await listings.VisibleTo(viewer).Select(l => new { l.Id, l.Kind, l.Slug, l.Name }).SingleOrDefaultAsync(stop) is { } found
            ? new(ReportedKind.Listing, found.Id, found.Name, ListingAddress.Of(found.Kind, found.Slug), null)
            : null;

    static Task<ReportTarget?> MapEntryAsync(AppDb db, Guid id, Member viewer, CancellationToken stop) => db.MapEntries.VisibleTo(viewer).Where(e => e.Id == id)
        .Select(e => new ReportTarget(ReportedKind.MapEntry, e.Id, e.Title, EntryAddress.Of(e.Id), null)).SingleOrDefaultAsync(stop);

    static Task<ReportTarget?> GatheringAsync(IQueryable<Gathering> one, Member viewer, CancellationToken stop) => one.VisibleTo(viewer)
        .Select(g => new ReportTarget(ReportedKind.Gathering, g.Id, g.Title, "/gatherings/" + g.Slug, null)).SingleOrDefaultAsync(stop);

    static Task<ReportTarget?> IdeaAsync(IQueryable<Idea> one, Member viewer, CancellationToken stop) => one.VisibleTo(viewer)
        .Select(i => new ReportTarget(ReportedKind.Idea, i.Id, i.Title, "/ideas/" + i.Slug, i.Language)).SingleOrDefaultAsync(stop);

    static async Task<ReportTarget?> AdaptationAsync(AppDb db, Guid id, Member viewer, CancellationToken stop) =>
        await db.Adaptations.AsNoTracking().SingleOrDefaultAsync(a => a.Id == id && (a.WithdrawnAt == null || viewer.IsEditor), stop) is { } adaptation
        && await db.Ideas.VisibleTo(viewer).AnyAsync(i => i.Id == adaptation.IdeaId, stop)
            ? new(ReportedKind.Adaptation, id, adaptation.Plan.Who, $"/adaptations/{id}", null)
            : null;

    static async Task<ReportTarget?> CommentAsync(AppDb db, Guid id, Member viewer, CancellationToken stop) =>
        await db.OpenCommentAsync(id, viewer, stop) is var (comment, slug)
            ? new(ReportedKind.Comment, id, SafeMarkdown.Excerpt(comment.Body, NameLength), $"/stories/{slug}#comment-{id:N}", null)
            : null;
}
