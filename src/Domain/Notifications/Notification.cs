namespace HealthDoers.Domain.Notifications;

/// <summary>Something a member is told once, with the reason why it is told to them.</summary>
public sealed class Notification : Entity
{
    Notification() { }

    /// <param name="eventNumber">The event it tells of: together with the member it is unique, so nothing is told twice.</param>
    public Notification(Guid memberId, long eventNumber, NotificationKind kind, NotificationReason reason, Guid subjectId, Guid? actorId, Guid? detailId, DateTimeOffset at)
    {
        MemberId = memberId;
        EventNumber = eventNumber;
        Kind = kind;
        Reason = reason;
        SubjectId = subjectId;
        ActorId = actorId;
        DetailId = detailId;
        At = at;
        Raise(new MemberNotified(memberId, Id));
    }

    public Guid MemberId { get; private set; }
    public long EventNumber { get; private set; }
    public NotificationKind Kind { get; private set; }
    public NotificationReason Reason { get; private set; }

    /// <summary>The story, profile, spotlight, member, hub, application, gathering or room it is about.</summary>
    public Guid SubjectId { get; private set; }

    /// <summary>Who did it, when somebody did.</summary>
    public Guid? ActorId { get; private set; }

    /// <summary>The comment, response, claim, hub, decision, time of a gathering, message or membership itself.</summary>
    public Guid? DetailId { get; private set; }
    public DateTimeOffset At { get; private set; }
    public DateTimeOffset? ReadAt { get; private set; }

    public void Read(DateTimeOffset at) => ReadAt ??= at;
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

/// <param name="SubjectId">The member who is told.</param>
public sealed record MemberNotified(Guid SubjectId, Guid NotificationId) : DomainEvent(SubjectId);
