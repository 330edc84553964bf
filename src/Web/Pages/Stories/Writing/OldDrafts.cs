using HealthDoers.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Pages.Stories.Writing;

/// <summary>Lets thrown-away drafts go a day after, and the empty rest of published ones after a month.</summary>
sealed class OldDrafts(IDbContextFactory<AppDb> dbs, WriteGate gate, TimeProvider clock, ILogger<OldDrafts> log) : RegularWork(TimeSpan.FromHours(1), clock, log)
{
    static readonly TimeSpan DiscardedKept = TimeSpan.FromDays(1);
    static readonly TimeSpan PublishedKept = TimeSpan.FromDays(30);

    public override async Task RunOnceAsync(CancellationToken cancellationToken)
    {
        await using var db = await dbs.CreateDbContextAsync(cancellationToken);
        using var turn = await gate.EnterAsync(cancellationToken);
        var (discarded, published) = (Clock.GetUtcNow() - DiscardedKept, Clock.GetUtcNow() - PublishedKept);
        await db.StoryDrafts.Where(d => d.DiscardedAt < discarded || d.PublishedAt < published).ExecuteDeleteAsync(cancellationToken);
        await db.IdeaDrafts.Where(d => d.DiscardedAt < discarded).ExecuteDeleteAsync(cancellationToken);
    }
}
