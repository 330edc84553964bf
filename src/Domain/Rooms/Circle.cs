using HealthDoers.Domain.Members;

namespace HealthDoers.Domain.Rooms;

/// <summary>
/// Rounds of talk in which everybody has a turn, for a time, and may pass; nobody speaks twice before all had their
/// turn once. The message says what it is about, and answers to it are what is said.
/// </summary>
public sealed class Circle
{
    public const int MostSeats = 30;

    Circle() { }

    internal Circle(Message message, CircleAsk ask) => (MessageId, TurnSeconds, Rounds) = (message.Id, ask.TurnSeconds, ask.Rounds);

    public Guid MessageId { get; private set; }
    public int TurnSeconds { get; private set; }
    public int Rounds { get; private set; }

    /// <summary>0 before it begins.</summary>
    public int Round { get; private set; }

    /// <summary>In the order in which they speak.</summary>
    public List<CircleSeat> Seats { get; private set; } = [];

    /// <summary>Who had a turn in this round, those who left since included: coming back gives no second one.</summary>
    public List<Guid> HadTurn { get; private set; } = [];
    public DateTimeOffset? TurnEndsAt { get; private set; }
    public DateTimeOffset? EndedAt { get; private set; }

    public bool HasBegun => Round > 0;
    public bool IsRunning => HasBegun && EndedAt is null;
    public Guid? TurnOf => IsRunning ? Seats.Find(s => s.State == SeatState.Speaks)?.MemberId : null;

    /// <summary>Those who come while it runs speak after all others.</summary>
    internal bool Join(Member member)
    {
        CheckNotOver();
        if (Seats.Exists(s => s.MemberId == member.Id))
            return false;
        if (Seats.Count >= MostSeats)
            throw new RuleBrokenException("This circle is full. Start a second one.");
        Seats = [.. Seats, new(member.Id, member.Handle, HadTurn.Contains(member.Id) ? SeatState.Spoke : SeatState.Waits)];
        return true;
    }

    internal bool Leave(Guid memberId, DateTimeOffset at)
    {
        if (EndedAt is not null || Seats.Find(s => s.MemberId == memberId) is not { } seat)
            return false;
        Seats = [.. Seats.Where(s => s != seat)];
        if (seat.State == SeatState.Speaks)
            GoOn(at);
        return true;
    }

    /// <summary>A member leaves the site; they are not named in circles that are over either.</summary>
    internal bool Forget(Guid memberId, DateTimeOffset at)
    {
        if (EndedAt is null)
            return Leave(memberId, at);
        var before = Seats.Count;
        Seats = [.. Seats.Where(s => s.MemberId != memberId)];
        HadTurn = [.. HadTurn.Where(id => id != memberId)];
        return Seats.Count < before;
    }

    internal void Begin(DateTimeOffset at)
    {
        CheckNotOver();
        if (HasBegun)
            throw new RuleBrokenException("This circle has begun already.");
        if (Seats.Count < 2)
            throw new RuleBrokenException("A circle begins with two people or more.");
        Round = 1;
        GoOn(at);
    }

    internal void FinishTurn(Member member, bool passes, DateTimeOffset at)
    {
        CheckNotOver();
        if (TurnOf != member.Id)
            throw new RuleBrokenException("It is somebody else’s turn in this circle.");
        Put(member.Id, passes ? SeatState.Passed : SeatState.Spoke);
        GoOn(at);
    }

    /// <returns>False when there is time left.</returns>
    internal bool TimeIsUp(DateTimeOffset at)
    {
        if (TurnOf is not { } speaker || TurnEndsAt > at)
            return false;
        Put(speaker, SeatState.Spoke);
        GoOn(at);
        return true;
    }

    internal void End(DateTimeOffset at) => (EndedAt, TurnEndsAt) = (EndedAt ?? at, null);

    void GoOn(DateTimeOffset at)
    {
        if (Seats.Count == 0 || (Seats.TrueForAll(s => s.State != SeatState.Waits) && Round >= Rounds))
        {
            End(at);
            return;
        }
        if (Seats.TrueForAll(s => s.State != SeatState.Waits))
        {
            Round++;
            HadTurn = [];
            Seats = [.. Seats.Select(s => s with { State = SeatState.Waits })];
        }
        var next = Seats.Find(s => s.State == SeatState.Waits)!.MemberId;
        Put(next, SeatState.Speaks);
        HadTurn = [.. HadTurn, next];
        TurnEndsAt = at.AddSeconds(TurnSeconds);
    }

    void Put(Guid memberId, SeatState state) => Seats = [.. Seats.Select(s => s.MemberId == memberId ? s with { State = state } : s)];

    void CheckNotOver()
    {
        if (EndedAt is not null)
            throw new RuleBrokenException("This circle is over.");
    }
}

public sealed record CircleSeat(Guid MemberId, string Handle, SeatState State);

/// <summary>Of a seat in the present round.</summary>
public enum SeatState
{
    Waits,
    Speaks,
    Spoke,
    Passed,
}

/// <summary>A circle as somebody asks for it.</summary>
public sealed record CircleAsk(int TurnSeconds, int Rounds)
{
    public static readonly IReadOnlyList<int> TurnChoices = [60, 120, 180, 300];
    public const int MostRounds = 3;

    public bool IsFaulty => !TurnChoices.Contains(TurnSeconds) || Rounds is < 1 or > MostRounds;
}

/// <summary>What somebody does in a circle.</summary>
public enum CircleAct
{
    Join,
    Leave,
    Begin,
    Done,
    Pass,
    End,
}
