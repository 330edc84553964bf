namespace HealthDoers.Domain.Communities;

/// <summary>What others see of a profile is another thing now: it is new, was edited, hidden, or its team changed.</summary>
public sealed record ListingChanged(Guid SubjectId) : DomainEvent(SubjectId);

public sealed record ClaimMade(Guid SubjectId, Guid ClaimId) : DomainEvent(SubjectId);

public sealed record ClaimDecided(Guid SubjectId, Guid ClaimId) : DomainEvent(SubjectId);

public sealed record TeamInvited(Guid SubjectId, Guid SeatId) : DomainEvent(SubjectId);

public sealed record TeamJoined(Guid SubjectId, Guid SeatId) : DomainEvent(SubjectId);

public sealed record StewardChanged(Guid SubjectId) : DomainEvent(SubjectId);
