using HealthDoers.Domain.Members;

namespace HealthDoers.Domain.Rooms;

public sealed partial class Room
{
    readonly List<RoomMembership> _memberships = [];

    /// <summary>A room that a member opens; they are its first steward.</summary>
    public Room(string slug, string language, RoomWords words, RoomAudience audience, Guid? hubId, Member by, DateTimeOffset at)
        : this(slug, new() { [language] = words }, at, hubId)
    {
        if (!by.IsActive)
            throw new RuleBrokenException("Your account is suspended, so you cannot open a room for now.");
        Audience = audience;
        _memberships.Add(RoomMembership.Of(this, by, RoomRole.Steward, at));
    }

    /// <summary>
    /// Those that were loaded. Whoever asks what somebody may do loads theirs, and to change who belongs, all of them.
    /// </summary>
    public IReadOnlyList<RoomMembership> Memberships => _memberships;

    /// <summary>The number of the agreement in force; 0 while there is none.</summary>
    public int AgreementNumber { get; private set; }

    public RoomMembership? StandingOf(Member? member) => member is null ? null : _memberships.Find(m => m.MemberId == member.Id);

    /// <summary>The same rule as <see cref="RoomQueries.VisibleTo"/>, for a room that is already at hand.</summary>
    public bool IsVisibleTo(Member? viewer) =>
        viewer is null or { ErasedAt: null } && (Audience == RoomAudience.Open || StandingOf(viewer)?.IsJoined == true);

    public bool TakesWordsOf(Member? member) =>
        Closing is null && member is { IsActive: true } && IsVisibleTo(member) && !WasRemoved(member);

    public bool WasRemoved(Member member) => StandingOf(member)?.State == RoomMembershipState.Removed;

    /// <summary>Its stewards; of rooms that are not private also those of its hub and the editors of the site. Nobody looks after a room for two.</summary>
    public bool CanBeModeratedBy(Member member, DateTimeOffset now) => member.IsActive && !IsForTwo
        && (StandingOf(member) is { } mine && IsSteward(mine)
            || Audience != RoomAudience.Private && (member.IsEditor || Hub?.CanBeModeratedBy(member, now) == true));

    /// <summary>Whoever began a topic may rename it, and whoever looks after the room.</summary>
    public void CheckRenamesTopicOf(Guid? firstAuthorId, Member by, DateTimeOffset now)
    {
        if (!CanBeModeratedBy(by, now) && !(firstAuthorId == by.Id && TakesWordsOf(by)))
            throw new RuleBrokenException("Only who began a topic, a steward of the room or an editor can rename it.");
    }

    /// <summary>Whether this member may come in by themselves, without anybody saying yes.</summary>
    /// <param name="belongs">They are a member of the hub or the peer team whose room it is.</param>
    public bool LetsIn(Member member, bool belongs) => StandingOf(member)?.State switch
    {
        RoomMembershipState.Removed => false,
        RoomMembershipState.Invited => true,
        _ => Audience == RoomAudience.Open || Audience == RoomAudience.MembersOnly && belongs,
    };

    /// <summary>Comes in by an invitation, or because the room is open to them.</summary>
    /// <param name="agreedTo">The number of the agreement that they said yes to.</param>
    public RoomMembership Join(Member member, bool belongs, int agreedTo, DateTimeOffset at)
    {
        CheckCanCome(member);
        if (!LetsIn(member, belongs))
            throw new RuleBrokenException("Ask to join this room first.");
        CheckAgreed(agreedTo);
        var mine = StandingOf(member) ?? Added(member, at);
        mine.BeIn(agreedTo, at);
        Raise(new RoomJoined(Id, mine.Id));
        return mine;
    }

    public RoomMembership AskToJoin(Member member, string words, int agreedTo, DateTimeOffset at)
    {
        CheckCanCome(member);
        if (Audience == RoomAudience.Private && StandingOf(member) is null)
            throw new RuleBrokenException("People come into this room by invitation.");
        CheckAgreed(agreedTo);
        var mine = StandingOf(member) ?? Added(member, at);
        if (mine.State is RoomMembershipState.Joined or RoomMembershipState.Asked)
            return mine;
        mine.Ask(words, agreedTo, at);
        Raise(new RoomJoinAsked(Id, mine.Id));
        return mine;
    }

    /// <summary>Also somebody who was removed, and somebody who asked: who is wanted by both sides is in.</summary>
    public RoomMembership Invite(Member who, Member by, DateTimeOffset at)
    {
        CheckModeratedBy(by, at);
        CheckTakesPeople();
        if (!who.IsActive)
            throw new RuleBrokenException("This account cannot take part for now.");
        var theirs = StandingOf(who) ?? Added(who, at);
        if (theirs.State == RoomMembershipState.Asked)
            Accept(theirs, by, at);
        else if (theirs.State is not (RoomMembershipState.Joined or RoomMembershipState.Invited))
        {
            theirs.BeInvited(by, at);
            Raise(new RoomInvited(Id, theirs.Id));
        }
        return theirs;
    }

