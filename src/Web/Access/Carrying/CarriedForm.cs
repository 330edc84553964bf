namespace HealthDoers.Web.Access.Carrying;

/// <summary>
/// What somebody typed and sent after their session had ended. It waits sealed until they have signed in again and then
/// stands in the same form. Never a password, a file or a token.
/// </summary>
public sealed class CarriedForm
{
    public static readonly TimeSpan Kept = TimeSpan.FromHours(2);

    /// <summary>SHA-256 of the secret in the browser's cookie.</summary>
    public required string Key { get; init; }

    /// <summary>For whom the form was made; null where the form did not say, and then it is whoever signs in next in this browser.</summary>
    public Guid? TypedBy { get; init; }

    /// <summary>Path and query of the page, up to <see cref="PageLimit"/>.</summary>
    public required string Page { get; init; }

    /// <summary>Field names and texts as JSON, sealed by data protection.</summary>
    public required string Sealed { get; init; }
    public required DateTimeOffset At { get; init; }

    public const int PageLimit = 500;
}
