using System.Security.Cryptography;
using HealthDoers.Domain.Members;
using HealthDoers.Web.Data;
using HealthDoers.Web.Hosting;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Access;

/// <summary>
/// A new site has nobody who may run it. Until it has, every start prints a link that makes one; whoever can read the
/// standard output of the server may use it, once and within the hour, on any node.
/// </summary>
sealed class FirstAdministrator(IDbContextFactory<AppDb> dbs, IDataProtectionProvider protection, TimeProvider clock)
{
    public static readonly TimeSpan Valid = TimeSpan.FromHours(1);
    readonly IDataProtector _seal = protection.CreateProtector("first-administrator");

    public async Task<bool> IsWantedAsync(CancellationToken cancellationToken)
    {
        await using var db = await dbs.CreateDbContextAsync(cancellationToken);
        return !await db.Members.AnyAsync(m => m.ErasedAt == null && (m.Duties & Duties.Administrator) != 0, cancellationToken);
    }

    public string NewToken() => _seal.Protect((clock.GetUtcNow() + Valid).UtcTicks.ToString(System.Globalization.CultureInfo.InvariantCulture));

    public async Task<bool> IsGoodAsync(string? token, CancellationToken cancellationToken)
    {
        try
        {
            return token is not null
                && long.TryParse(_seal.Unprotect(token), out var until)
                && until > clock.GetUtcNow().UtcTicks
                && await IsWantedAsync(cancellationToken);
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    /// <summary>Prints the link once the addresses of this server are known. Never through the logger, which others may read.</summary>
    public sealed class Printer(FirstAdministrator first, SiteAddress site, IHostApplicationLifetime lifetime) : BackgroundService
    {
        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            await using var onStart = lifetime.ApplicationStarted.Register(started.SetResult);
            await started.Task.WaitAsync(stoppingToken);
            if (!await first.IsWantedAsync(stoppingToken))
                return;
            // In one piece, so that no line of the log comes between.
            Console.WriteLine($"""

                This site has no administrator yet. Within one hour, open this link to become the first:
                  {site.OfThisServer}/account/first?token={Uri.EscapeDataString(first.NewToken())}

                """);
        }
    }
}
