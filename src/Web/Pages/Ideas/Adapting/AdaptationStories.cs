using HealthDoers.Domain.Stories;
using HealthDoers.Web.Data;
using HealthDoers.Web.Data.Events;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Pages.Ideas.Adapting;

/// <summary>A story that was begun from an adaptation tells it, from the moment it is published.</summary>
sealed class AdaptationStories(IDbContextFactory<AppDb> dbs, TimeProvider clock) : IOncePerDeployment
{
    public string Name => "adaptation-stories";

    public async Task HandleAsync(IReadOnlyList<RaisedEvent> events, CancellationToken cancellationToken)
    {
        var published = events.Select(e => e.What).OfType<StoryPublished>().Select(e => e.SubjectId).ToList();
        if (published.Count == 0)
            return;
        await using var db = await dbs.CreateDbContextAsync(cancellationToken);
        foreach (var adaptation in await db.Adaptations.Include(a => a.Member).Where(a => published.Contains(a.Id) && a.StoryId == null && a.WithdrawnAt == null).ToListAsync(cancellationToken))
            if (adaptation.CanBeChangedBy(adaptation.Member))
                await new AdaptingDesk(db, clock).LinkAsync(adaptation, adaptation.Id, adaptation.Member, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }
}
