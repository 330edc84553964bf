namespace HealthDoers.Domain.Members;

public sealed record MemberJoined(Guid SubjectId) : DomainEvent(SubjectId);
public sealed record MemberChanged(Guid SubjectId) : DomainEvent(SubjectId);
public sealed record MemberDutiesChanged(Guid SubjectId) : DomainEvent(SubjectId);
public sealed record MemberSuspended(Guid SubjectId) : DomainEvent(SubjectId);
public sealed record MemberReinstated(Guid SubjectId) : DomainEvent(SubjectId);
public sealed record MemberErased(Guid SubjectId) : DomainEvent(SubjectId);

/// <summary>Every session and token of this member ended: live connections close within a second.</summary>
public sealed record MemberSignedOutEverywhere(Guid SubjectId) : DomainEvent(SubjectId);

/// <summary>One personal token ended: live connections opened with it close within a second.</summary>
public sealed record PersonalTokenRevoked(Guid SubjectId, Guid TokenId) : DomainEvent(SubjectId);

/// <summary>What others see of them in rooms.</summary>
public sealed record MemberPresenceChosen(Guid SubjectId) : DomainEvent(SubjectId);
