namespace HealthDoers.Domain.Gatherings;

/// <summary>Something happened to a gathering, which is the subject.</summary>
public abstract record GatheringEvent(Guid SubjectId) : DomainEvent(SubjectId);

public sealed record GatheringAnnounced(Guid SubjectId) : GatheringEvent(SubjectId);

/// <summary>What is shown of it: hosts, hiding, an outcome, a hub that it belongs to no longer.</summary>
public sealed record GatheringChanged(Guid SubjectId) : GatheringEvent(SubjectId);

/// <summary>Its hosts changed what they had said; those who come hear of it.</summary>
public sealed record GatheringEdited(Guid SubjectId, Guid ChangeId) : GatheringEvent(SubjectId);

public sealed record GatheringCancelled(Guid SubjectId) : GatheringEvent(SubjectId);
public sealed record OccurrenceCancelled(Guid SubjectId, Guid OccurrenceId) : GatheringEvent(SubjectId);
public sealed record OccurrenceMoved(Guid SubjectId, Guid OccurrenceId) : GatheringEvent(SubjectId);

/// <summary>Somebody said whether they come, or took it back.</summary>
public sealed record GatheringAnswered(Guid SubjectId, Guid OccurrenceId) : GatheringEvent(SubjectId);

/// <summary>A place became free, and who waited longest has it now.</summary>
public sealed record PlaceFreed(Guid SubjectId, Guid RsvpId) : GatheringEvent(SubjectId);

/// <summary>It begins before long; raised once for each of the two.</summary>
public abstract record GatheringNear(Guid SubjectId, Guid OccurrenceId) : GatheringEvent(SubjectId);

/// <summary>In about a day.</summary>
public sealed record GatheringTomorrow(Guid SubjectId, Guid OccurrenceId) : GatheringNear(SubjectId, OccurrenceId);

/// <summary>In about an hour.</summary>
public sealed record GatheringSoon(Guid SubjectId, Guid OccurrenceId) : GatheringNear(SubjectId, OccurrenceId);

public sealed record HostAdded(Guid SubjectId, Guid MemberId) : GatheringEvent(SubjectId);
