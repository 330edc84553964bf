namespace HealthDoers.Domain;

/// <summary>
/// A past-tense fact. It carries ids and numbers only, never text or personal data: whoever handles it reads the
/// present state by id.
/// </summary>
/// <param name="SubjectId">The story, room or member it happened to. Order is kept within one subject.</param>
public abstract record DomainEvent(Guid SubjectId);
