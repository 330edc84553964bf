using HealthDoers.Domain.Members;

namespace HealthDoers.Domain.Rooms;

public sealed partial class Room
{
    /// <summary>Names the two whose room it is, the same whoever of them asked; null for every other room. A pair has one room.</summary>
    public string? Pair { get; private set; }

    /// <summary>Nobody looks after it, and nobody else ever comes in.</summary>
    public bool IsForTwo => Pair is not null;

    public static string PairOf(Guid one, Guid other) =>
        string.CompareOrdinal(one.ToString("N"), other.ToString("N")) < 0 ? $"{one:N}{other:N}" : $"{other:N}{one:N}";

    /// <param name="words">The same for every such room: names of people are not kept in them.</param>
    public static Room ForTwo(string slug, Dictionary<string, RoomWords> words, Member one, Member other, DateTimeOffset at)
    {
        var room = new Room(slug, words, at) { Audience = RoomAudience.Private, Pair = PairOf(one.Id, other.Id) };
        room.TakeUp(one, other, at);
        return room;
    }

    /// <summary>The other of the two; also after they left.</summary>
    public Guid? OtherThan(Guid memberId) => Pair is null ? null
        : Guid.ParseExact(Pair.StartsWith($"{memberId:N}", StringComparison.Ordinal) ? Pair[32..] : Pair[..32], "N");

    /// <summary>Both want to talk again: whoever left is back, and it takes words once more.</summary>
    public void TakeUp(Member one, Member other, DateTimeOffset at)
    {
        if (Pair != PairOf(one.Id, other.Id))
            throw new RuleBrokenException("This room is for two other people.");
        if (!one.IsActive || !other.IsActive)
            throw new RuleBrokenException("This account cannot take part for now.");
        foreach (var member in new[] { one, other }.Where(m => StandingOf(m) is null))
        {
            _memberships.Add(RoomMembership.Of(this, member, RoomRole.Member, at));
            Raise(new RoomJoined(Id, StandingOf(member)!.Id));
        }
        if (Closing is null)
            return;
        Closing = null;
        Raise(new RoomChanged(Id));
    }

    /// <summary>Either of the two ends it: no new words, and both keep what was said.</summary>
    public void EndBy(Member member, DateTimeOffset at)
    {
        if (!IsForTwo || StandingOf(member) is not { IsJoined: true })
            throw new RuleBrokenException("Only the two whose room it is can end it.");
        Close(member.Id, at);
    }

    void Close(Guid byId, DateTimeOffset at)
    {
        if (Closing is not null)
            return;
        Closing = new(byId, at);
        Raise(new RoomClosed(Id));
    }
}
