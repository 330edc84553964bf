using HealthDoers.Domain.Members;

namespace HealthDoers.Domain.Moderation;

/// <summary>A member says that something does not keep to the agreements.</summary>
public sealed class Report : Entity
{
    public const int NoteLimit = 2_000;

    Report() { }

    public Report(Member by, ReportedKind kind, Guid targetId, ReportReason reason, string note, DateTimeOffset at)
    {
        if (!by.IsActive)
            throw new RuleBrokenException("Your account is suspended, so you cannot report for now.");
        ById = by.Id;
        Kind = kind;
        TargetId = targetId;
        Reason = reason;
        Note = note;
        At = at;
        Raise(new ThingReported(targetId, Id));
    }

    public Guid ById { get; private set; }
    public ReportedKind Kind { get; private set; }
    public Guid TargetId { get; private set; }
    public ReportReason Reason { get; private set; }
    public string Note { get; private set; } = "";
    public DateTimeOffset At { get; private set; }
    public Resolution? Resolution { get; private set; }

    public void Resolve(Member editor, ReportOutcome outcome, string note, DateTimeOffset at)
    {
        if (!editor.IsEditor)
            throw new RuleBrokenException("Only an editor can close a report.");
        if (Resolution is not null)
            throw new RuleBrokenException("Somebody closed this report already.");
        Resolution = new(editor.Id, outcome, note, at);
        Raise(new ReportResolved(TargetId, Id));
    }
}

public sealed record Resolution(Guid ById, ReportOutcome Outcome, string Note, DateTimeOffset At);

public enum ReportedKind
{
    Story,
    Comment,
    Member,
    Message,
    Listing,
    MapEntry,
    Idea,
    Adaptation,
    Gathering = 20,
    PeerTeam = 60,
}

/// <summary>Which agreement it breaks.</summary>
public enum ReportReason
{
    Disrespect,
    PersonalData,
    NoConsent,
    Untrue,
    Spam,
    Danger,
    Other,
}

public enum ReportOutcome
{
    Hidden,
    Kept,
    Suspended,
}

/// <param name="SubjectId">What was reported.</param>
public sealed record ThingReported(Guid SubjectId, Guid ReportId) : DomainEvent(SubjectId);

/// <param name="SubjectId">What was reported.</param>
public sealed record ReportResolved(Guid SubjectId, Guid ReportId) : DomainEvent(SubjectId);
