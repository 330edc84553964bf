namespace HealthDoers.Domain.Mentoring;

public abstract record MentoringEvent(Guid SubjectId) : DomainEvent(SubjectId);

/// <param name="SubjectId">The request.</param>
public sealed record MentoringAsked(Guid SubjectId) : MentoringEvent(SubjectId);

/// <param name="SubjectId">The pact.</param>
/// <param name="MemberId">Who joined it, by somebody else's yes.</param>
public sealed record PactJoined(Guid SubjectId, Guid MemberId) : MentoringEvent(SubjectId);

/// <param name="SubjectId">The pact.</param>
public sealed record PactQuestionAsked(Guid SubjectId, Guid QuestionId) : MentoringEvent(SubjectId);

/// <param name="SubjectId">The pact.</param>
public sealed record PactEnded(Guid SubjectId) : MentoringEvent(SubjectId);
