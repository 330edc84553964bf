using System.Globalization;
using System.Net.Mail;
using HealthDoers.Domain.Words;

namespace HealthDoers.Web.Access;

/// <summary>An address that mail can be sent to: one line, one @, nothing a header could be smuggled in with.</summary>
static class EmailAddress
{
    public const int MaxLength = 254;

    public static bool TryRead(string? typed, out string address)
    {
        address = "";
        var line = CleanText.Line(typed);
        var at = line.LastIndexOf('@');
        if (line.Length > MaxLength || at is < 1 or > 64 || line.Any(c => c <= ' ' || "()<>[],;:\\\"".Contains(c)) || line.IndexOf('@') != at)
            return false;
        if (!line[..at].All(char.IsAscii) || !TryHost(line[(at + 1)..], out var host))
            return false;
        address = $"{line[..at]}@{host}";
        return address.Length <= MaxLength && MailAddress.TryCreate(address, out var read) && read.Address == address;
    }

    /// <summary>What two spellings of one address have in common.</summary>
    public static string Normal(string address) => address.ToUpperInvariant();

    static bool TryHost(string typed, out string host)
    {
        try
        {
            host = new IdnMapping().GetAscii(typed.ToLowerInvariant());
        }
        catch (ArgumentException)
        {
            host = "";
            return false;
        }
        return host.Contains('.') && Uri.CheckHostName(host) == UriHostNameType.Dns;
    }
}
