namespace HealthDoers.Domain.Visits;

/// <param name="SubjectId">The visit.</param>
public abstract record VisitEvent(Guid SubjectId) : DomainEvent(SubjectId);

public sealed record VisitAsked(Guid SubjectId) : VisitEvent(SubjectId);

public sealed record VisitAccepted(Guid SubjectId) : VisitEvent(SubjectId);

public sealed record VisitCalledOff(Guid SubjectId) : VisitEvent(SubjectId);

public sealed record VisitReported(Guid SubjectId) : VisitEvent(SubjectId);

/// <summary>What a community's page says of visits and of help given and received is another thing now.</summary>
/// <param name="SubjectId">The community.</param>
public sealed record CommunityHelpChanged(Guid SubjectId) : DomainEvent(SubjectId);
