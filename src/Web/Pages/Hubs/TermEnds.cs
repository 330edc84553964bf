using HealthDoers.Domain.Hubs;
using HealthDoers.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Pages.Hubs;

/// <summary>Ends terms on their day and lets successors take over. Every node looks; the row decides which of them acts.</summary>
sealed class TermEnds(IDbContextFactory<AppDb> dbs, TimeProvider clock, ILogger<TermEnds> log) : BackgroundService
{
    static readonly TimeSpan Look = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Look, clock);
        do
        {
            try
            {
                await EndWhatIsDueAsync(stoppingToken);
            }
            catch (Exception broken) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogError(broken, "Terms of hub roles could not be looked through; in a minute again");
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    public async Task EndWhatIsDueAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        List<Guid> due;
        await using (var db = await dbs.CreateDbContextAsync(cancellationToken))
            due = await db.HubTerms.Where(t => t.EndedAt == null && t.Until <= now).Select(t => t.HubId).Distinct().ToListAsync(cancellationToken);
        foreach (var id in due)
        {
            await using var db = await dbs.CreateDbContextAsync(cancellationToken);
            try
            {
                var hub = await db.Hubs.WithRoles().SingleAsync(h => h.Id == id, cancellationToken);
                var next = hub.Roles.SelectMany(r => r.Terms).Select(t => t.SuccessorId).OfType<Guid>().ToHashSet();
                hub.PassOn(await db.HubMemberships.Joined().Where(m => m.HubId == id && next.Contains(m.MemberId)).ToDictionaryAsync(m => m.MemberId, cancellationToken), now);
                await db.SaveChangesAsync(cancellationToken);
            }
            catch (DbUpdateException lost)
            {
                log.LogDebug(lost, "Another node, or a steward, changed the roles of hub {Hub} first", id);
            }
        }
    }
}
