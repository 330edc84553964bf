namespace HealthDoers.Domain.Members;

/// <summary>
/// How much somebody who joined by themselves may publish on the first day, so that a flood of advertising is small.
/// Room messages have their own pace. Who was let in by the people who run the site is not new to them.
/// </summary>
public static class FirstDay
{
    public static readonly TimeSpan Lasts = TimeSpan.FromHours(24);

    public const int MostStories = 3;
    public const int MostComments = 20;
    public const int MostGatherings = 3;
    public const int MostTalks = 2;

    /// <exception cref="RuleBrokenException">They are new and have published as many as they may.</exception>
    public static void AllowStory(Member by, int published, DateTimeOffset at)
    {
        if (by.IsNewAt(at) && published >= MostStories)
            throw new RuleBrokenException($"On your first day you can publish {MostStories} stories. This one is kept as a draft, so you can publish it tomorrow.");
    }

    /// <inheritdoc cref="AllowStory"/>
    public static void AllowComment(Member by, int published, DateTimeOffset at)
    {
        if (by.IsNewAt(at) && published >= MostComments)
            throw new RuleBrokenException($"On your first day you can send {MostComments} comments. Send this one tomorrow.");
    }

    /// <inheritdoc cref="AllowStory"/>
    public static void AllowGathering(Member by, int announced, DateTimeOffset at)
    {
        if (by.IsNewAt(at) && announced >= MostGatherings)
            throw new RuleBrokenException($"On your first day you can announce {MostGatherings} gatherings. Announce this one tomorrow.");
    }

    /// <inheritdoc cref="AllowStory"/>
    public static void AllowTalk(Member by, int asked, DateTimeOffset at)
    {
        if (by.IsNewAt(at) && asked >= MostTalks)
            throw new RuleBrokenException($"On your first day you can ask {MostTalks} members to talk. Ask this one tomorrow.");
    }
}
