namespace HealthDoers.Domain.Members;

/// <summary>What a member says of themselves. All of it is their choice, and so is who sees it.</summary>
public sealed record Profile
{
    public const int LineLimit = 120;
    public const int TextLimit = 1_000;

    /// <summary>The five skills of the Community of Solutions, in the order of its framework.</summary>
    public static readonly IReadOnlyList<string> SkillCodes = ["LW", "LT", "LO", "LE", "LS"];

    public string Pronouns { get; init; } = "";
    public string Place { get; init; } = "";
    public string Organisation { get; init; } = "";
    public string Brings { get; init; } = "";
    public string Needs { get; init; } = "";
    public string About { get; init; } = "";
    public List<CommunityRole> Roles { get; init; } = [];

    /// <summary>Skills of the Community of Solutions they offer, by code: LW, LT, LO, LE, LS.</summary>
    public List<string> Skills { get; init; } = [];

    /// <summary>Slugs of the topics they care about.</summary>
    public List<string> Topics { get; init; } = [];

    /// <summary>Languages they speak with others, by their names, as they write them.</summary>
    public string Languages { get; init; } = "";

    /// <summary>Content hash of their picture, or null.</summary>
    public string? Picture { get; init; }

    /// <summary>Who may see the page of this member and find it by search.</summary>
    public Audience SeenBy { get; init; } = Audience.Members;

    /// <summary>Who may see place and organisation.</summary>
    public Audience WhereSeenBy { get; init; } = Audience.Members;
}

/// <summary>The roles of the SCALE communities (glossary of the SCALE overview, 2017).</summary>
public enum CommunityRole
{
    CommunityChampion,
    CommunityLeader,
    LocalImprovementAdviser,
    Coach,
    Mentor,
    Faculty,
}

public enum Audience
{
    Nobody,
    Members,
    Everyone,
}
