namespace HealthDoers.Domain.Rooms;

/// <param name="SubjectId">The room.</param>
public sealed record MessagePosted(Guid SubjectId, long Seq, long Rev) : DomainEvent(SubjectId);

/// <summary>A message was edited, deleted or reacted to.</summary>
/// <param name="SubjectId">The room.</param>
public sealed record MessageChanged(Guid SubjectId, long Seq, long Rev) : DomainEvent(SubjectId);

public sealed record RoomOpened(Guid SubjectId) : DomainEvent(SubjectId);
public sealed record RoomClosed(Guid SubjectId) : DomainEvent(SubjectId);
