namespace HealthDoers.Domain.Stories;

/// <summary>How strong the evidence is; the same four steps for stories and ideas (glossary of the SCALE overview, 2017).</summary>
public enum EvidenceStanding
{
    /// <summary>Somebody thinks it could help; nobody has tested it yet.</summary>
    Idea,

    /// <summary>Tried at least once, with a prediction and what was learned.</summary>
    Tested,

    /// <summary>Some first evidence of an effect.</summary>
    Emerging,

    /// <summary>Results that held, and a way for others to use it.</summary>
    BrightSpot,
}

/// <summary>One dated step of a story's standing: its author claims it, an editor confirms it.</summary>
public sealed class StandingStep : Entity
{
    StandingStep() { }

    public StandingStep(Guid storyId, EvidenceStanding standing, string reason, Guid claimedById, DateTimeOffset claimedAt)
    {
        StoryId = storyId;
        Standing = standing;
        Reason = reason;
        ClaimedById = claimedById;
        ClaimedAt = claimedAt;
    }

    public Guid StoryId { get; private set; }
    public EvidenceStanding Standing { get; private set; }
    public string Reason { get; private set; } = "";
    public Guid ClaimedById { get; private set; }
    public DateTimeOffset ClaimedAt { get; private set; }
    public Guid? ConfirmedById { get; private set; }
    public DateTimeOffset? ConfirmedAt { get; private set; }
    public bool IsConfirmed => ConfirmedAt is not null;

    internal void ConfirmBy(Guid editorId, DateTimeOffset at) => (ConfirmedById, ConfirmedAt) = (editorId, at);
}
