namespace HealthDoers.Domain.Notifications;

/// <summary>One thing that a rule of its own may be set for.</summary>
/// <param name="Topic">Of a room's topic, its name; otherwise empty.</param>
public sealed record Subject(SubjectKind Kind, Guid Id, string Topic = "")
{
    /// <summary>What a piece of news is about, the narrowest first: that rule is the one that holds.</summary>
    /// <param name="topic">Of a message in a room.</param>
    public static IReadOnlyList<Subject> Of(Notification told, string? topic = null)
    {
        List<Subject> about = [];
        var (main, id) = (MainOf(told.Kind), told.SubjectId);
        if (main == SubjectKind.Room && topic is { Length: > 0 })
            about.Add(new(SubjectKind.RoomTopic, id, topic));
        if (main is { } kind)
            about.Add(new(kind, id));
        if (told.ActorId is { } actor)
            about.Add(new(SubjectKind.Member, actor));
        if (ViaOf(told.Reason) is { } via && told.ViaId is { } followed)
            about.Add(new(via, followed));
        return about;
    }

    /// <summary>What "less of this" quietens: what somebody follows, else the thing itself. Null when nothing does.</summary>
    public static Subject? ToQuieten(Notification told, string? topic = null)
    {
        if (told.Kind.MustBeShown())
            return null;
        if (told is { Reason: NotificationReason.YouFollowMember or NotificationReason.YouFollowTopic or NotificationReason.YouFollowHub, ViaId: { } followed })
            return new(ViaOf(told.Reason)!.Value, followed);
        return Of(told, topic).FirstOrDefault(s => s.Kind != SubjectKind.Member);
    }

    /// <summary>What a follow of this kind is about.</summary>
    public static SubjectKind Of(FollowedKind kind) => kind switch
    {
        FollowedKind.Story => SubjectKind.Story,
        FollowedKind.Member => SubjectKind.Member,
        FollowedKind.Topic => SubjectKind.Topic,
        FollowedKind.Hub => SubjectKind.Hub,
        _ => SubjectKind.Idea,
    };

    static SubjectKind? MainOf(NotificationKind kind) => kind switch
    {
        NotificationKind.Comment or NotificationKind.Answer or NotificationKind.Response or NotificationKind.HubStoryShared
            or (>= NotificationKind.StoryPublished and <= NotificationKind.CommentRemoved) => SubjectKind.Story,
        (>= NotificationKind.HubJoinAsked and <= NotificationKind.HubRoleEnded) => SubjectKind.Hub,
        (>= NotificationKind.IdeaProposed and <= NotificationKind.IdeaMerged) => SubjectKind.Idea,
        NotificationKind.SearchMatched => SubjectKind.Search,
        (>= NotificationKind.GatheringAnnounced and <= NotificationKind.GatheringHosting) => SubjectKind.Gathering,
        (>= NotificationKind.RoomInvited and <= NotificationKind.RoomActionDue) or NotificationKind.RoomJargon or NotificationKind.TalkAccepted => SubjectKind.Room,
        _ => null,
    };

    static SubjectKind? ViaOf(NotificationReason reason) => reason switch
    {
        NotificationReason.YouFollowMember => SubjectKind.Member,
        NotificationReason.YouFollowTopic => SubjectKind.Topic,
        NotificationReason.YouFollowHub => SubjectKind.Hub,
        _ => null,
    };
}

/// <summary>Stored by number.</summary>
public enum SubjectKind
{
    Story,
    Idea,
    Gathering,
    Room,
    RoomTopic,
    Search,
    Member,
    Hub,
    Topic,
}
