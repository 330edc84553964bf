namespace HealthDoers.Domain.Notifications;

/// <summary>Something a member is told once, with the reason why it is told to them.</summary>
public sealed class Notification : Entity
{
    Notification() { }

    /// <param name="eventNumber">The event it tells of: together with the member it is unique, so nothing is told twice.</param>
    public Notification(Guid memberId, long eventNumber, NotificationKind kind, NotificationReason reason, Guid subjectId, DateTimeOffset at)
    {
        MemberId = memberId;
        EventNumber = eventNumber;
        Kind = kind;
        Reason = reason;
        SubjectId = subjectId;
        At = at;
    }

    public Guid MemberId { get; private set; }
    public long EventNumber { get; private set; }
    public NotificationKind Kind { get; private set; }
    public NotificationReason Reason { get; private set; }

    /// <summary>The story, profile, spotlight, member, hub, application, gathering or room it is about.</summary>
    public Guid SubjectId { get; private set; }

    /// <summary>Who did it, when somebody did.</summary>
    public Guid? ActorId { get; init; }

    /// <summary>The comment, response, claim, hub, decision, time of a gathering, message or membership itself.</summary>
    public Guid? DetailId { get; init; }

    /// <summary>What the member follows, where that is the reason.</summary>
    public Guid? ViaId { get; init; }

    /// <summary>The request, invitation or share that waits on the member; null once it is settled.</summary>
    public Guid? WaitsFor { get; init; }
    public DateTimeOffset At { get; private set; }
    public DateTimeOffset? ReadAt { get; private set; }

    /// <summary>When the digest is due that is to hold it; null when it is in none, or in one that was begun.</summary>
    public DateTimeOffset? DigestAt { get; private set; }

    /// <summary>The letter that held it.</summary>
    public Guid? DigestId { get; private set; }

    /// <summary>One event for all who are told at once by one reason: a hub may have fifty thousand followers.</summary>
    /// <param name="together">Ordered by member.</param>
    public static void Announce(IReadOnlyList<Notification> together)
    {
        var first = together[0];
        first.Raise(new MembersNotified(first.SubjectId, first.EventNumber, first.Reason, first.MemberId, together[^1].MemberId));
    }

    public void Read(DateTimeOffset at) => ReadAt ??= at;

    public void WaitForDigest(DateTimeOffset? until) => DigestAt = until;
}

public enum NotificationKind
{
    Comment,
    Answer,
    Response,
    StoryPublished,
    StoryFeatured,
    StoryHidden,
    StoryWithdrawn,
    StandingConfirmed,
    CommentRemoved,
    ReportResolved,
    ClaimAccepted,
    ClaimDeclined,
    TeamInvitation,
    TeamJoined,
    StewardChanged,
    SpotlightProposed,
    SpotlightAgreed,
    SpotlightShown,
    HubJoinAsked,
    HubJoinAccepted,
    HubShareWaits,
    HubStoryShared,
    HubDecided,
    HubAppealed,
    HubAppealAnswered,
    HubRoleGiven,
    HubRoleEnded,
    HubFoundingAsked,
    HubFoundingAnswered,
    IdeaProposed,
    IdeaAdapted,
    OutcomeTold,
    IdeaStandingConfirmed,
    IdeaRetired,
    IdeaHidden,
    IdeaMerged,
    SearchMatched = 100,
    GatheringAnnounced = 120,
    GatheringEdited,
    GatheringMoved,
    GatheringCancelled,
    GatheringOnceCancelled,
    GatheringPlaceFreed,
    GatheringTomorrow,
    GatheringSoon,
    GatheringHosting,
    RoomInvited = 140,
    RoomJoinAsked,
    RoomJoinAccepted,
    RoomRemoved,

    /// <summary>Somebody said something in a room that concerns the member; the reason says how.</summary>
    RoomMessage,
    RoomActionGiven,
    RoomActionDue = 150,
    PeerTeamAsked = 160,
    PeerTeamJoined,
    PeerTeamCoachAsked,
    PeerTeamCoachFound,

    /// <summary>A word of the member's message was asked about.</summary>
    RoomJargon = 170,
    MentoringAsked = 180,
    MentoringAccepted,
    MentoringEnded,
    TalkAsked = 220,
    TalkAccepted,
    VisitAsked = 240,
    VisitAccepted,
    VisitCalledOff,
    VisitReported,

    /// <summary>A question was asked in a pact of the member.</summary>
    MentoringQuestion,
}

/// <summary>Why it is told to this member: shown with it.</summary>
public enum NotificationReason
{
    YourStory,
    YourComment,
    YouFollowStory,
    YouFollowMember,
    YouFollowTopic,
    YourReport,
    YourClaim,
    YouAreInvited,
    YourTeam,
    YouWereProposed,
    YouProposed,
    YouFollowHub,
    YouStewardHub,
    YouAskedHub,
    AboutYou,
    YouAppealed,
    YouDecided,
    YouHearAppeals,
    YourRole,
    YourFounding,
    YouEdit,
    YourIdea,
    TheyLearnedFromYou,
    YouLearnedFromThem,
    YouFollowIdea,
    YourSearch = 100,
    YouCome = 120,
    YouMayCome,
    YouHost,
    YouStewardRoom = 140,
    YouAskedRoom,
    YouAreCalled,
    YourPartIsCalled,
    YourMessage,
    YouFollowRoomTopic,
    YourAction,
    YourCommunity = 160,
    YouCoach,
    YourWords = 170,
    YourMentoring = 180,
    YouAskedMentoring,
    YourPact,
    YouAreAskedToTalk = 220,
    YouAskedToTalk,
    YourTalk,
}

/// <summary>Members with ids from <paramref name="From"/> to <paramref name="To"/> were told something, those of them whom the reason concerns.</summary>
/// <param name="SubjectId">What it is about.</param>
/// <param name="Number">The event that they were told of; with a member it finds the notification.</param>
public sealed record MembersNotified(Guid SubjectId, long Number, NotificationReason Reason, Guid From, Guid To) : DomainEvent(SubjectId);
