using HealthDoers.Domain.Members;
using HealthDoers.Domain.Notifications;

namespace HealthDoers.Web.Notifying;

/// <summary>What is told, and to whom by which reason; each hears it once, by the first reason that holds.</summary>
sealed record News(NotificationKind Kind, Guid SubjectId, Guid? ActorId, Guid? DetailId, List<Hearers> Reasons);

sealed record Hearers(NotificationReason Why, IQueryable<Member> Who);
