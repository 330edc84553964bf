using HealthDoers.Domain.Communities;
using HealthDoers.Domain.Members;

namespace HealthDoers.Domain.Teams;

public sealed partial class PeerTeam
{
    /// <summary>A community is in once its own people say yes; who asks for a community of their own says it at once.</summary>
    public TeamPlace Ask(Listing community, TeamPart part, Member by, IReadOnlyCollection<Guid> communities, DateTimeOffset at)
    {
        CheckChangedBy(by, communities);
        CheckIsCommunity(community);
        if (PlaceOf(community.Id) is not null)
            throw new RuleBrokenException("This community is in the team or was asked already.");
        CheckHasRoomFor(part);
        var place = new TeamPlace(Id, community.Id, part, by.Id, at);
        _places.Add(place);
        if (communities.Contains(community.Id))
            TakePlace(place, by, at);
        else
            Raise(new PeerTeamAsked(Id, place.Id));
        return place;
    }

    public void Accept(TeamPlace place, Listing community, Member by, DateTimeOffset at)
    {
        CheckAnswers(community, by);
        if (Ending is not null)
            throw new RuleBrokenException("This team has ended, so it cannot be changed.");
        CheckIsCommunity(community);
        if (!place.IsTaken)
            TakePlace(place, by, at);
    }

    /// <summary>A community says no or goes, or those who lead the team take it out.</summary>
    public void Vacate(TeamPlace place, Listing community, Member by, IReadOnlyCollection<Guid> communities)
    {
        if (!CanBeLedBy(by, communities))
            CheckAnswers(community, by);
        if (_places.Remove(place))
            Raise(new PeerTeamChanged(Id));
    }

    public void AskCoach(Member who, Member by, IReadOnlyCollection<Guid> communities, DateTimeOffset at)
    {
        CheckChangedBy(by, communities);
        if (Support == TeamSupport.Free)
            throw new RuleBrokenException("A free team has no coach. Make it a coach-supported team first.");
        if (Coach?.AcceptedAt is not null)
            throw new RuleBrokenException("This team has a coach, who steps down first.");
        if (!who.IsActive || who.Origin == Origin.Import)
            throw new RuleBrokenException("This member cannot be asked.");
        Coach = new(who.Id, by.Id, at, who.Id == by.Id ? at : null);
        Raise(Coach.AcceptedAt is null ? new PeerTeamCoachAsked(Id, who.Id) : new PeerTeamChanged(Id));
    }

    public void CoachBy(Member member, DateTimeOffset at)
    {
        if (Coach is not { } asked || asked.MemberId != member.Id || !member.IsActive || Ending is not null)
            throw new RuleBrokenException("This question was taken back.");
        if (asked.AcceptedAt is not null)
            return;
        Coach = asked with { AcceptedAt = at };
        Raise(new PeerTeamCoachFound(Id));
    }

    /// <summary>The coach says no or steps down, or those who lead the team go on without.</summary>
    public void LeaveCoaching(Member by, IReadOnlyCollection<Guid> communities)
    {
        if (Coach?.MemberId != by.Id && !CanBeLedBy(by, communities))
            throw new RuleBrokenException("Only the coach, the mentor community or an editor can change who coaches.");
        if (Coach is null)
            return;
        Coach = null;
        Raise(new PeerTeamChanged(Id));
    }

    /// <summary>Nothing of this member stays in the team.</summary>
    public void Forget(Guid memberId)
    {
        if (Coach?.MemberId == memberId)
            Coach = null;
        _places.ForEach(p => p.Forget(memberId));
        Raise(new PeerTeamChanged(Id));
    }

    void TakePlace(TeamPlace place, Member by, DateTimeOffset at)
    {
        place.Take(by.Id, at);
        Raise(new PeerTeamJoined(Id, place.Id));
    }

    void CheckHasRoomFor(TeamPart part)
    {
        var count = _places.Count(p => p.Part == part);
        if (part == TeamPart.Mentor && count > 0)
            throw new RuleBrokenException("A team has one mentor community, and this one has or asked its own.");
        if (part == TeamPart.Pacesetter && count >= MostPacesetters)
            throw new RuleBrokenException("A team has five pacesetter communities at most.");
    }

    static void CheckAnswers(Listing community, Member by)
    {
        if (!community.CanBeEditedBy(by))
            throw new RuleBrokenException("Only the team of this community or an editor can answer for it.");
    }
}

/// <param name="AcceptedAt">Null while they have not said yes.</param>
public sealed record TeamCoach(Guid MemberId, Guid AskedById, DateTimeOffset AskedAt, DateTimeOffset? AcceptedAt);
