namespace HealthDoers.Domain;

/// <summary>
/// An operator asked for a new search index. Every node hears it in the stream, at once or when it starts next, and
/// builds its index anew from the database.
/// </summary>
/// <param name="SubjectId">Of the request itself; it is about nothing stored.</param>
public sealed record IndexRebuildRequested(Guid SubjectId) : DomainEvent(SubjectId);