    public void Accept(RoomMembership asked, Member by, DateTimeOffset at)
    {
        CheckModeratedBy(by, at);
        CheckWaits(asked);
        asked.BeIn(asked.AgreedTo, at);
        Raise(new RoomJoinAccepted(Id, asked.Id));
    }

    public void Decline(RoomMembership asked, Member by, DateTimeOffset at)
    {
        CheckModeratedBy(by, at);
        CheckWaits(asked);
        asked.BeDeclined(by, at);
    }

    /// <summary>Nothing that is said after this reaches them, on any of their devices.</summary>
    public void Remove(RoomMembership membership, string reason, Member by, DateTimeOffset at)
    {
        CheckModeratedBy(by, at);
        if (!membership.IsJoined && membership.State != RoomMembershipState.Invited)
            throw new RuleBrokenException("This person is not in the room now.");
        CheckStewardRemainsWithout(membership);
        membership.BeRemoved(reason, by, at);
        Raise(new RoomMemberRemoved(Id, membership.MemberId, membership.Id));
    }

    /// <summary>Goes, or takes back having asked or having been invited. The caller takes the row away. A room for two ends with it.</summary>
    public void Leave(RoomMembership membership, DateTimeOffset at)
    {
        if (membership.State == RoomMembershipState.Removed)
            throw new RuleBrokenException("A steward removed you from this room. Its stewards can invite you again.");
        CheckStewardRemainsWithout(membership);
        Lose(membership, at);
    }

    /// <summary>An account ends. Where the last steward goes, the one who is there longest takes over.</summary>
    public void LoseForGood(RoomMembership membership, DateTimeOffset at)
    {
        Lose(membership, at);
        if (IsSteward(membership) && !_memberships.Any(IsSteward))
            _memberships.Where(m => m.IsJoined).MinBy(m => m.At)?.Take(RoomRole.Steward);
    }

    public void Give(RoomRole role, RoomMembership to, Member by, DateTimeOffset at)
    {
        CheckModeratedBy(by, at);
        if (!to.IsJoined)
            throw new RuleBrokenException("This person is not in the room now.");
        if (role != RoomRole.Steward)
            CheckStewardRemainsWithout(to);
        to.Take(role);
        Raise(new RoomChanged(Id));
    }

    /// <summary>A new text to agree to. Those who agreed to an older one are asked again and stay.</summary>
    public RoomAgreement Agree(List<string> points, string language, Member by, DateTimeOffset at)
    {
        CheckModeratedBy(by, at);
        AgreementNumber++;
        Raise(new RoomChanged(Id));
        StandingOf(by)?.AgreeTo(AgreementNumber); // whoever writes it agrees to it
        return new(Id, AgreementNumber, points, language, by.Id, at);
    }

    internal void CheckTakesWordsOf(Member member)
    {
        if (WasRemoved(member))
            throw new RuleBrokenException("You are not in this room any more, so it takes no new messages from you.");
        CheckIsOpen();
        if (!TakesWordsOf(member))
            throw new RuleBrokenException("You cannot write in this room at present.");
    }

    public void CheckModeratedBy(Member by, DateTimeOffset at)
    {
        if (!CanBeModeratedBy(by, at))
            throw new RuleBrokenException("Only a steward of this room or an editor can do this.");
    }

    void Lose(RoomMembership membership, DateTimeOffset at)
    {
        _memberships.Remove(membership);
        Raise(new RoomMemberLeft(Id, membership.MemberId));
        if (IsForTwo)
            Close(membership.MemberId, at);
    }

    static bool IsSteward(RoomMembership membership) => membership is { IsJoined: true, Role: RoomRole.Steward };

    internal void CheckIsOpen()
    {
        if (Closing is not null)
            throw new RuleBrokenException("This room is closed, so it takes no new messages.");
    }

    void CheckCanCome(Member member)
    {
        if (!member.IsActive)
            throw new RuleBrokenException("Your account is suspended, so you cannot join a room for now.");
        if (WasRemoved(member))
            throw new RuleBrokenException("A steward removed you from this room. Its stewards can invite you again.");
        CheckTakesPeople();
    }

    void CheckTakesPeople()
    {
        if (Closing is not null)
            throw new RuleBrokenException("This room is closed, so nobody joins it now.");
    }

    void CheckAgreed(int agreedTo)
    {
        if (agreedTo != AgreementNumber)
            throw new RuleBrokenException("The agreement of this room has changed. Read the new one and agree to it first.");
    }

    void CheckStewardRemainsWithout(RoomMembership membership)
    {
        if (IsSteward(membership) && Audience != RoomAudience.Open
            && _memberships.Any(m => m != membership && m.IsJoined) && !_memberships.Any(m => m != membership && IsSteward(m)))
            throw new RuleBrokenException("This room needs a steward. Ask somebody else to be one first.");
    }

    static void CheckWaits(RoomMembership asked)
    {
        if (asked.State != RoomMembershipState.Asked)
            throw new RuleBrokenException("Somebody decided on this request already.");
    }

    RoomMembership Added(Member member, DateTimeOffset at)
    {
        var membership = new RoomMembership(this, member, at);
        _memberships.Add(membership);
        return membership;
    }
}
