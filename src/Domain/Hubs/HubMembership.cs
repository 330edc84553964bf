using HealthDoers.Domain.Members;

namespace HealthDoers.Domain.Hubs;

/// <summary>How one member and one hub stand to each other. Leaving takes the row away; a ban keeps it.</summary>
public sealed class HubMembership : Entity
{
    public const int AnswerLimit = 500;

    HubMembership() { }

    public HubMembership(Hub hub, Member member, IReadOnlyList<HubAnswer> answers, DateTimeOffset at)
    {
        HubId = hub.Id;
        MemberId = member.Id;
        Ask(hub, member, answers, at);
    }

    public Guid HubId { get; private set; }
    public Guid MemberId { get; private set; }
    public Member Member { get; private set; } = null!;
    public MembershipState State { get; private set; }
    public List<HubAnswer> Answers { get; private set; } = [];

    /// <summary>The very text that the member agreed to.</summary>
    public Guid? AgreementId { get; private set; }
    public DateTimeOffset At { get; private set; }

    /// <summary>When a ban ends by itself; null for one that lasts.</summary>
    public DateTimeOffset? BannedUntil { get; private set; }

    public bool IsJoined => State == MembershipState.Joined;

    public bool IsBannedAt(DateTimeOffset now) => State == MembershipState.Banned && (BannedUntil is null || BannedUntil > now);

    /// <summary>Asks to join, for the first time or again.</summary>
    public void Ask(Hub hub, Member member, IReadOnlyList<HubAnswer> answers, DateTimeOffset at)
    {
        if (!member.IsActive)
            throw new RuleBrokenException("Your account is suspended, so you cannot join a hub for now.");
        if (hub.Merger is not null)
            throw new RuleBrokenException("This hub went on as part of another one.");
        if (IsBannedAt(at))
            throw new RuleBrokenException("The stewards of this hub have closed it to you for now. You can appeal.");
        if (IsJoined)
            return;
        (Answers, AgreementId, At, BannedUntil) = ([.. answers], hub.AgreementId, at, null);
        State = hub.Rules.ApprovesJoins ? MembershipState.Asked : MembershipState.Joined;
        Raise(hub.Rules.ApprovesJoins ? new HubJoinAsked(HubId, Id) : new HubJoined(HubId, Id));
    }

    /// <summary>The hub changed its agreement, and the member says yes to the new one.</summary>
    public void AgreeTo(Guid? agreementId) => AgreementId = agreementId;

    public void Accept(Hub hub, Member by, DateTimeOffset at)
    {
        hub.CheckModeratedBy(by, at);
        if (State != MembershipState.Asked)
            throw new RuleBrokenException("Somebody decided on this request already.");
        (State, At) = (MembershipState.Joined, at);
        Raise(new HubJoinAccepted(HubId, Id));
    }

    public void Leave()
    {
        if (IsJoined)
            Raise(new HubLeft(HubId));
    }

    internal void Decline()
    {
        if (State != MembershipState.Asked)
            throw new RuleBrokenException("Somebody decided on this request already.");
        State = MembershipState.Declined;
    }

    internal void Remove(bool ban, DateTimeOffset? until)
    {
        if (!IsJoined)
            throw new RuleBrokenException("This person is not a member of the hub now.");
        (State, BannedUntil) = (ban ? MembershipState.Banned : MembershipState.Removed, until);
        Raise(new HubLeft(HubId));
    }

    internal void TakeBack()
    {
        (State, BannedUntil) = (MembershipState.Joined, null);
        Raise(new HubJoinAccepted(HubId, Id));
    }

    /// <summary>The hub merged into another, of which the member was none yet.</summary>
    public void MoveTo(Guid hubId)
    {
        HubId = hubId;
        Raise(new HubMovedMember(hubId));
    }
}

/// <summary>The question as it was asked then, and what the member said.</summary>
public sealed record HubAnswer(string Question, string Answer);

public enum MembershipState
{
    Asked,
    Joined,
    Declined,
    Removed,
    Banned,
}
