using HealthDoers.Domain.Members;

namespace HealthDoers.Domain.Rooms;

/// <summary>How one member and one room stand to each other. Leaving takes the row away; a removal keeps it.</summary>
public sealed class RoomMembership : Entity
{
    public const int WordsLimit = 500;

    RoomMembership() { }

    internal RoomMembership(Room room, Member member, DateTimeOffset at)
    {
        RoomId = room.Id;
        MemberId = member.Id;
        At = at;
    }

    public Guid RoomId { get; private set; }
    public Guid MemberId { get; private set; }
    public Member Member { get; private set; } = null!;
    public RoomMembershipState State { get; private set; }
    public RoomRole Role { get; private set; }

    /// <summary>What they bring to the talk; a message can call all of one part at once.</summary>
    public RoomParts Parts { get; private set; }

    /// <summary>The number of the agreement they said yes to last; 0 for none.</summary>
    public int AgreedTo { get; private set; }

    /// <summary>What they said when they asked, or why they were removed.</summary>
    public string Words { get; private set; } = "";

    /// <summary>Who invited, declined or removed them.</summary>
    public Guid? ById { get; private set; }

    /// <summary>Since when it stands so.</summary>
    public DateTimeOffset At { get; private set; }

    public bool IsJoined => State == RoomMembershipState.Joined;

    public void TakePartAs(RoomParts parts) => Parts = parts;

    /// <summary>The agreement changed, and the member says yes to the new one.</summary>
    public void AgreeTo(int number) => AgreedTo = Math.Max(AgreedTo, number);

    internal static RoomMembership Of(Room room, Member member, RoomRole role, DateTimeOffset at) =>
        new(room, member, at) { State = RoomMembershipState.Joined, Role = role };

    internal void BeIn(int agreedTo, DateTimeOffset at) =>
        (State, AgreedTo, Words, ById, At) = (RoomMembershipState.Joined, agreedTo, "", null, at);

    internal void Ask(string words, int agreedTo, DateTimeOffset at) =>
        (State, AgreedTo, Words, ById, At) = (RoomMembershipState.Asked, agreedTo, words, null, at);

    internal void BeInvited(Member by, DateTimeOffset at) =>
        (State, Words, ById, At) = (RoomMembershipState.Invited, "", by.Id, at);

    internal void BeDeclined(Member by, DateTimeOffset at) =>
        (State, ById, At) = (RoomMembershipState.Declined, by.Id, at);

    internal void BeRemoved(string reason, Member by, DateTimeOffset at) =>
        (State, Role, Parts, Words, ById, At) = (RoomMembershipState.Removed, RoomRole.Member, RoomParts.None, reason, by.Id, at);

    internal void Take(RoomRole role) => Role = role;
}

public enum RoomMembershipState
{
    /// <summary>Made a moment ago; it never stays so.</summary>
    None,
    Invited,
    Asked,
    Joined,
    Declined,
    Removed,
}

public enum RoomRole
{
    Member,

    /// <summary>Looks after the room: people, agreement, settings and what is out of place.</summary>
    Steward,
}

/// <summary>What somebody is in the work of a room. Several may hold.</summary>
[Flags]
public enum RoomParts
{
    None = 0,
    Coach = 1,
    Mentor = 2,
    Pacesetter = 4,
    LivedExperience = 8,
}
