namespace HealthDoers.Domain.Notifications;

/// <summary>How one member wants to be told. Whatever they did not choose is as it usually is.</summary>
public sealed record NotificationRules
{
    public const int MostExceptions = 500;

    public static readonly NotificationRules Usual = new();

    /// <summary>Those that were chosen.</summary>
    public Dictionary<NotificationGroup, Way> Ways { get; init; } = [];

    /// <summary>Rules for one thing each, the latest last.</summary>
    public List<SubjectRule> Exceptions { get; init; } = [];
    public QuietHours? Quiet { get; init; }
    public DigestPlan Digest { get; init; } = DigestPlan.Usual;

    /// <summary>As those two ticks said that were there before the rules were.</summary>
    public static NotificationRules Before(bool mailsAnswers, bool mailsGatherings) => (mailsAnswers, mailsGatherings) switch
    {
        (true, true) => Usual,
        (false, true) => Usual.With(NotificationGroup.Answers, Way.App),
        (true, false) => Usual.With(NotificationGroup.Gatherings, Way.App),
        _ => Usual.With(NotificationGroup.Answers, Way.App).With(NotificationGroup.Gatherings, Way.App),
    };

    public Way WayOf(NotificationGroup group) => Ways.TryGetValue(group, out var way) ? way : group == NotificationGroup.Follows ? Way.Digest : Way.Mail;

    public Way? ExceptionFor(Subject subject) => Exceptions.FirstOrDefault(e => e.Subject == subject)?.Way;

    public NotificationRules With(NotificationGroup group, Way way) => this with
    {
        Ways = new(Ways) { [group] = group == NotificationGroup.Decisions && way == Way.Nowhere ? Way.App : way },
    };

    /// <param name="way">Null takes the exception away.</param>
    /// <exception cref="RuleBrokenException">There are as many as there may be.</exception>
    public NotificationRules With(Subject subject, Way? way)
    {
        var others = Exceptions.Where(e => e.Subject != subject).ToList();
        if (way is { } chosen)
        {
            if (others.Count >= MostExceptions)
                throw new RuleBrokenException($"You have {MostExceptions} rules for single things already. Remove some that you do not need.");
            others.Add(new(subject, chosen));
        }
        return this with { Exceptions = others };
    }

    /// <summary>No mail of this kind any more; it still stands in the app.</summary>
    public NotificationRules WithoutMail(NotificationGroup group) => WayOf(group) > Way.App ? With(group, Way.App) : this;

    /// <summary>Whatever comes in the digest stands in the app only.</summary>
    public NotificationRules WithoutDigest()
    {
        var rules = Enum.GetValues<NotificationGroup>().Where(g => WayOf(g) == Way.Digest).Aggregate(this, (so, group) => so.With(group, Way.App));
        return rules with { Exceptions = [.. rules.Exceptions.Select(e => e.Way == Way.Digest ? e with { Way = Way.App } : e)] };
    }
}

public sealed record SubjectRule(Subject Subject, Way Way);
