namespace HealthDoers.Domain.Notifications;

/// <summary>The rules of a member who chose some.</summary>
public sealed class NotificationSettings
{
    NotificationSettings() { }

    public NotificationSettings(Guid memberId, NotificationRules rules) => (MemberId, Rules) = (memberId, rules);

    public Guid MemberId { get; private set; }
    public NotificationRules Rules { get; private set; } = NotificationRules.Usual;

    /// <summary>Two devices of one member: the slower looks again.</summary>
    public int Version { get; private set; }

    public void Change(NotificationRules rules)
    {
        if (ReferenceEquals(rules, Rules))
            return;
        Rules = rules;
        Version++;
    }
}
