using HealthDoers.Domain.Members;

namespace HealthDoers.Domain.Communities;

/// <summary>A member on the team of a profile: invited first, and shown only once they said yes.</summary>
public sealed class TeamSeat : Entity
{
    TeamSeat() { }

    internal TeamSeat(Guid listingId, Member member, TripodLeg leg, Guid invitedById, DateTimeOffset at)
    {
        ListingId = listingId;
        MemberId = member.Id;
        Member = member;
        Leg = leg;
        InvitedById = invitedById;
        InvitedAt = at;
    }

    public Guid ListingId { get; private set; }
    public Guid MemberId { get; private set; }
    public Member Member { get; private set; } = null!;
    public TripodLeg Leg { get; private set; }
    public Guid InvitedById { get; private set; }
    public DateTimeOffset InvitedAt { get; private set; }
    public DateTimeOffset? TakenAt { get; private set; }
    public SeatNaming Naming { get; private set; }

    /// <summary>What they do on the team, in their words.</summary>
    public string Role { get; private set; } = "";

    /// <summary>The name they chose here, when it is another than their own.</summary>
    public string OtherName { get; private set; } = "";

    public bool IsTaken => TakenAt is not null;

    internal void Take(TripodLeg leg, SeatNaming naming, string otherName, string role, DateTimeOffset at)
    {
        Leg = leg;
        TakenAt ??= at;
        Naming = naming;
        OtherName = naming == SeatNaming.OtherName ? otherName : "";
        Role = role;
    }
}

/// <summary>How somebody on a team is named: their choice alone.</summary>
public enum SeatNaming
{
    MyName,
    OtherName,
    NoName,
}
