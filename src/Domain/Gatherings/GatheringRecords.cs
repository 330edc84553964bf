namespace HealthDoers.Domain.Gatherings;

/// <summary>A word that a gathering is found by.</summary>
public sealed class GatheringLabel
{
    GatheringLabel() { }

    public GatheringLabel(Guid gatheringId, GatheringLabelKind kind, string value) => (GatheringId, Kind, Value) = (gatheringId, kind, value);

    public Guid GatheringId { get; private set; }
    public GatheringLabelKind Kind { get; private set; }
    public string Value { get; private set; } = "";
}

public enum GatheringLabelKind
{
    Topic,
    Language,
}

public sealed class GatheringHost
{
    GatheringHost() { }

    public GatheringHost(Guid gatheringId, Guid memberId, DateTimeOffset since) => (GatheringId, MemberId, Since) = (gatheringId, memberId, since);

    public Guid GatheringId { get; private set; }
    public Guid MemberId { get; private set; }
    public DateTimeOffset Since { get; private set; }
}

/// <summary>Who changed which parts of a gathering, when, and what they said before.</summary>
public sealed class GatheringChange
{
    GatheringChange() { }

    internal GatheringChange(Guid gatheringId, Guid byId, List<GatheringPart> parts, GatheringBefore before, DateTimeOffset at) =>
        (GatheringId, ById, Parts, Before, At) = (gatheringId, byId, parts, before, at);

    public Guid Id { get; private set; } = Guid.CreateVersion7();
    public Guid GatheringId { get; private set; }

    /// <summary>Null: they were erased.</summary>
    public Guid? ById { get; private set; }
    public List<GatheringPart> Parts { get; private set; } = [];

    /// <summary>Null: it is from before this was kept.</summary>
    public GatheringBefore? Before { get; private set; }
    public DateTimeOffset At { get; private set; }

    internal void Forget(Guid memberId) => ById = ById == memberId ? null : ById;
}

/// <summary>What everybody could read before a change. The link and the true place were never theirs to read, so they are not kept.</summary>
public sealed record GatheringBefore(GatheringContent Content, Schedule Schedule);

public enum GatheringPart
{
    Title,
    What,
    When,
    Where,
    Link,
    Access,
    Languages,
    Cost,
    Places,
    Topics,
}
