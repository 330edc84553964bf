using HealthDoers.Domain.Ideas;
using HealthDoers.Domain.Members;
using HealthDoers.Domain.Notifications;
using HealthDoers.Domain.Stories;
using HealthDoers.Web.Data;
using HealthDoers.Web.Pages.Ideas;
using HealthDoers.Web.Pages.Notifications;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace HealthDoers.Web.Notifying;

/// <summary>Puts notifications into words, from the present state of what they are about.</summary>
public sealed class NewsReader(AppDb db, IStringLocalizer<NotificationsText> text)
{
    public async Task<List<NewsRow>> ReadAsync(Member member, int skip, int take, CancellationToken stop)
    {
        var rows = await Told(db.Notifications.Where(n => n.MemberId == member.Id).OrderByDescending(n => n.At).ThenByDescending(n => n.Id).Skip(skip).Take(take)).ToListAsync(stop);
        return [.. rows.Select(Row)];
    }

    public async Task<NewsRow?> ReadAsync(Guid notificationId, CancellationToken stop) =>
        await Told(db.Notifications.Where(n => n.Id == notificationId)).SingleOrDefaultAsync(stop) is { } told ? Row(told) : null;

    /// <summary>Where it leads; to the list itself when what it is about is gone.</summary>
    public async Task<string> AddressAsync(Notification notification, Member member, CancellationToken stop)
    {
        if (notification.Kind == NotificationKind.SearchMatched)
            return await db.SavedSearches.AnyAsync(s => s.Id == notification.SubjectId && s.MemberId == member.Id, stop) ? $"/searches/{notification.SubjectId}" : "/notifications";
        if (await IdeaAddressAsync(notification, member, stop) is { } idea)
            return idea;
        var slug = await db.Stories.VisibleTo(member).Where(s => s.Id == notification.SubjectId).Select(s => s.Slug).SingleOrDefaultAsync(stop);
        return (notification.Kind, slug) switch
        {
            (_, null) => "/notifications",
            (NotificationKind.Comment or NotificationKind.Answer, _) => $"/stories/{slug}#comment-{notification.DetailId:N}",
            (NotificationKind.Response, _) => $"/stories/{slug}/responses",
            _ => $"/stories/{slug}",
        };
    }

    /// <summary>Null for what is not about an idea. A merged one leads to the idea it went into.</summary>
    async Task<string?> IdeaAddressAsync(Notification notification, Member member, CancellationToken stop)
    {
        var about = await db.Ideas.Where(i => i.Id == notification.SubjectId).Select(i => i.Merging == null ? i.Id : i.Merging.IntoId).SingleOrDefaultAsync(stop);
        if (about == Guid.Empty || await db.Ideas.VisibleTo(member).Where(i => i.Id == about).Select(i => i.Slug).SingleOrDefaultAsync(stop) is not { } slug)
            return null;
        return notification.Kind is NotificationKind.IdeaAdapted or NotificationKind.OutcomeTold && await db.Adaptations.AnyAsync(a => a.Id == notification.DetailId && a.WithdrawnAt == null, stop)
            ? IdeaAddress.OfAdaptation(notification.DetailId!.Value)
            : IdeaAddress.Of(slug);
    }

    IQueryable<Told> Told(IQueryable<Notification> notifications) => notifications.Select(n => new Told(
        n,
        db.Members.Where(m => m.Id == n.ActorId && m.ErasedAt == null).Select(m => m.Name).FirstOrDefault(),
        db.Stories.Where(s => s.Id == n.SubjectId).Select(s => s.Title).FirstOrDefault() ?? db.Ideas.Where(i => i.Id == n.SubjectId).Select(i => i.Title).FirstOrDefault()
            ?? db.SavedSearches.Where(s => s.Id == n.SubjectId).Select(s => s.Name).FirstOrDefault(),
        db.Stories.Where(s => s.Id == n.SubjectId).Select(s => s.Language).FirstOrDefault() ?? db.Ideas.Where(i => i.Id == n.SubjectId).Select(i => i.Language).FirstOrDefault(),
        db.StoryResponses.Where(r => r.Id == n.DetailId).Select(r => (ResponseKind?)r.Kind).FirstOrDefault(),
        db.Comments.Where(c => c.Id == n.DetailId && c.Removal != null).Select(c => c.Removal!.Reason).FirstOrDefault()));

    NewsRow Row(Told told)
    {
        var n = told.Notification;
        var key = n.Kind == NotificationKind.Response ? $"SaysResponse{told.Response ?? ResponseKind.ThisIsUsToo}" : $"Says{KindOf(n)}";
        return new(n.Id, text[key, told.Actor ?? text["Somebody"], told.Subject ?? "…", told.Removed ?? ""], text[$"Because{n.Reason}"], IconOf(n.Kind), n.At, n.ReadAt is not null, KindOf(n), told.Subject, told.Language);
    }

    static NotificationKind KindOf(Notification n) =>
        n is { Kind: NotificationKind.Comment, Reason: NotificationReason.YourComment } ? NotificationKind.Answer : n.Kind;

    static string IconOf(NotificationKind kind) => kind switch
    {
        NotificationKind.Comment or NotificationKind.Answer => "message-circle",
        NotificationKind.Response => "hand-heart",
        NotificationKind.StoryFeatured => "sun",
        NotificationKind.SearchMatched => "search",
        NotificationKind.StandingConfirmed or NotificationKind.IdeaStandingConfirmed => "award",
        NotificationKind.IdeaAdapted or NotificationKind.OutcomeTold => "refresh-cw",
        NotificationKind.StoryHidden or NotificationKind.IdeaHidden or NotificationKind.IdeaMerged or NotificationKind.IdeaRetired or NotificationKind.CommentRemoved or NotificationKind.ReportResolved => "shield",
        _ => "book-open",
    };
}

sealed record Told(Notification Notification, string? Actor, string? Subject, string? Language, ResponseKind? Response, string? Removed);

/// <param name="Says">One sentence in the reader's language.</param>
/// <param name="Why">The reason, "because …".</param>
/// <param name="Story">The title that <paramref name="Says"/> quotes, with its language.</param>
public sealed record NewsRow(Guid Id, string Says, string Why, string Icon, DateTimeOffset At, bool IsRead, NotificationKind Kind, string? Story, string? Language);
