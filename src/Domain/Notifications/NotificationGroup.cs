namespace HealthDoers.Domain.Notifications;

/// <summary>What a member sets one rule for. Stored by name.</summary>
public enum NotificationGroup
{
    /// <summary>Comments, answers and tries of what is mine.</summary>
    Answers,

    /// <summary>Whatever is told because the member follows something.</summary>
    Follows,
    Rooms,
    Hubs,
    Gatherings,
    Mentoring,

    /// <summary>Teams, profiles of communities and spotlights.</summary>
    Teams,
    Searches,

    /// <summary>What editors and stewards decided about the member or what is theirs.</summary>
    Decisions,
}

public static class NotificationKinds
{
    /// <summary>The one group of a kind. Who hears of it because they follow something hears it as <see cref="NotificationGroup.Follows"/>.</summary>
    public static NotificationGroup GroupOf(NotificationKind kind) => kind switch
    {
        NotificationKind.Comment or NotificationKind.Answer or NotificationKind.Response or NotificationKind.IdeaAdapted or NotificationKind.OutcomeTold
            or NotificationKind.StoryFeatured or NotificationKind.StandingConfirmed or NotificationKind.IdeaStandingConfirmed or NotificationKind.HubStoryShared => NotificationGroup.Answers,
        NotificationKind.StoryPublished or NotificationKind.IdeaProposed or NotificationKind.GatheringAnnounced => NotificationGroup.Follows,
        NotificationKind.StoryHidden or NotificationKind.StoryWithdrawn or NotificationKind.CommentRemoved or NotificationKind.ReportResolved
            or NotificationKind.ClaimAccepted or NotificationKind.ClaimDeclined or NotificationKind.IdeaRetired or NotificationKind.IdeaHidden or NotificationKind.IdeaMerged
            or NotificationKind.HubDecided or NotificationKind.HubAppealAnswered or NotificationKind.HubFoundingAnswered or NotificationKind.RoomRemoved => NotificationGroup.Decisions,
        NotificationKind.TeamInvitation or NotificationKind.TeamJoined or NotificationKind.StewardChanged
            or NotificationKind.SpotlightProposed or NotificationKind.SpotlightAgreed or NotificationKind.SpotlightShown
            or NotificationKind.PeerTeamAsked or NotificationKind.PeerTeamJoined or NotificationKind.PeerTeamCoachAsked or NotificationKind.PeerTeamCoachFound => NotificationGroup.Teams,
        NotificationKind.HubJoinAsked or NotificationKind.HubJoinAccepted or NotificationKind.HubShareWaits or NotificationKind.HubAppealed
            or NotificationKind.HubRoleGiven or NotificationKind.HubRoleEnded or NotificationKind.HubFoundingAsked => NotificationGroup.Hubs,
        NotificationKind.SearchMatched => NotificationGroup.Searches,
        >= NotificationKind.GatheringEdited and <= NotificationKind.GatheringHosting => NotificationGroup.Gatherings,
        NotificationKind.RoomInvited or NotificationKind.RoomJoinAsked or NotificationKind.RoomJoinAccepted or NotificationKind.RoomMessage
            or NotificationKind.RoomActionGiven or NotificationKind.RoomActionDue or NotificationKind.RoomJargon
            or NotificationKind.TalkAsked or NotificationKind.TalkAccepted => NotificationGroup.Rooms,
        NotificationKind.MentoringAsked or NotificationKind.MentoringAccepted or NotificationKind.MentoringEnded => NotificationGroup.Mentoring,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "A new kind needs a group."),
    };

    public static NotificationGroup GroupOf(NotificationKind kind, NotificationReason reason) => reason.IsFollowing() ? NotificationGroup.Follows : GroupOf(kind);

    public static bool IsFollowing(this NotificationReason reason) => reason is NotificationReason.YouFollowStory or NotificationReason.YouFollowMember
        or NotificationReason.YouFollowTopic or NotificationReason.YouFollowHub or NotificationReason.YouFollowIdea or NotificationReason.YouFollowRoomTopic;

    /// <summary>Somebody waits for what this member says to it.</summary>
    public static bool WaitsOnYou(this NotificationKind kind) => kind is NotificationKind.HubJoinAsked or NotificationKind.HubShareWaits or NotificationKind.HubAppealed
        or NotificationKind.HubFoundingAsked or NotificationKind.TeamInvitation or NotificationKind.SpotlightProposed or NotificationKind.RoomInvited or NotificationKind.RoomJoinAsked
        or NotificationKind.PeerTeamAsked or NotificationKind.PeerTeamCoachAsked or NotificationKind.MentoringAsked or NotificationKind.RoomActionGiven or NotificationKind.TalkAsked;

    /// <summary>Decisions about a member and what waits on them stand in the app whatever the rules say.</summary>
    public static bool MustBeShown(this NotificationKind kind) => kind.WaitsOnYou() || GroupOf(kind) == NotificationGroup.Decisions;

    /// <summary>It would come too late in a digest.</summary>
    public static bool CannotKeep(this NotificationKind kind) => kind is NotificationKind.GatheringTomorrow or NotificationKind.GatheringSoon;

    /// <summary>Many of one kind about one thing are told as one: "5 people answered".</summary>
    public static bool ComesInNumbers(this NotificationKind kind) => kind is NotificationKind.Comment or NotificationKind.Answer or NotificationKind.Response
        or NotificationKind.IdeaAdapted or NotificationKind.OutcomeTold or NotificationKind.RoomMessage or NotificationKind.HubJoinAsked or NotificationKind.RoomJoinAsked;
}
