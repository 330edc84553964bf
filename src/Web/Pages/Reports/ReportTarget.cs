using HealthDoers.Domain.Communities;
using HealthDoers.Domain.Gatherings;
using HealthDoers.Domain.Ideas;
using HealthDoers.Domain.Map;
using HealthDoers.Domain.Members;
using HealthDoers.Domain.Moderation;
using HealthDoers.Domain.Rooms;
using HealthDoers.Domain.Stories;
using HealthDoers.Domain.Teams;
using HealthDoers.Web.Data;
using HealthDoers.Web.Pages.Communities;
using HealthDoers.Web.Pages.Map;
using HealthDoers.Web.Pages.Rooms;
using HealthDoers.Web.Pages.Stories.Conversation;
using HealthDoers.Web.Words;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Pages.Reports;

/// <summary>What a report is about, as somebody who may see it names and reaches it.</summary>
/// <param name="Address">Empty where the viewer may not go.</param>
/// <param name="Language">Of the name, where it is a title.</param>
public sealed record ReportTarget(ReportedKind Kind, Guid Id, string Name, string Address, string? Language)
{
    const int NameLength = 80;

    /// <summary>Of a message that its reader cannot open in its room.</summary>
    const int ReportedWords = 1_000;

    /// <param name="key">The slug of a story, an idea or a profile, the slug of a team, the id of a message, a comment, an adaptation or an entry of the map, or a member's handle.</param>
    public static Task<ReportTarget?> FindAsync(AppDb db, string kind, string key, Member viewer, CancellationToken stop) => kind switch
    {
        "story" => db.Stories.VisibleTo(viewer).Where(s => s.Slug == key)
            .Select(s => new ReportTarget(ReportedKind.Story, s.Id, s.Title, "/stories/" + s.Slug, s.Language)).SingleOrDefaultAsync(stop),
        "member" => db.Members.VisibleTo(viewer).Where(m => m.Handle == key)
            .Select(m => new ReportTarget(ReportedKind.Member, m.Id, m.Name, "/members/" + m.Handle, null)).SingleOrDefaultAsync(stop),
        "listing" => ListingAsync(db.Listings.Where(l => l.Slug == key), viewer, stop),
        "idea" => IdeaAsync(db.Ideas.Where(i => i.Slug == key), viewer, stop),
        "adaptation" when Guid.TryParse(key, out var id) => AdaptationAsync(db, id, viewer, stop),
        "team" => TeamAsync(db.PeerTeams.Where(t => t.Slug == key), viewer, stop),
        "message" when Guid.TryParse(key, out var id) => MessageAsync(db, id, viewer, stop),
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
        ReportedKind.PeerTeam => TeamAsync(db.PeerTeams.Where(t => t.Id == targetId), viewer, stop),
        ReportedKind.Message => MessageAsync(db, targetId, viewer, stop),
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

    static Task<ReportTarget?> TeamAsync(IQueryable<PeerTeam> one, Member viewer, CancellationToken stop) => one.VisibleTo(viewer)
        .Select(t => new ReportTarget(ReportedKind.PeerTeam, t.Id, t.Words.Name, "/teams/" + t.Slug, t.Words.Language)).SingleOrDefaultAsync(stop);

    /// <summary>Whoever reads a message may report it. An editor then reads that one message, and no other of a room that is not theirs.</summary>
    static async Task<ReportTarget?> MessageAsync(AppDb db, Guid id, Member viewer, CancellationToken stop)
    {
        var reads = db.Rooms.VisibleTo(viewer);
        var said = await db.Messages.Where(m => m.Id == id && m.Deletion == null)
            .Select(m => new { m.Body, m.Seq, m.Room.Slug, IsRead = reads.Any(r => r.Id == m.RoomId), IsReported = db.Reports.Any(r => r.TargetId == m.Id) }).SingleOrDefaultAsync(stop);
        if (said is null || !(said.IsRead || viewer.IsEditor && said.IsReported))
            return null;
        return new(ReportedKind.Message, id, SafeMarkdown.Excerpt(said.Body, said.IsRead ? NameLength : ReportedWords), said.IsRead ? RoomAddress.OfMessage(said.Slug, said.Seq) : "", null);
    }

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
