using HealthDoers.Domain.Hubs;
using HealthDoers.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Pages.Hubs;

/// <summary>Ends terms on their day and lets successors take over. Every node looks; the row decides which of them acts.</summary>
sealed class TermEnds(IDbContextFactory<AppDb> dbs, TimeProvider clock, ILogger<TermEnds> log) : RegularWork(TimeSpan.FromMinutes(1), clock, log)
{
    public override async Task RunOnceAsync(CancellationToken cancellationToken)
    {
        var now = Clock.GetUtcNow();
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
