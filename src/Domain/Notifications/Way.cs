namespace HealthDoers.Domain.Notifications;

/// <summary>How a member is told, from the least to the most. All but <see cref="Nowhere"/> stand in the app too. Stored by number.</summary>
public enum Way
{
    Nowhere,
    App,
    Digest,
    Mail,
}
