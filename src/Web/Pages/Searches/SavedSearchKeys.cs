using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace HealthDoers.Web.Pages.Searches;

/// <summary>Addresses that work without signing in, for the one search that they name: its private feed, and ending it.</summary>
sealed class SavedSearchKeys(IDataProtectionProvider protection)
{
    readonly IDataProtector _feed = protection.CreateProtector("saved-search-feed");
    readonly IDataProtector _end = protection.CreateProtector("saved-search-end");

    public string ToRead(Guid search) => _feed.Protect(search.ToString("N"));

    public string ToEnd(Guid search) => _end.Protect(search.ToString("N"));

    public Guid? ReadBy(string key) => Open(_feed, key);

    public Guid? EndedBy(string key) => Open(_end, key);

    static Guid? Open(IDataProtector seal, string key)
    {
        try
        {
            return Guid.TryParseExact(seal.Unprotect(key), "N", out var search) ? search : null;
        }
        catch (Exception broken) when (broken is CryptographicException or FormatException)
        {
            return null;
        }
    }
}
