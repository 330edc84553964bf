namespace HealthDoers.Domain.CommunityOfSolutions;

/// <summary>
/// One of the 28 behaviours of a Community of Solutions. Numbers and skill tags are those of the SCALE synthesis report
/// (2017); its words stand elsewhere, in each language.
/// </summary>
/// <param name="Number">1 to 28.</param>
/// <param name="Skills">Codes of the skills that it shows.</param>
public sealed record Behaviour(int Number, BehaviourGroup Group, IReadOnlyList<string> Skills)
{
    public static IReadOnlyList<Behaviour> All { get; } =
    [
        new(1, BehaviourGroup.Relate, ["LT", "LW"]),
        new(2, BehaviourGroup.Relate, ["LT", "LE"]),
        new(3, BehaviourGroup.Relate, ["LW", "LT"]),
        new(4, BehaviourGroup.Relate, ["LT", "LO", "LS"]),
        new(5, BehaviourGroup.Relate, ["LE"]),
        new(6, BehaviourGroup.Relate, ["LW", "LT"]),
        new(7, BehaviourGroup.Abundance, ["LT", "LS"]),
        new(8, BehaviourGroup.Abundance, ["LT"]),
        new(9, BehaviourGroup.Abundance, ["LT", "LS"]),
        new(10, BehaviourGroup.Abundance, ["LT", "LS"]),
        new(11, BehaviourGroup.Abundance, ["LS"]),
        new(12, BehaviourGroup.Abundance, ["LE", "LT", "LS"]),
        new(13, BehaviourGroup.Approach, ["LO"]),
        new(14, BehaviourGroup.Approach, ["LT", "LO", "LE"]),
        new(15, BehaviourGroup.Approach, ["LT", "LO", "LE"]),
        new(16, BehaviourGroup.Approach, ["LO"]),
        new(17, BehaviourGroup.Approach, ["LO"]),
        new(18, BehaviourGroup.Approach, ["LO"]),
        new(19, BehaviourGroup.Approach, ["LO"]),
        new(20, BehaviourGroup.Approach, ["LO", "LW"]),
        new(21, BehaviourGroup.Approach, ["LW", "LO"]),
        new(22, BehaviourGroup.Approach, ["LO"]),
        new(23, BehaviourGroup.Approach, ["LT"]),
        new(24, BehaviourGroup.Approach, ["LO"]),
        new(25, BehaviourGroup.Approach, ["LE"]),
        new(26, BehaviourGroup.Approach, ["LE", "LT"]),
        new(27, BehaviourGroup.Approach, ["LE"]),
        new(28, BehaviourGroup.Approach, ["LO"]),
    ];

    public static Behaviour? Find(int number) => number >= 1 && number <= All.Count ? All[number - 1] : null;
}

public enum BehaviourGroup
{
    /// <summary>How we relate to each other.</summary>
    Relate,

    /// <summary>How we make the most of what we have.</summary>
    Abundance,

    /// <summary>How we go about change.</summary>
    Approach,
}
