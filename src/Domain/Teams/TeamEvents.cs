namespace HealthDoers.Domain.Teams;

/// <summary>Something happened in a peer community team, which is the subject.</summary>
public abstract record PeerTeamEvent(Guid SubjectId) : DomainEvent(SubjectId);

public sealed record PeerTeamFounded(Guid SubjectId) : PeerTeamEvent(SubjectId);

/// <summary>Its words, its support or who is in it.</summary>
public sealed record PeerTeamChanged(Guid SubjectId) : PeerTeamEvent(SubjectId);

public sealed record PeerTeamAsked(Guid SubjectId, Guid PlaceId) : PeerTeamEvent(SubjectId);
public sealed record PeerTeamJoined(Guid SubjectId, Guid PlaceId) : PeerTeamEvent(SubjectId);
public sealed record PeerTeamCoachAsked(Guid SubjectId, Guid MemberId) : PeerTeamEvent(SubjectId);
public sealed record PeerTeamCoachFound(Guid SubjectId) : PeerTeamEvent(SubjectId);
