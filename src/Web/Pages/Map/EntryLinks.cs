using System.Security.Cryptography;
using System.Text;
using HealthDoers.Domain.Map;
using HealthDoers.Web.Access;
using HealthDoers.Web.Data;
using HealthDoers.Web.Hosting;
using HealthDoers.Web.Look;
using HealthDoers.Web.Mail;
using HealthDoers.Web.Places;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Pages.Map;

/// <summary>
/// The links in mail by which somebody without an account puts an entry on the map, changes it and removes it. A link is
/// signed and lasts as long as its entry. The address itself is not kept, only a keyed hash of it that finds its entries again.
/// </summary>
sealed class EntryLinks(AppDb db, IDbContextFactory<AppDb> dbs, SiteAddress site, IDataProtectionProvider protection, TimeProvider clock)
{
    public static readonly string[] Kinds = ["MapConfirm", "MapLinks"];

    readonly IDataProtector _protector = protection.CreateProtector("map-entry");

    public string KeyOf(Guid entry) => _protector.Protect(entry.ToString("N"));

    public string PathOf(Guid entry) => $"/map/mine?key={Uri.EscapeDataString(KeyOf(entry))}";

    /// <summary>The entry that a key opens, or null.</summary>
    public async Task<MapEntry?> OpenAsync(string? key, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(key))
            return null;
        try
        {
            var id = Guid.ParseExact(_protector.Unprotect(key), "N");
            return await db.MapEntries.SingleOrDefaultAsync(e => e.Id == id && e.OwnerId == null, cancellationToken);
        }
        catch (Exception forged) when (forged is CryptographicException or FormatException)
        {
            return null;
        }
    }

    public async Task<string> HashOfAsync(string address, CancellationToken cancellationToken)
    {
        var key = await PlaceKey.ReadAsync(dbs, cancellationToken);
        return Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes("address " + EmailAddress.Normal(address))));
    }

    /// <summary>A letter of each entry that was added with this address. The caller saves.</summary>
    public async Task SendAllAsync(string address, CancellationToken cancellationToken)
    {
        var hash = await HashOfAsync(address, cancellationToken);
        foreach (var entry in await db.MapEntries.Where(e => e.AddressHash == hash).OrderByDescending(e => e.AddedAt).Take(AccountMail.MostInAnHour).ToListAsync(cancellationToken))
            await SendAsync(entry, entry.ConfirmedAt is null ? "MapConfirm" : "MapLinks", address, cancellationToken);
    }

    /// <summary>False when this address got too much mail of us lately. The caller saves.</summary>
    public async Task<bool> SendAsync(MapEntry entry, string kind, string address, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var hour = now - TimeSpan.FromHours(1);
        if (await db.OutgoingMails.CountAsync(m => m.Address == address && m.At > hour, cancellationToken) + db.ChangeTracker.Entries<QueuedMail>().Count(m => m.State == EntityState.Added) >= AccountMail.MostInAnHour)
            return false;
        db.OutgoingMails.Add(new()
        {
            Kind = kind,
            Language = PageFrame.Language,
            Address = address,
            Values = new() { ["Title"] = entry.Title, ["Link"] = site.ForMail + PathOf(entry.Id) },
            At = now,
        });
        return true;
    }
}
