namespace HealthDoers.Domain.Notifications;

/// <summary>What the rules decided for one piece of news and one member.</summary>
/// <param name="InApp">False: it is not told at all.</param>
/// <param name="MailAt">When a mail of its own may go, at the earliest.</param>
/// <param name="DigestAt">When the digest is due that holds it.</param>
public readonly record struct Delivery(bool InApp, DateTimeOffset? MailAt, DateTimeOffset? DigestAt)
{
    /// <summary>Whoever is in the room reads what is said to them within this time, and needs no mail of it.</summary>
    public static readonly TimeSpan TimeToLook = TimeSpan.FromMinutes(2);

    /// <param name="about">See <see cref="Subject.Of(Notification, string?)"/>: the first that has a rule of its own decides.</param>
    /// <param name="usual">How it is told unless there is such a rule; null leaves that to its group.</param>
    public static Delivery Decide(NotificationRules rules, Notification told, IReadOnlyList<Subject> about, Way? usual, DateTimeOffset now, WallClock clock)
    {
        var way = WayFor(rules, told, about, usual);
        return way switch
        {
            Way.Nowhere => default,
            Way.Digest => new(true, null, rules.Digest.Next(now, clock)),
            Way.Mail => new(true, AfterQuiet(rules, told.Kind == NotificationKind.RoomMessage ? now + TimeToLook : now, clock), null),
            _ => new(true, null, null),
        };
    }

    static Way WayFor(NotificationRules rules, Notification told, IReadOnlyList<Subject> about, Way? usual)
    {
        var must = told.Kind.MustBeShown();
        Way? exception = about.Select(rules.ExceptionFor).FirstOrDefault(way => way is { } said && !(must && said == Way.Nowhere));
        var way = exception ?? usual ?? rules.WayOf(NotificationKinds.GroupOf(told.Kind, told.Reason));
        if (way == Way.Nowhere && must || way == Way.Digest && told.Kind.CannotKeep())
            return Way.App;
        return way;
    }

    static DateTimeOffset AfterQuiet(NotificationRules rules, DateTimeOffset at, WallClock clock) => rules.Quiet?.EndAfter(at, clock) ?? at;
}
