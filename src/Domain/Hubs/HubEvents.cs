namespace HealthDoers.Domain.Hubs;

public sealed record HubFounded(Guid SubjectId) : DomainEvent(SubjectId);
