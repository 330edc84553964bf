namespace HealthDoers.Domain.Rooms;

/// <summary>Something happened in a room, which is the subject.</summary>
public abstract record RoomEvent(Guid SubjectId) : DomainEvent(SubjectId);

public sealed record MessagePosted(Guid SubjectId, long Seq, long Rev) : RoomEvent(SubjectId);

/// <summary>A message was edited, deleted, reacted to, marked, pinned or moved.</summary>
public sealed record MessageChanged(Guid SubjectId, long Seq, long Rev) : RoomEvent(SubjectId);

/// <summary>Somebody is to do what a message says.</summary>
public sealed record ActionGiven(Guid SubjectId, Guid MessageId) : RoomEvent(SubjectId);

/// <summary>The day is there on which somebody was to have done what a message says.</summary>
public sealed record ActionDue(Guid SubjectId, Guid MessageId) : RoomEvent(SubjectId);

/// <summary>Something about a card on a message. Who raised it is not part of this.</summary>
public abstract record JargonEvent(Guid SubjectId, long Seq, Guid CardId) : RoomEvent(SubjectId);

public sealed record JargonRaised(Guid SubjectId, long Seq, Guid CardId) : JargonEvent(SubjectId, Seq, CardId);

/// <summary>The glossary explains the word of a card that waited.</summary>
public sealed record JargonExplained(Guid SubjectId, long Seq, Guid CardId) : JargonEvent(SubjectId, Seq, CardId);

public sealed record RoomOpened(Guid SubjectId) : RoomEvent(SubjectId);
public sealed record RoomClosed(Guid SubjectId) : RoomEvent(SubjectId);

/// <summary>Its words, roles or agreement, or it was opened again.</summary>
public sealed record RoomChanged(Guid SubjectId) : RoomEvent(SubjectId);
public sealed record RoomRenamed(Guid SubjectId) : RoomEvent(SubjectId);
public sealed record RoomAudienceChanged(Guid SubjectId) : RoomEvent(SubjectId);

public sealed record RoomInvited(Guid SubjectId, Guid MembershipId) : RoomEvent(SubjectId);
public sealed record RoomJoinAsked(Guid SubjectId, Guid MembershipId) : RoomEvent(SubjectId);
public sealed record RoomJoinAccepted(Guid SubjectId, Guid MembershipId) : RoomEvent(SubjectId);
public sealed record RoomJoined(Guid SubjectId, Guid MembershipId) : RoomEvent(SubjectId);
public sealed record RoomMemberLeft(Guid SubjectId, Guid MemberId) : RoomEvent(SubjectId);
public sealed record RoomMemberRemoved(Guid SubjectId, Guid MemberId, Guid MembershipId) : RoomEvent(SubjectId);
