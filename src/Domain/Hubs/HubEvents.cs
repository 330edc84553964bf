namespace HealthDoers.Domain.Hubs;

/// <summary>Something happened in a hub, which is the subject.</summary>
public abstract record HubEvent(Guid SubjectId) : DomainEvent(SubjectId);

public sealed record HubFounded(Guid SubjectId) : HubEvent(SubjectId);

/// <summary>Its words, rules, roles, parent or room.</summary>
public sealed record HubChanged(Guid SubjectId) : HubEvent(SubjectId);
public sealed record HubMerged(Guid SubjectId, Guid IntoId) : HubEvent(SubjectId);

public sealed record HubJoinAsked(Guid SubjectId, Guid MembershipId) : HubEvent(SubjectId);

/// <summary>Somebody joined a hub that is open to all.</summary>
public sealed record HubJoined(Guid SubjectId, Guid MembershipId) : HubEvent(SubjectId);

/// <summary>A steward, or an appeal, let somebody in.</summary>
public sealed record HubJoinAccepted(Guid SubjectId, Guid MembershipId) : HubEvent(SubjectId);
public sealed record HubMovedMember(Guid SubjectId) : HubEvent(SubjectId);
public sealed record HubLeft(Guid SubjectId) : HubEvent(SubjectId);

public sealed record HubShareWaits(Guid SubjectId, Guid ShareId) : HubEvent(SubjectId);
public sealed record HubStoryShared(Guid SubjectId, Guid ShareId) : HubEvent(SubjectId);

public sealed record HubDecided(Guid SubjectId, Guid DecisionId) : HubEvent(SubjectId);
public sealed record HubAppealed(Guid SubjectId, Guid DecisionId) : HubEvent(SubjectId);
public sealed record HubAppealAnswered(Guid SubjectId, Guid DecisionId) : HubEvent(SubjectId);

public sealed record HubRoleGiven(Guid SubjectId, Guid TermId) : HubEvent(SubjectId);
public sealed record HubRoleEnded(Guid SubjectId, Guid TermId) : HubEvent(SubjectId);

/// <param name="SubjectId">The application.</param>
public sealed record HubFoundingAsked(Guid SubjectId) : DomainEvent(SubjectId);

/// <param name="SubjectId">The application.</param>
public sealed record HubFoundingAnswered(Guid SubjectId) : DomainEvent(SubjectId);
