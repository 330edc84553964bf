using System.Text;
using System.Text.RegularExpressions;

namespace HealthDoers.Search.Elasticsearch;

/// <summary>Where the cluster is and how to sign in to it.</summary>
/// <param name="Url">Without user and password.</param>
/// <param name="Authorization">The header that signs in; none for a cluster without security. Never shown or logged.</param>
/// <param name="Index">The alias that is searched; indices are named after it.</param>
public sealed partial record ElasticsearchSettings(Uri Url, string? Authorization, string Index)
{
    public const string DefaultIndex = "healthdoers";

    /// <summary>How long a question waits before this node's own index answers it.</summary>
    public TimeSpan SearchPatience { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>How long one writing request may take.</summary>
    public TimeSpan WritePatience { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The first pause before a write is tried again; each further one is twice as long.</summary>
    public TimeSpan FirstPause { get; init; } = TimeSpan.FromSeconds(0.5);

    /// <param name="apiKey">As Elasticsearch shows it "encoded", or as <c>id:api_key</c>.</param>
    /// <exception cref="ArgumentException">One of them cannot be right; the sentence says which, and never quotes the key.</exception>
    public static ElasticsearchSettings Read(string? url, string? apiKey, string? prefix)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
            throw new ArgumentException("Search:Elasticsearch:Url has to be the http or https address of the cluster.");
        var index = string.IsNullOrWhiteSpace(prefix) ? DefaultIndex : prefix.Trim();
        if (!IndexName().IsMatch(index))
            throw new ArgumentException("Search:Elasticsearch:IndexPrefix takes lower-case letters, digits, hyphens, dots and underscores, and begins with a letter or digit.");
        var plain = new UriBuilder(address) { UserName = "", Password = "", Query = "", Fragment = "" };
        if (!plain.Path.EndsWith('/'))
            plain.Path += "/";
        return new(plain.Uri, SignIn(apiKey, address.UserInfo), index);
    }

    public override string ToString() => $"{Url} ({Index})";

    static string? SignIn(string? apiKey, string userInfo)
    {
        if (!string.IsNullOrWhiteSpace(apiKey))
            return "ApiKey " + (apiKey.Contains(':', StringComparison.Ordinal) ? Base64(apiKey.Trim()) : apiKey.Trim());
        return userInfo.Length > 0 ? "Basic " + Base64(Uri.UnescapeDataString(userInfo)) : null;
    }

    static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    [GeneratedRegex("^[a-z0-9][a-z0-9._-]{0,79}$")]
    private static partial Regex IndexName();
}
