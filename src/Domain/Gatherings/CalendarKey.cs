namespace HealthDoers.Domain.Gatherings;

/// <summary>A private calendar of one member: whoever knows its address can read it, so it can be renewed.</summary>
public sealed class CalendarKey
{
    CalendarKey() { }

    /// <param name="targetId">The hub or profile; the member for their own calendar.</param>
    public CalendarKey(Guid memberId, CalendarOf kind, Guid targetId) => (MemberId, Kind, TargetId) = (memberId, kind, targetId);

    public Guid Id { get; private set; } = Guid.CreateVersion7();
    public Guid MemberId { get; private set; }
    public CalendarOf Kind { get; private set; }
    public Guid TargetId { get; private set; }

    /// <summary>Of the secret part of the address, which is shown once.</summary>
    public string Hash { get; private set; } = "";
    public DateTimeOffset MadeAt { get; private set; }

    public void Renew(string hash, DateTimeOffset at) => (Hash, MadeAt) = (hash, at);
}

public enum CalendarOf
{
    Person,
    Hub,
    Listing,
}
