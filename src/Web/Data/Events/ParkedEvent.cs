namespace HealthDoers.Web.Data.Events;

/// <summary>
/// An event that one consumer could not handle yet, or that waits behind such a one of the same subject. After
/// <see cref="MostAttempts"/> it is set aside until an administrator retries it.
/// </summary>
public sealed class ParkedEvent
{
    public const int MostAttempts = 8;

    public required string Consumer { get; init; }
    public required long Number { get; init; }
    public required Guid SubjectId { get; init; }
    public int Attempts { get; private set; }
    public DateTimeOffset NextAt { get; private set; }
    public DateTimeOffset? SetAsideAt { get; private set; }

    /// <summary>The kind of the last failure; never its message, which may quote what people wrote.</summary>
    public string? Failure { get; private set; }

    public void Failed(Exception why, DateTimeOffset now)
    {
        Attempts++;
        Failure = why.GetBaseException().GetType().Name;
        NextAt = now + TimeSpan.FromSeconds(Math.Pow(3, Attempts - 1)); // 1 s, 3 s, 9 s … 36 min
        if (Attempts >= MostAttempts)
            SetAsideAt = now;
    }

    public void Retry(DateTimeOffset now)
    {
        Attempts = 0;
        SetAsideAt = null;
        NextAt = now;
    }
}
