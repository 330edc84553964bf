using HealthDoers.Domain.Stories;
using HealthDoers.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Pages.Stories.Writing;

/// <summary>Ends consents and featuring on their day. Every node looks; the row decides which of them acts.</summary>
sealed class ConsentsAndFeaturing(IDbContextFactory<AppDb> dbs, TimeProvider clock, ILogger<ConsentsAndFeaturing> log) : RegularWork(TimeSpan.FromSeconds(30), clock, log)
{
    public override async Task RunOnceAsync(CancellationToken cancellationToken)
    {
        var now = Clock.GetUtcNow();
        foreach (var id in await DueAsync(now, cancellationToken))
        {
            // Each in a context of its own: one that fails holds up no other.
            await using var db = await dbs.CreateDbContextAsync(cancellationToken);
            try
            {
                await db.InTransactionAsync(() => EndAsync(db, id, now, cancellationToken), cancellationToken);
            }
            catch (DbUpdateException lost)
            {
                log.LogDebug(lost, "Another node, or the author, changed story {Story} first", id);
            }
        }
    }

    static async Task<Story> EndAsync(AppDb db, Guid id, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var one = db.Stories.Where(s => s.Id == id);
        // An update that changes nothing locks the row: of two nodes, the second finds everything ended.
        await one.ExecuteUpdateAsync(set => set.SetProperty(s => s.PublishedAt, s => s.PublishedAt), cancellationToken);
        var story = await one.Include(s => s.Consents).Include(s => s.Labels).SingleAsync(cancellationToken);
        story.EndConsents(now);
        if (story.Featuring?.Until <= now)
            story.EndFeaturing();
        return story;
    }

    async Task<List<Guid>> DueAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var db = await dbs.CreateDbContextAsync(cancellationToken);
        return await db.Stories
            .Where(s => s.Consents.Any(c => c.Until <= now && c.ActedOnAt == null) || s.Featuring != null && s.Featuring.Until <= now)
            .Select(s => s.Id).ToListAsync(cancellationToken);
    }
}
