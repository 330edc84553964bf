namespace HealthDoers.Domain.Rooms;

/// <summary>How far a member has read in a room, the same on all their devices.</summary>
public sealed class ReadMark
{
    ReadMark() { }

    public ReadMark(Guid roomId, Guid memberId)
    {
        RoomId = roomId;
        MemberId = memberId;
    }

    public Guid RoomId { get; private set; }
    public Guid MemberId { get; private set; }
    public long Seq { get; private set; }
    public DateTimeOffset At { get; private set; }

    /// <summary>Never back, and never past what was said.</summary>
    public void MoveTo(long seq, Room room, DateTimeOffset at)
    {
        if (Math.Min(seq, room.LastSeq) <= Seq)
            return;
        Seq = Math.Min(seq, room.LastSeq);
        At = at;
    }
}
