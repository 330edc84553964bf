namespace HealthDoers.Domain.Map;

/// <summary>An entry came onto the map, moved or changed, or went out of sight.</summary>
public sealed record MapEntryChanged(Guid SubjectId) : DomainEvent(SubjectId);

public sealed record MapEntryRemoved(Guid SubjectId) : DomainEvent(SubjectId);
