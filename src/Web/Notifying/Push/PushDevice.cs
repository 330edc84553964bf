using System.Security.Cryptography;
using System.Text;

namespace HealthDoers.Web.Notifying.Push;

/// <summary>A browser that a member wants to be told in, with the keys that it made for it (RFC 8291).</summary>
public sealed class PushDevice
{
    public const int NameLimit = 60;
    public const int EndpointLimit = 1_000;
    public const int MostPerMember = 20;

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid MemberId { get; init; }
    public required string Name { get; set; }

    /// <summary>Where its maker's push service takes messages for it.</summary>
    public required string Endpoint { get; init; }

    /// <summary>One browser stands here once, whoever signs in.</summary>
    public required string EndpointHash { get; init; }

    /// <summary>An uncompressed point on P-256, 65 bytes.</summary>
    public required byte[] Key { get; init; }

    /// <summary>16 bytes.</summary>
    public required byte[] Auth { get; init; }
    public PushWishes Wishes { get; set; } = PushWishes.SaidToMe | PushWishes.WaitsOnMe;
    public required DateTimeOffset AddedAt { get; init; }
    public DateTimeOffset? LastSentAt { get; private set; }

    /// <summary>Messages in a row that its service would not take.</summary>
    public int Refused { get; private set; }

    public static string HashOf(string endpoint) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(endpoint)));

    public void Took(DateTimeOffset at) => (LastSentAt, Refused) = (at, 0);

    public void WouldNotTake() => Refused++;
}

[Flags]
public enum PushWishes
{
    None = 0,

    /// <summary>Answers, mentions and questions.</summary>
    SaidToMe = 1,

    /// <summary>Requests and things to do.</summary>
    WaitsOnMe = 2,
}

/// <summary>A message to one device on its way. It names the notification and says nothing.</summary>
public sealed class QueuedPush
{
    /// <summary>What is older is seen on the site anyway.</summary>
    public static readonly TimeSpan Tried = TimeSpan.FromDays(1);

    public required Guid DeviceId { get; init; }
    public required Guid NotificationId { get; init; }
    public required DateTimeOffset At { get; init; }
    public int Failures { get; private set; }
    public DateTimeOffset NextAt { get; set; }

    /// <param name="wait">What the service asked for, when it did.</param>
    public void Failed(TimeSpan? wait, DateTimeOffset at)
    {
        Failures++;
        var longer = TimeSpan.FromSeconds(Math.Min(3600, 10 * Math.Pow(2, Math.Min(Failures - 1, 10))));
        NextAt = at + (wait is { } asked && asked > longer ? asked : longer);
    }

    public bool IsTooOld(DateTimeOffset at) => NextAt - At > Tried || at - At > Tried;
}
