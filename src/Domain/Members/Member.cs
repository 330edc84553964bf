namespace HealthDoers.Domain.Members;

/// <summary>A person of the community, as others may see them. How they sign in is kept elsewhere.</summary>
public sealed class Member : Entity
{
    public const int NameLimit = 80;
    public const int HandleLimit = 30;

    Member() { }

    /// <param name="handle">Already checked: <c>[a-z0-9_]{3,30}</c>.</param>
    public Member(string handle, string name, DateTimeOffset joinedAt, Guid? id = null)
    {
        Id = id ?? Id;
        Handle = handle;
        Name = name;
        JoinedAt = joinedAt;
        Raise(new MemberJoined(Id));
    }

    public string Handle { get; private set; } = "";
    public string Name { get; private set; } = "";
    public DateTimeOffset JoinedAt { get; private set; }

    /// <summary>Until when <see cref="FirstDay"/> holds; null for who did not join by themselves.</summary>
    public DateTimeOffset? NewUntil { get; private set; }
    public Profile Profile { get; private set; } = new();
    public Duties Duties { get; private set; }

    /// <summary>The language they read, as a culture name such as "en" or "es"; null follows the browser.</summary>
    public string? Language { get; private set; }

    /// <summary>The IANA name of the time zone they live in; null follows the browser.</summary>
    public string? Zone { get; private set; }

    /// <summary>Made by the demo or an import; no person stands behind it.</summary>
    public Origin Origin { get; private set; }

    /// <summary>Whether a mail goes out when somebody answers them.</summary>
    public bool MailsAnswers { get; private set; } = true;

    /// <summary>Whether a mail goes out about gatherings they come to: reminders, changes, a place that became free.</summary>
    public bool MailsGatherings { get; private set; } = true;

    /// <summary>Others do not see that they are in a room, nor that they write.</summary>
    public bool HidesPresence { get; private set; }

    /// <summary>Whether others see how far they have read in a room.</summary>
    public bool ShowsReading { get; private set; }

    /// <summary>Nobody may ask them for a room for two.</summary>
    public bool RefusesTalks { get; private set; }

    public Suspension? Suspension { get; private set; }

    /// <summary>When they left and were erased. What they let stand is shown as by "a member".</summary>
    public DateTimeOffset? ErasedAt { get; private set; }

    public bool IsNewAt(DateTimeOffset at) => at < NewUntil && !IsEditor;
    public bool IsActive => Suspension is null && ErasedAt is null;
    public bool CanBeAskedToTalk => IsActive && !RefusesTalks && Profile.SeenBy != Audience.Nobody && Origin != Origin.Import;
    public bool IsEditor => Duties.HasFlag(Duties.Editor) || IsAdministrator;
    public bool IsAdministrator => Duties.HasFlag(Duties.Administrator);

    /// <summary>Whether this viewer may see place and organisation; null is a visitor who is not signed in.</summary>
    public bool ShowsWhereTo(Member? viewer) => Profile.WhereSeenBy switch
    {
        Audience.Everyone => true,
        Audience.Members => viewer is not null,
        _ => viewer is not null && (viewer.Id == Id || viewer.IsEditor),
    };

    public static Member Invented(string handle, string name, Origin origin, DateTimeOffset at) =>
        new(handle, name, at) { Origin = origin };

    /// <summary>Nobody here knows them yet.</summary>
    public void BeNew() => NewUntil = JoinedAt + FirstDay.Lasts;

    public void Rename(string name)
    {
        Name = name;
        Raise(new MemberChanged(Id));
    }

    public void Describe(Profile profile)
    {
        Profile = profile;
        Raise(new MemberChanged(Id));
    }

    public void Read(string? language) => Language = language;

    public void LiveIn(string? zone) => Zone = zone;

    public void MailAnswers(bool wished) => MailsAnswers = wished;

    public void MailGatherings(bool wished) => MailsGatherings = wished;

    public void BeSeenInRooms(bool presence, bool reading)
    {
        if ((HidesPresence, ShowsReading) == (!presence, reading))
            return;
        (HidesPresence, ShowsReading) = (!presence, reading);
        Raise(new MemberPresenceChosen(Id));
    }

    public void TakeTalks(bool wished) => RefusesTalks = !wished;

    public void TakeOn(Duties duties)
    {
        if (Duties == duties)
            return;
        Duties = duties;
        Raise(new MemberDutiesChanged(Id));
    }

    public void SuspendBy(Member by, string reason, DateTimeOffset at)
    {
        if (!by.IsAdministrator)
            throw new RuleBrokenException("Only an administrator can suspend a member.");
        if (by.Id == Id)
            throw new RuleBrokenException("You cannot suspend yourself.");
        Suspension = new(by.Id, reason, at);
        Raise(new MemberSuspended(Id));
    }

    public void ReinstateBy(Member by)
    {
        if (!by.IsAdministrator)
            throw new RuleBrokenException("Only an administrator can end a suspension.");
        if (Suspension is null)
            return;
        Suspension = null;
        Raise(new MemberReinstated(Id));
    }

    /// <summary>Every session and token ends, here and on every other device.</summary>
    public void SignOutEverywhere() => Raise(new MemberSignedOutEverywhere(Id));

    /// <summary>Nothing of the person is left on this record; the handle stays taken, as its hash, elsewhere.</summary>
    public void Erase(DateTimeOffset at)
    {
        Handle = $"~{Id:N}"[..HandleLimit];
        Name = "";
        Profile = new() { SeenBy = Audience.Nobody };
        Duties = Duties.None;
        Language = Zone = null;
        Suspension = null;
        ErasedAt = at;
        Raise(new MemberErased(Id));
    }
}

/// <summary>Why and by whom a member may not take part for now.</summary>
public sealed record Suspension(Guid ById, string Reason, DateTimeOffset At);

/// <summary>What a member does for the whole site.</summary>
[Flags]
public enum Duties
{
    None = 0,
    Editor = 1,
    Administrator = 2,
}

public enum Origin
{
    Person,
    Import,
    Demo,
}
