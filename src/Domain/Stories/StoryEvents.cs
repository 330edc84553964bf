namespace HealthDoers.Domain.Stories;

public sealed record StoryPublished(Guid SubjectId) : DomainEvent(SubjectId);
public sealed record StoryChanged(Guid SubjectId) : DomainEvent(SubjectId);
public sealed record StoryWithdrawn(Guid SubjectId) : DomainEvent(SubjectId);
public sealed record StoryHidden(Guid SubjectId) : DomainEvent(SubjectId);
public sealed record StoryFeatured(Guid SubjectId) : DomainEvent(SubjectId);
public sealed record StandingClaimed(Guid SubjectId) : DomainEvent(SubjectId);
public sealed record StandingConfirmed(Guid SubjectId) : DomainEvent(SubjectId);
