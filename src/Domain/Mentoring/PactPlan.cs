namespace HealthDoers.Domain.Mentoring;

/// <summary>What two people promise each other.</summary>
public sealed record PactPlan
{
    public const int GoalLimit = 300;
    public const int LongestMonths = 24;

    public string Goal { get; init; } = "";
    public MentoringRhythm Rhythm { get; init; }

    /// <summary>The last day.</summary>
    public DateOnly EndsOn { get; init; }
    public Confidence Confidence { get; init; }

    /// <exception cref="RuleBrokenException">There is no goal, or its end lies in the past or too far away.</exception>
    public void Check(DateOnly today)
    {
        if (Goal.Length == 0)
            throw new RuleBrokenException("Say in a sentence what you want to reach.");
        if (EndsOn <= today)
            throw new RuleBrokenException("Choose an end date that is still to come.");
        if (EndsOn > today.AddMonths(LongestMonths))
            throw new RuleBrokenException("A pact lasts two years at most. You can make another one after it.");
    }
}

/// <summary>What may be told outside.</summary>
public enum Confidence
{
    /// <summary>Nothing leaves the room.</summary>
    StaysHere,

    /// <summary>What was learned may be told, people and communities only when each said yes.</summary>
    LearningMayGo,
}
