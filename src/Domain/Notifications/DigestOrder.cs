namespace HealthDoers.Domain.Notifications;

/// <summary>The parts of a digest, in their order: what needs its reader first, what they only look on at last.</summary>
public enum DigestPart
{
    Waiting,
    Decided,
    Yours,
    Dates,
    Found,
    Followed,
}

public static class DigestOrder
{
    public static DigestPart PartOf(NotificationKind kind, NotificationReason reason) => kind.WaitsOnYou() ? DigestPart.Waiting : NotificationKinds.GroupOf(kind, reason) switch
    {
        NotificationGroup.Decisions => DigestPart.Decided,
        NotificationGroup.Gatherings => DigestPart.Dates,
        NotificationGroup.Searches => DigestPart.Found,
        NotificationGroup.Follows => kind == NotificationKind.GatheringAnnounced ? DigestPart.Dates : DigestPart.Followed,
        _ => DigestPart.Yours,
    };

    /// <summary>Each thing once, part by part, the newest first: of what is said twice about one thing, the more useful stays.</summary>
    public static IReadOnlyList<Notification> Order(IEnumerable<Notification> told) =>
        [.. told.OrderBy(n => PartOf(n.Kind, n.Reason)).ThenByDescending(n => n.At).ThenByDescending(n => n.Id)
            .DistinctBy(n => n.Kind.ComesInNumbers() || n.Kind.WaitsOnYou() ? (n.SubjectId, n.Id) : (n.SubjectId, Guid.Empty))];
}
