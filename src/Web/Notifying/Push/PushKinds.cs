using HealthDoers.Domain.Notifications;

namespace HealthDoers.Web.Notifying.Push;

/// <summary>What is worth a sound in somebody's pocket: what is said to them, and what waits on them. Everything else waits on the site.</summary>
static class PushKinds
{
    public static PushWishes Of(NotificationKind kind) => kind switch
    {
        NotificationKind.Comment or NotificationKind.Answer or NotificationKind.Response or NotificationKind.RoomMessage or NotificationKind.RoomJargon or NotificationKind.MentoringQuestion => PushWishes.SaidToMe,
        NotificationKind.TeamInvitation or NotificationKind.SpotlightProposed or NotificationKind.HubJoinAsked or NotificationKind.HubShareWaits or NotificationKind.HubAppealed or NotificationKind.HubFoundingAsked
            or NotificationKind.RoomInvited or NotificationKind.RoomJoinAsked or NotificationKind.RoomActionGiven or NotificationKind.RoomActionDue
            or NotificationKind.PeerTeamAsked or NotificationKind.PeerTeamCoachAsked or NotificationKind.MentoringAsked or NotificationKind.VisitAsked or NotificationKind.TalkAsked => PushWishes.WaitsOnMe,
        _ => PushWishes.None,
    };

    /// <summary>A key of <see cref="PushText"/>. It tells the kind and quotes nobody: a screen that is locked is read by many.</summary>
    public static string TitleOf(NotificationKind kind) => kind switch
    {
        NotificationKind.RoomMessage or NotificationKind.RoomJargon => "TitleRoom",
        NotificationKind.MentoringQuestion => "TitleMentoringQuestion",
        NotificationKind.RoomActionGiven or NotificationKind.RoomActionDue => "TitleToDo",
        _ => Of(kind) == PushWishes.SaidToMe ? "TitleAnswer" : "TitleWaits",
    };
}
