using HealthDoers.Domain.Members;
using HealthDoers.Domain.Notifications;

namespace HealthDoers.Web.Notifying;

/// <summary>What is told, and to whom by which reason; each hears it once, by the first reason that holds.</summary>
sealed record News(NotificationKind Kind, Guid SubjectId, Guid? ActorId, Guid? DetailId, List<Hearers> Reasons)
{
    /// <summary>The request, invitation or share that waits on who hears this.</summary>
    public Guid? WaitsFor { get; init; }

    /// <summary>What followers may ask it to be.</summary>
    public NewsFacts? Facts { get; init; }

    /// <summary>Of a message in a room.</summary>
    public string? Topic { get; init; }

    /// <summary>How it is told unless the member has a rule for this one thing; null leaves that to their rule for its group.</summary>
    public Way? Usual { get; init; }

    public Notification To(Guid memberId, long eventNumber, NotificationReason why, Guid? via, DateTimeOffset at) =>
        new(memberId, eventNumber, Kind, why, SubjectId, at) { ActorId = ActorId, DetailId = DetailId, ViaId = via, WaitsFor = WaitsFor };
}

/// <summary>Those who hear something by one reason: members, or whoever follows something.</summary>
sealed record Hearers
{
    public Hearers(NotificationReason why, IQueryable<Member> who) => (Why, Who) = (why, who);

    public Hearers(NotificationReason why, IQueryable<Follow> follows) => (Why, Follows) = (why, follows);

    public NotificationReason Why { get; }
    public IQueryable<Member>? Who { get; }
    public IQueryable<Follow>? Follows { get; }
}

/// <param name="Via">What they follow.</param>
/// <param name="Only">What they want to hear of it; null for all.</param>
sealed record Hearer(Guid MemberId, Guid? Via, OnlyIf? Only);
