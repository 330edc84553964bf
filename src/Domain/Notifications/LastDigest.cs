namespace HealthDoers.Domain.Notifications;

/// <summary>The day of a member's last digest, by their own clock: no day has two.</summary>
public sealed class LastDigest
{
    LastDigest() { }

    public LastDigest(Guid memberId, DateOnly on) => (MemberId, On) = (memberId, on);

    public Guid MemberId { get; private set; }
    public DateOnly On { get; private set; }

    public void Be(DateOnly on) => On = on;
}
