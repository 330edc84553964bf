namespace HealthDoers.Domain.Gatherings;

/// <summary>What one member said about one time that a gathering is.</summary>
public sealed class Rsvp
{
    public const int NeedsLimit = 500;

    Rsvp() { }

    internal Rsvp(Guid occurrenceId, Guid memberId) => (OccurrenceId, MemberId) = (occurrenceId, memberId);

    public Guid Id { get; private set; } = Guid.CreateVersion7();
    public Guid OccurrenceId { get; private set; }
    public Guid MemberId { get; private set; }
    public Coming Coming { get; private set; }

    /// <summary>All places were taken; when one is free, who waits longest has it.</summary>
    public bool Waits { get; private set; }

    /// <summary>Since when they come or wait: their place in the line.</summary>
    public DateTimeOffset Since { get; private set; }

    /// <summary>What they need, for the hosts alone.</summary>
    public string Needs { get; private set; } = "";
    public Reminders Reminders { get; private set; }

    public bool HasPlace => Coming == Coming.Yes && !Waits;

    internal void Say(Coming coming, string needs, Reminders reminders, bool isFull, DateTimeOffset at)
    {
        if (coming != Coming.Yes)
            Waits = false;
        else if (Coming != Coming.Yes)
            (Waits, Since) = (isFull, at);
        (Coming, Needs, Reminders) = (coming, needs, reminders);
    }

    internal void TakePlace() => Waits = false;
}

public enum Coming
{
    /// <summary>Nothing was said yet.</summary>
    Unsaid,
    Yes,
    Maybe,
    No,
}

/// <summary>How long before it begins somebody wants to be reminded.</summary>
[Flags]
public enum Reminders
{
    None = 0,
    DayBefore = 1,
    HourBefore = 2,
}

/// <summary>An answer for all times to come, also those that are not planned yet.</summary>
public sealed class SeriesAnswer
{
    SeriesAnswer() { }

    public SeriesAnswer(Guid gatheringId, Guid memberId) => (GatheringId, MemberId) = (gatheringId, memberId);

    public Guid GatheringId { get; private set; }
    public Guid MemberId { get; private set; }
    public Coming Coming { get; private set; }
    public string Needs { get; private set; } = "";
    public Reminders Reminders { get; private set; }
    public DateTimeOffset At { get; private set; }

    public void Say(Coming coming, string needs, Reminders reminders, DateTimeOffset at) => (Coming, Needs, Reminders, At) = (coming, needs, reminders, at);
}
