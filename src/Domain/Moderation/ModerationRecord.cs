namespace HealthDoers.Domain.Moderation;

/// <summary>Who did what to whose work, and why. Rows are only ever added.</summary>
public sealed class ModerationRecord : Entity
{
    public const int ReasonLimit = 500;

    ModerationRecord() { }

    public ModerationRecord(Guid byId, ModerationAct act, ReportedKind kind, Guid targetId, string reason, DateTimeOffset at)
    {
        ById = byId;
        Act = act;
        Kind = kind;
        TargetId = targetId;
        Reason = reason;
        At = at;
    }

    public Guid ById { get; private set; }
    public ModerationAct Act { get; private set; }
    public ReportedKind Kind { get; private set; }
    public Guid TargetId { get; private set; }
    public string Reason { get; private set; } = "";
    public DateTimeOffset At { get; private set; }
}

public enum ModerationAct
{
    Hid,
    Showed,
    Removed,
    Suspended,
    Reinstated,
    KeptAfterReport,
    Merged,
    Retired,
    TookUpAgain,
}
