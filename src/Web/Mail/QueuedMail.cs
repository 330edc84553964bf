namespace HealthDoers.Web.Mail;

/// <summary>
/// A mail that is to go out. It is saved with the change it tells of, so a mail server that is away delays it and
/// loses nothing. What it says is written when it is sent.
/// </summary>
public sealed class QueuedMail
{
    public static readonly TimeSpan Tried = TimeSpan.FromDays(3);

    public QueuedMail() { }

    /// <param name="notBefore">It waits until then.</param>
    public QueuedMail(DateTimeOffset notBefore) => NextAt = notBefore;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Names the words of the letter; see <see cref="LetterKind"/>.</summary>
    public required string Kind { get; init; }
    public required string Language { get; init; }

    /// <summary>Where it goes, or null for the member's present address.</summary>
    public string? Address { get; init; }
    public Guid? MemberId { get; init; }

    /// <summary>What the words leave open, such as the link. Emptied once sent.</summary>
    public Dictionary<string, string> Values { get; set; } = [];
    public required DateTimeOffset At { get; init; }
    public int Failures { get; private set; }
    public DateTimeOffset NextAt { get; private set; }
    public DateTimeOffset? SentAt { get; private set; }

    /// <summary>One of many that are written at once: it lets those pass that somebody waits for.</summary>
    public bool IsOneOfMany { get; init; }

    /// <summary>Given up on after <see cref="Tried"/>; an administrator sees it.</summary>
    public DateTimeOffset? SetAsideAt { get; private set; }
    public string? Failure { get; private set; }

    /// <summary>An administrator wants it tried once more; if that fails too, it is set aside again.</summary>
    public void Retry(DateTimeOffset at) => (SetAsideAt, NextAt) = (null, at);

    public void Sent(DateTimeOffset at)
    {
        SentAt = at;
        Values = [];
        Failure = null;
    }

    public void Failed(string why, DateTimeOffset at)
    {
        Failures++;
        Failure = why.Length <= 200 ? why : why[..200];
        NextAt = at + TimeSpan.FromSeconds(Math.Min(3600, 5 * Math.Pow(2, Math.Min(Failures - 1, 12))));
        if (at - At > Tried)
            SetAsideAt = at;
    }
}
