namespace HealthDoers.Web.Words;

/// <summary>Which addresses a member's text may link to. Everything not named here is shown as plain words.</summary>
public static class SafeAddress
{
    /// <summary>A page of this site: <c>/stories</c>, <c>#part</c>, <c>?page=2</c>; never <c>//elsewhere</c> in any disguise.</summary>
    public static bool IsOwn(string? address) =>
        IsClean(address) && address is ['#' or '?', ..] or ['/'] or ['/', not ('/' or '\\'), ..];

    /// <summary>An http or https address with a host and without a name before an @ that would pose as the host.</summary>
    public static bool IsWeb(string? address) =>
        IsClean(address)
        && (Starts(address!, "https://") || Starts(address!, "http://"))
        && Uri.TryCreate(address, UriKind.Absolute, out var uri)
        && uri.Host.Length > 0 && uri.UserInfo.Length == 0;

    public static bool IsMail(string? address) => IsClean(address) && Starts(address!, "mailto:") && address!.Length > 7;

    // Browsers drop tabs and line breaks inside an address and read \ as /, so what we judge must hold none of them.
    static bool IsClean(string? address) => address is { Length: > 0 and <= 2_000 } && !address.Any(char.IsControl) && !address.Contains('\\');

    static bool Starts(string address, string scheme) => address.StartsWith(scheme, StringComparison.OrdinalIgnoreCase);
}
