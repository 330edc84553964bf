namespace HealthDoers.Web.Access;

/// <summary>
/// Somebody asked to join. It becomes a member when the link in the mail is followed; until then it claims neither
/// the address nor the handle, so nobody learns from it who is here and nobody can sit on another's address.
/// </summary>
public sealed class Registration
{
    public static readonly TimeSpan Kept = AccountMail.LinkLasts;

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required string Email { get; init; }
    public required string PasswordHash { get; init; }
    public required string Name { get; init; }
    public required string Handle { get; init; }
    public required string Language { get; init; }

    /// <summary>SHA-256 of the secret in the mailed link.</summary>
    public required string Secret { get; init; }
    public required DateTimeOffset At { get; init; }
}
