namespace HealthDoers.Domain.Gatherings;

/// <summary>One time that a gathering is.</summary>
public sealed class Occurrence : Entity
{
    readonly List<Rsvp> _rsvps = [];

    Occurrence() { }

    internal Occurrence(Guid gatheringId, DateOnly on, DateTime start, DateTimeOffset startsAt, TimeSpan lasts)
    {
        GatheringId = gatheringId;
        On = on;
        Be(start, startsAt, lasts);
    }

    public Guid GatheringId { get; private set; }

    /// <summary>The day that the schedule gave it: its name, also after it was moved.</summary>
    public DateOnly On { get; private set; }

    /// <summary>By the clock on the wall of the gathering's zone.</summary>
    public DateTime Start { get; private set; }
    public DateTimeOffset StartsAt { get; private set; }
    public DateTimeOffset EndsAt { get; private set; }

    /// <summary>Its hosts gave it another time than the schedule.</summary>
    public bool IsMoved { get; private set; }
    public Cancellation? Cancellation { get; private set; }
    public Outcome? Outcome { get; private set; }

    // Who reminds looks at these, so that of two nodes one does.
    public DateTimeOffset? DayTold { get; private set; }
    public DateTimeOffset? HourTold { get; private set; }

    /// <summary>What members said; loaded by whoever asks about places.</summary>
    public IReadOnlyList<Rsvp> Rsvps => _rsvps;

    public int Taken => _rsvps.Count(r => r.HasPlace);

    public IEnumerable<Rsvp> Line => _rsvps.Where(r => r.Waits).OrderBy(r => r.Since).ThenBy(r => r.Id);

    public bool IsOverAt(DateTimeOffset now) => EndsAt <= now;

    /// <param name="places">How many can come; null has no limit.</param>
    /// <exception cref="RuleBrokenException">It is over, or cancelled.</exception>
    public Rsvp Answer(Guid memberId, Coming coming, string needs, Reminders reminders, int? places, DateTimeOffset now)
    {
        var rsvp = Take(memberId, coming, needs, reminders, places, now);
        Raise(new GatheringAnswered(GatheringId, Id));
        return rsvp;
    }

    /// <summary>An answer for many times at once, of which the gathering tells once.</summary>
    internal Rsvp Take(Guid memberId, Coming coming, string needs, Reminders reminders, int? places, DateTimeOffset now)
    {
        if (Cancellation is not null)
            throw new RuleBrokenException("This gathering is cancelled, so it takes no answers.");
        if (IsOverAt(now))
            throw new RuleBrokenException("This gathering is over, so it takes no answers.");
        var rsvp = _rsvps.Find(r => r.MemberId == memberId);
        if (rsvp is null)
            _rsvps.Add(rsvp = new(Id, memberId));
        rsvp.Say(coming, needs, reminders, IsFull(places, rsvp), now);
        MoveUp(places);
        return rsvp;
    }

    internal bool Forget(Guid memberId, int? places)
    {
        var forgotten = _rsvps.RemoveAll(r => r.MemberId == memberId) > 0;
        MoveUp(places);
        return forgotten;
    }

    /// <summary>Free places go to those who wait, in the order in which they came.</summary>
    public void MoveUp(int? places)
    {
        foreach (var next in Line.Take(places is { } most ? Math.Max(0, most - Taken) : int.MaxValue).ToList())
        {
            next.TakePlace();
            Raise(new PlaceFreed(GatheringId, next.Id));
        }
    }

    /// <summary>Notes that those who come are reminded now. Saying it again reminds nobody.</summary>
    public void Remind(bool soon, DateTimeOffset now)
    {
        if ((soon ? HourTold : DayTold) is not null)
            return;
        // Whoever is told of the last hour needs no word about the day.
        DayTold ??= now;
        if (soon)
            HourTold ??= now;
        Raise(soon ? new GatheringSoon(GatheringId, Id) : new GatheringTomorrow(GatheringId, Id));
    }

    internal void CancelBy(Guid byId, string reason, DateTimeOffset now)
    {
        Cancellation = new(byId, reason, now);
        Raise(new OccurrenceCancelled(GatheringId, Id));
    }

    /// <summary>The schedule does not name its day any longer.</summary>
    internal void Drop(DateTimeOffset now) => Cancellation ??= new(null, "", now);

    /// <summary>The schedule names its day again, after it had not.</summary>
    internal void Revive()
    {
        if (Cancellation is { ById: null, Reason: "" })
            Cancellation = null;
    }

    internal void MoveTo(DateTime start, DateTimeOffset startsAt, TimeSpan lasts)
    {
        Be(start, startsAt, lasts);
        IsMoved = true;
        Raise(new OccurrenceMoved(GatheringId, Id));
    }

    /// <summary>What the schedule says now. What was moved by hand stays where it was put.</summary>
    internal void Follow(DateOnly on, DateTime start, LocalClock clock, TimeSpan lasts)
    {
        On = on;
        if (IsMoved)
            start = Start;
        Be(start, clock(start), lasts);
    }

    internal void Tell(Outcome? outcome) => Outcome = outcome;

    internal void ForgetHost(Guid memberId)
    {
        if (Cancellation?.ById == memberId)
            Cancellation = Cancellation with { ById = null };
        if (Outcome?.ById == memberId)
            Outcome = Outcome with { ById = null };
    }

    bool IsFull(int? places, Rsvp asking) => places is { } most && _rsvps.Count(r => r.HasPlace && r != asking) >= most;

    void Be(DateTime start, DateTimeOffset startsAt, TimeSpan lasts)
    {
        var ends = startsAt + lasts;
        if ((Start, StartsAt, EndsAt) == (start, startsAt, ends))
            return;
        if (StartsAt != startsAt)
            DayTold = HourTold = null;
        (Start, StartsAt, EndsAt) = (start, startsAt, ends);
    }
}

/// <param name="ById">Null: nobody is left who could be named.</param>
/// <param name="Reason">Empty when there was nobody to give one.</param>
public sealed record Cancellation(Guid? ById, string Reason, DateTimeOffset At);

/// <summary>What came of it, in the words of its hosts.</summary>
public sealed record Outcome(Guid? ById, string Words, DateTimeOffset At);
