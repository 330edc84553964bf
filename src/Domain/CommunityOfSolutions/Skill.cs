namespace HealthDoers.Domain.CommunityOfSolutions;

/// <summary>One of the five skills of a Community of Solutions (SCALE synthesis report, 2017). Its words stand elsewhere, in each language.</summary>
/// <param name="Code">LW, LT, LO, LE or LS.</param>
public sealed record Skill(string Code, string Slug)
{
    public static IReadOnlyList<Skill> All { get; } =
    [
        new("LW", "leading-from-within"),
        new("LT", "leading-together"),
        new("LO", "leading-for-outcomes"),
        new("LE", "leading-for-equity"),
        new("LS", "leading-for-sustainability"),
    ];

    public static Skill? Find(string? code) => All.FirstOrDefault(s => s.Code == code);
}
