namespace HealthDoers.Web.Mail.Inbound;

/// <summary>What became of a letter that came in. It holds no words of it; the letter itself lies in the folder for a while.</summary>
public sealed class InboundLetter
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Of its Message-ID and sender: the same letter twice is one.</summary>
    public required string Hash { get; init; }
    public required DateTimeOffset At { get; init; }
    public InboundOutcome Outcome { get; set; }

    /// <summary>A key of <see cref="InboundText"/>, or the name of a failure.</summary>
    public string Why { get; set; } = "";

    /// <summary>Who wrote it, once that is certain.</summary>
    public Guid? MemberId { get; set; }

    /// <summary>The node in whose folder the file lies.</summary>
    public required string Node { get; init; }

    /// <summary>Of a letter that was set aside: its file, and what an administrator wants done with it.</summary>
    public string? File { get; set; }
    public InboundWish Wish { get; set; }
}

public enum InboundOutcome
{
    Posted,

    /// <summary>It says why; a member who wrote it is told once.</summary>
    Refused,

    /// <summary>Written by a program, or not for us.</summary>
    Ignored,

    /// <summary>It told that a letter of ours did not arrive.</summary>
    Bounced,

    /// <summary>It could not be read or stored; an administrator sees it.</summary>
    SetAside,

    /// <summary>Not now; it stays in the folder.</summary>
    Later,
}

public enum InboundWish
{
    None,
    TryAgain,
    ThrowAway,
}

/// <summary>Letters to a member's address that did not arrive.</summary>
public sealed class MailTrouble
{
    /// <summary>So many letters in a row that can never arrive, and mail to the address rests.</summary>
    public const int MostHard = 3;

    public required Guid MemberId { get; init; }

    /// <summary>The address as it was; another one begins anew.</summary>
    public required string Address { get; set; }
    public int Hard { get; private set; }
    public DateTimeOffset LastAt { get; private set; }
    public DateTimeOffset? RestsSince { get; private set; }

    public void Count(string address, DateTimeOffset at)
    {
        if (address != Address)
            (Address, Hard, RestsSince) = (address, 0, null);
        (Hard, LastAt) = (Hard + 1, at);
        if (Hard >= MostHard)
            RestsSince ??= at;
    }
}
