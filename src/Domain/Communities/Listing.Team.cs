using HealthDoers.Domain.Members;

namespace HealthDoers.Domain.Communities;

public sealed partial class Listing
{
    public TeamSeat? SeatOf(Guid memberId) => _seats.Find(s => s.MemberId == memberId);

    /// <summary>Looks after it or said yes to a seat: they speak for it. Editors of the site do not.</summary>
    public bool HasOnTeam(Guid memberId) => StewardId == memberId || SeatOf(memberId) is { IsTaken: true };

    public void Invite(Member member, TripodLeg leg, Member by, DateTimeOffset at)
    {
        if (!CanBeEditedBy(by))
            throw new RuleBrokenException("Only its team or an editor can invite to this team.");
        if (!member.IsActive || member.Origin == Origin.Import)
            throw new RuleBrokenException("This member cannot be invited.");
        if (SeatOf(member.Id) is not null)
            throw new RuleBrokenException("This member is invited or on the team already.");
        var seat = new TeamSeat(Id, member, leg, by.Id, at);
        _seats.Add(seat);
        Raise(new TeamInvited(Id, seat.Id));
    }

    /// <summary>Says yes to an invitation, or changes how one is named; a steward may sit down without one.</summary>
    public void TakeSeat(Member member, TripodLeg leg, SeatNaming naming, string otherName, string role, DateTimeOffset at)
    {
        if (!member.IsActive)
            throw new RuleBrokenException("Your account is suspended, so you cannot join a team for now.");
        var seat = SeatOf(member.Id);
        if (seat is null)
        {
            if (StewardId != member.Id)
                throw new RuleBrokenException("This invitation was taken back.");
            _seats.Add(seat = new(Id, member, leg, member.Id, at));
        }
        var isNew = !seat.IsTaken;
        seat.Take(leg, naming, otherName, role, at);
        if (isNew && seat.InvitedById != member.Id)
            Raise(new TeamJoined(Id, seat.Id));
        Raise(new ListingChanged(Id));
    }

    /// <summary>Somebody says no, leaves, or is taken off the team. A steward hands the profile on first, or leaves it unclaimed.</summary>
    public void LeaveSeat(Guid memberId, Member by)
    {
        if (memberId != by.Id && !CanBeStewardedBy(by))
            throw new RuleBrokenException("Only its steward or an editor can take somebody off this team.");
        if (_seats.RemoveAll(s => s.MemberId == memberId) > 0)
            Raise(new ListingChanged(Id));
    }

    public void HandOn(Member to, Member by)
    {
        if (!CanBeStewardedBy(by))
            throw new RuleBrokenException("Only its steward or an editor can hand this profile on.");
        if (!to.IsActive || SeatOf(to.Id) is not { IsTaken: true })
            throw new RuleBrokenException("Hand it on to somebody on the team.");
        if (StewardId == to.Id)
            return;
        StewardId = to.Id;
        Raise(new StewardChanged(Id));
        Raise(new ListingChanged(Id));
    }

    /// <summary>The steward lets go. Whoever sat on the team longest follows; without a team it is unclaimed again.</summary>
    public void StepDown(Member by)
    {
        if (!CanBeStewardedBy(by))
            throw new RuleBrokenException("Only its steward or an editor can end this stewardship.");
        Succeed(StewardId);
    }

    /// <summary>Nothing of this member stays on the team, and what they looked after passes on.</summary>
    public void Forget(Guid memberId)
    {
        _seats.RemoveAll(s => s.MemberId == memberId);
        if (StewardId == memberId)
            Succeed(memberId);
        else
            Raise(new ListingChanged(Id));
    }

    internal void GiveTo(Member steward)
    {
        StewardId = steward.Id;
        Raise(new ListingChanged(Id));
    }

    void Succeed(Guid? leaving)
    {
        StewardId = _seats.Where(s => s.IsTaken && s.MemberId != leaving).MinBy(s => s.TakenAt)?.MemberId;
        if (StewardId is not null)
            Raise(new StewardChanged(Id));
        Raise(new ListingChanged(Id));
    }
}
