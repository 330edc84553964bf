namespace HealthDoers.Domain.Ideas;

public sealed record IdeaProposed(Guid SubjectId) : DomainEvent(SubjectId);
public sealed record IdeaChanged(Guid SubjectId) : DomainEvent(SubjectId);
public sealed record IdeaStandingClaimed(Guid SubjectId) : DomainEvent(SubjectId);
public sealed record IdeaStandingConfirmed(Guid SubjectId) : DomainEvent(SubjectId);
public sealed record IdeaHidden(Guid SubjectId) : DomainEvent(SubjectId);
public sealed record IdeaRetired(Guid SubjectId) : DomainEvent(SubjectId);

/// <param name="SubjectId">The idea that went into the other.</param>
public sealed record IdeaMerged(Guid SubjectId, Guid IntoId) : DomainEvent(SubjectId);

/// <param name="SubjectId">The idea.</param>
public sealed record AdaptationStarted(Guid SubjectId, Guid AdaptationId) : DomainEvent(SubjectId);

/// <param name="SubjectId">The idea.</param>
public sealed record AdaptationChanged(Guid SubjectId, Guid AdaptationId) : DomainEvent(SubjectId);

/// <param name="SubjectId">The idea.</param>
public sealed record OutcomeTold(Guid SubjectId, Guid AdaptationId) : DomainEvent(SubjectId);

public static class IdeaEvents
{
    /// <summary>Whether its subject is an idea, so that what shows the idea may be another one now.</summary>
    public static bool IsOfAnIdea(DomainEvent what) =>
        what is IdeaProposed or IdeaChanged or IdeaStandingClaimed or IdeaStandingConfirmed or IdeaHidden or IdeaRetired or IdeaMerged
            or AdaptationStarted or AdaptationChanged or OutcomeTold;
}
