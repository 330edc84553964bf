using HealthDoers.Domain.Communities;
using HealthDoers.Domain.Gatherings;
using HealthDoers.Domain.Hubs;
using HealthDoers.Domain.Ideas;
using HealthDoers.Domain.Members;
using HealthDoers.Domain.Notifications;
using HealthDoers.Domain.Rooms;
using HealthDoers.Domain.Stories;
using HealthDoers.Domain.Topics;
using HealthDoers.Web.Data;
using HealthDoers.Web.Look;
using HealthDoers.Web.Pages.Communities;
using HealthDoers.Web.Pages.Gatherings;
using HealthDoers.Web.Pages.Ideas;
using HealthDoers.Web.Pages.Notifications;
using HealthDoers.Web.Pages.Rooms;
using HealthDoers.Web.Pages.Teams;
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

    public async Task<List<NewsRow>> ReadAsync(IReadOnlyCollection<Guid> notifications, CancellationToken stop) =>
        [.. (await Told(db.Notifications.Where(n => notifications.Contains(n.Id))).ToListAsync(stop)).Select(Row)];

    /// <summary>Where it leads; to the list itself when what it is about is gone.</summary>
    public async Task<string> AddressAsync(Notification notification, Member member, CancellationToken stop)
    {
        if (notification.Kind == NotificationKind.SearchMatched)
            return await db.SavedSearches.AnyAsync(s => s.Id == notification.SubjectId && s.MemberId == member.Id, stop) ? $"/searches/{notification.SubjectId}" : "/notifications";
        if (notification.Kind is NotificationKind.HubFoundingAsked or NotificationKind.HubFoundingAnswered)
            return $"/hubs/new/{notification.SubjectId}";
        if (IsOfHub(notification.Kind))
            return await HubAddressAsync(notification, stop);
        if (notification.Kind is >= NotificationKind.GatheringAnnounced and <= NotificationKind.GatheringHosting)
            return await GatheringAddressAsync(notification, member, stop);
        if (notification.Kind is >= NotificationKind.RoomInvited and <= NotificationKind.RoomActionDue or NotificationKind.RoomJargon)
            return await RoomAddressAsync(notification, member, stop);
        if (notification.Kind is >= NotificationKind.PeerTeamAsked and <= NotificationKind.PeerTeamCoachFound)
            return await TeamAddressAsync(notification, stop);
        if (notification.Kind is >= NotificationKind.MentoringAsked and <= NotificationKind.MentoringEnded or NotificationKind.MentoringQuestion)
            return await MentoringNews.AddressAsync(db, notification, member, stop);
        if (notification.Kind is >= NotificationKind.VisitAsked and <= NotificationKind.VisitReported)
            return await VisitNews.AddressAsync(db, notification, member, stop);
        if (notification.Kind is NotificationKind.TalkAsked or NotificationKind.TalkAccepted)
            return await TalkNews.AddressAsync(db, notification, member, stop);
        if (await ElsewhereAsync(notification, member, stop) is { } path)
            return path;
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

    /// <summary>Where news of profiles and spotlights leads; null for news of stories.</summary>
    async Task<string?> ElsewhereAsync(Notification notification, Member member, CancellationToken stop)
    {
        if (notification.Kind is NotificationKind.SpotlightProposed or NotificationKind.SpotlightAgreed or NotificationKind.SpotlightShown)
            return await db.Spotlights.AnyAsync(s => s.Id == notification.SubjectId && s.MemberId == member.Id, stop) ? $"/spotlights/{notification.SubjectId}" : "/";
        var listing = await db.Listings.VisibleTo(member).Where(l => l.Id == notification.SubjectId).Select(l => new { l.Kind, l.Slug }).SingleOrDefaultAsync(stop);
        return listing is null ? null
            : ListingAddress.Of(listing.Kind, listing.Slug) + (notification.Kind == NotificationKind.TeamInvitation ? "/seat" : "");
    }

    async Task<string> HubAddressAsync(Notification notification, CancellationToken stop)
    {
        // A hub that merged is looked for where its decisions went.
        var slug = await db.Hubs.Where(h => h.Id == notification.SubjectId)
            .Select(h => h.Merger == null ? h.Slug : db.Hubs.Where(into => into.Id == h.Merger.IntoId).Select(into => into.Slug).FirstOrDefault()).SingleOrDefaultAsync(stop);
        return (notification.Kind, slug) switch
        {
            (_, null) => "/notifications",
            (NotificationKind.HubJoinAsked or NotificationKind.HubShareWaits, _) => $"/hubs/{slug}/desk",
            (NotificationKind.HubDecided or NotificationKind.HubAppealed or NotificationKind.HubAppealAnswered, _) => $"/hubs/{slug}/decisions/{notification.DetailId}",
            _ => $"/hubs/{slug}",
        };
    }

    async Task<string> GatheringAddressAsync(Notification notification, Member member, CancellationToken stop)
    {
        var slug = await db.Gatherings.VisibleTo(member).Where(g => g.Id == notification.SubjectId).Select(g => g.Slug).SingleOrDefaultAsync(stop);
        var on = await db.Occurrences.Where(o => o.Id == notification.DetailId).Select(o => (DateOnly?)o.On).SingleOrDefaultAsync(stop);
        return (slug, on) switch
        {
            (null, _) => "/notifications",
            (_, { } day) => GatheringAddress.Of(slug, day),
            _ => GatheringAddress.Of(slug),
        };
    }

    async Task<string> TeamAddressAsync(Notification notification, CancellationToken stop)
    {
        var slug = await db.PeerTeams.Where(t => t.Id == notification.SubjectId).Select(t => t.Slug).SingleOrDefaultAsync(stop);
        var isAsked = notification.Kind == NotificationKind.PeerTeamCoachAsked
            ? await db.PeerTeams.AnyAsync(t => t.Id == notification.SubjectId && t.Ending == null && t.Coach!.MemberId == notification.MemberId && t.Coach.AcceptedAt == null, stop)
            : notification.Kind == NotificationKind.PeerTeamAsked
                && await db.PeerTeams.AnyAsync(t => t.Id == notification.SubjectId && t.Ending == null && t.Places.Any(p => p.ListingId == notification.DetailId && p.TakenAt == null), stop);
        return slug is null ? "/notifications" : TeamAddress.Of(slug) + (isAsked ? "/answer" : "");
    }

    async Task<string> RoomAddressAsync(Notification notification, Member member, CancellationToken stop)
    {
        if (await db.Rooms.KnownTo(member).Where(r => r.Id == notification.SubjectId).Select(r => r.Slug).SingleOrDefaultAsync(stop) is not { } slug)
            return "/notifications";
        var seq = await db.Messages.Where(m => m.Id == notification.DetailId).Select(m => (long?)m.Seq).SingleOrDefaultAsync(stop);
        return (notification.Kind, seq) switch
        {
            (NotificationKind.RoomInvited or NotificationKind.RoomRemoved, _) => RoomAddress.Of(slug) + "/join",
            (NotificationKind.RoomJoinAsked, _) => RoomAddress.Of(slug) + "/people",
            (_, { } said) => RoomAddress.OfMessage(slug, said),
            _ => RoomAddress.Of(slug),
        };
    }

    // A shared story is about the story, in a hub.
    static bool IsOfHub(NotificationKind kind) => kind is >= NotificationKind.HubJoinAsked and <= NotificationKind.HubRoleEnded and not NotificationKind.HubStoryShared;

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
        // What was withdrawn or hidden is named to nobody but its author.
        db.Stories.Where(s => s.Id == n.SubjectId && ((s.Withdrawal == null && s.Hiding == null) || s.AuthorId == n.MemberId)).Select(s => s.Title).FirstOrDefault()
            ?? db.Listings.Where(l => l.Id == n.SubjectId && (l.Hiding == null || l.StewardId == n.MemberId)).Select(l => l.Name).FirstOrDefault()
            ?? db.Ideas.Where(i => i.Id == n.SubjectId && (i.Hiding == null || i.ProposedById == n.MemberId)).Select(i => i.Title).FirstOrDefault()
            ?? db.Gatherings.Where(g => g.Id == n.SubjectId && (g.Hiding == null || g.Hosts.Any(h => h.MemberId == n.MemberId))).Select(g => g.Title).FirstOrDefault()
            ?? db.PeerTeams.Where(t => t.Id == n.SubjectId).Select(t => t.Words.Name).FirstOrDefault()
            ?? db.SavedSearches.Where(s => s.Id == n.SubjectId).Select(s => s.Name).FirstOrDefault()
            ?? db.Listings.Where(l => l.Id == n.DetailId && l.Hiding == null && db.Visits.Any(v => v.Id == n.SubjectId)).Select(l => l.Name).FirstOrDefault(),
        db.Stories.Where(s => s.Id == n.SubjectId).Select(s => s.Language).FirstOrDefault() ?? db.Ideas.Where(i => i.Id == n.SubjectId).Select(i => i.Language).FirstOrDefault(),
        db.StoryResponses.Where(r => r.Id == n.DetailId).Select(r => (ResponseKind?)r.Kind).FirstOrDefault(),
        db.Comments.Where(c => c.Id == n.DetailId && c.Removal != null).Select(c => c.Removal!.Reason).FirstOrDefault()
            ?? db.ListingClaims.Where(c => c.Id == n.DetailId && c.Decision != null).Select(c => c.Decision!.Reason).FirstOrDefault()
            ?? db.Occurrences.Where(o => o.Id == n.DetailId && o.Cancellation != null).Select(o => o.Cancellation!.Reason).FirstOrDefault()
            ?? db.Stories.Where(s => s.Id == n.SubjectId && n.Kind == NotificationKind.StoryHidden && s.Hiding != null).Select(s => s.Hiding!.Reason).FirstOrDefault()
            ?? db.Ideas.Where(i => i.Id == n.SubjectId && n.Kind == NotificationKind.IdeaHidden && i.Hiding != null).Select(i => i.Hiding!.Reason).FirstOrDefault()
            ?? db.Gatherings.Where(g => g.Id == n.SubjectId && g.Cancellation != null).Select(g => g.Cancellation!.Reason).FirstOrDefault()
            ?? db.RoomMemberships.Where(m => m.Id == n.DetailId && m.State == RoomMembershipState.Removed).Select(m => m.Words).FirstOrDefault(),
        db.Hubs.Where(h => h.Id == n.SubjectId || h.Id == n.DetailId).Select(h => h.Words).FirstOrDefault(),
        db.HubDecisions.Where(d => d.Id == n.DetailId).Select(d => (HubAct?)d.Act).FirstOrDefault(),
        db.Rooms.Where(r => r.Id == n.SubjectId && (r.Audience != RoomAudience.Private || n.Kind == NotificationKind.RoomRemoved
            || r.Memberships.Any(m => m.MemberId == n.MemberId && (m.State == RoomMembershipState.Joined || m.State == RoomMembershipState.Invited)))).Select(r => r.Words).FirstOrDefault(),
        db.Members.Where(m => m.Id == n.ViaId && m.ErasedAt == null).Select(m => m.Name).FirstOrDefault(),
        db.Hubs.Where(h => h.Id == n.ViaId).Select(h => h.Words).FirstOrDefault(),
        db.Topics.Where(t => t.Id == n.ViaId).Select(t => t.Words).FirstOrDefault()));

    NewsRow Row(Told told)
    {
        var n = told.Notification;
        var key = (n.Kind, told.Act) switch
        {
            (NotificationKind.Response, _) => $"SaysResponse{told.Response}",
            (NotificationKind.HubDecided, { } act) => $"SaysHub{act}",
            (NotificationKind.RoomMessage, _) => $"SaysRoom{n.Reason}",
            _ => $"Says{KindOf(n)}",
        };
        // Where nobody gave a reason, the sentence ends before it.
        var says = text[key, told.Actor ?? text["Somebody"], told.Story ?? "…", told.Removed ?? "", PlaceOf(told)].Value.TrimEnd(' ', ':');
        return new(n.Id, says, WhyOf(told), IconOf(n.Kind), n.At, n.ReadAt is not null, KindOf(n), told.Story, told.Language)
        {
            Key = key,
            SubjectId = n.SubjectId,
            ActorId = n.ActorId,
            Place = PlaceOf(told),
            CanBeQuietened = Subject.ToQuieten(n) is not null,
        };
    }

    /// <summary>"because you follow Child Health", with the name of what is followed wherever it still has one.</summary>
    string WhyOf(Told told)
    {
        var followed = told.FollowedMember ?? (told.FollowedHub is { } hub ? Hub.WordsIn(hub, PageFrame.Language).Name : null)
            ?? (told.FollowedTopic is { } topic ? (topic.GetValueOrDefault(PageFrame.Language) ?? topic["en"]).Name : null);
        return followed is null ? text[$"Because{told.Notification.Reason}"] : text["BecauseYouFollow", followed];
    }

    static string PlaceOf(Told told) => told.Hub is { } hub ? Hub.WordsIn(hub, PageFrame.Language).Name
        : told.Room is { } room ? Room.WordsIn(room, PageFrame.Language).Name : "…";

    static NotificationKind KindOf(Notification n) =>
        n is { Kind: NotificationKind.Comment, Reason: NotificationReason.YourComment } ? NotificationKind.Answer : n.Kind;

    static string IconOf(NotificationKind kind) => kind switch
    {
        NotificationKind.Comment or NotificationKind.Answer => "message-circle",
        NotificationKind.Response => "hand-heart",
        NotificationKind.ClaimAccepted or NotificationKind.ClaimDeclined or NotificationKind.TeamInvitation or NotificationKind.TeamJoined or NotificationKind.StewardChanged or (>= NotificationKind.PeerTeamAsked and <= NotificationKind.PeerTeamCoachFound) => "users",
        NotificationKind.SpotlightProposed or NotificationKind.SpotlightAgreed or NotificationKind.SpotlightShown => "star",
        NotificationKind.StoryFeatured => "sun",
        NotificationKind.SearchMatched => "search",
        NotificationKind.RoomMessage or NotificationKind.TalkAsked or NotificationKind.TalkAccepted => "messages-square",
        NotificationKind.RoomActionGiven or NotificationKind.RoomActionDue => "flag",
        NotificationKind.RoomJargon => "message-square-quote",
        (>= NotificationKind.MentoringAsked and <= NotificationKind.MentoringEnded) or NotificationKind.MentoringQuestion => "hand-helping",
        >= NotificationKind.VisitAsked and <= NotificationKind.VisitReported => "map-pin",
        >= NotificationKind.RoomInvited and <= NotificationKind.RoomRemoved => "users",
        >= NotificationKind.GatheringAnnounced and <= NotificationKind.GatheringHosting => "calendar",
        NotificationKind.StandingConfirmed or NotificationKind.IdeaStandingConfirmed => "award",
        NotificationKind.IdeaAdapted or NotificationKind.OutcomeTold => "refresh-cw",
        NotificationKind.StoryHidden or NotificationKind.IdeaHidden or NotificationKind.IdeaMerged or NotificationKind.IdeaRetired or NotificationKind.CommentRemoved or NotificationKind.ReportResolved => "shield",
        NotificationKind.HubDecided or NotificationKind.HubAppealed or NotificationKind.HubAppealAnswered => "shield",
        NotificationKind.HubJoinAsked or NotificationKind.HubJoinAccepted or NotificationKind.HubRoleGiven or NotificationKind.HubRoleEnded => "users",
        NotificationKind.HubFoundingAsked or NotificationKind.HubFoundingAnswered => "sprout",
        _ => "book-open",
    };
}

sealed record Told(Notification Notification, string? Actor, string? Story, string? Language, ResponseKind? Response, string? Removed, Dictionary<string, HubWords>? Hub, HubAct? Act, Dictionary<string, RoomWords>? Room,
    string? FollowedMember, Dictionary<string, HubWords>? FollowedHub, Dictionary<string, TopicWords>? FollowedTopic);

/// <param name="Says">One sentence in the reader's language.</param>
/// <param name="Why">The reason, "because …".</param>
/// <param name="Story">The title that <paramref name="Says"/> quotes, with its language.</param>
public sealed record NewsRow(Guid Id, string Says, string Why, string Icon, DateTimeOffset At, bool IsRead, NotificationKind Kind, string? Story, string? Language)
{
    /// <summary>Names its words.</summary>
    public string Key { get; init; } = "";
    public Guid SubjectId { get; init; }
    public Guid? ActorId { get; init; }

    /// <summary>The hub or room.</summary>
    public string Place { get; init; } = "";

    public bool CanBeQuietened { get; init; }
}
