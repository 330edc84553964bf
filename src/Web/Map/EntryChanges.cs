using HealthDoers.Domain;
using HealthDoers.Domain.Map;
using HealthDoers.Domain.Members;
using HealthDoers.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Map;

/// <summary>Which entries of the map are other ones, or gone, after some events: their own, and what becomes of their owners.</summary>
static class EntryChanges
{
    public static async Task<IReadOnlyCollection<Guid>> Async(AppDb db, IReadOnlyList<DomainEvent> events, CancellationToken cancellationToken)
    {
        var entries = events.Where(e => e is MapEntryChanged or MapEntryRemoved).Select(e => e.SubjectId).ToHashSet();
        var owners = events.Where(e => e is MemberSuspended or MemberReinstated or MemberErased).Select(e => e.SubjectId).Distinct().ToList();
        if (owners.Count > 0)
            entries.UnionWith(await db.MapEntries.Where(e => e.OwnerId != null && owners.Contains(e.OwnerId.Value)).Select(e => e.Id).ToListAsync(cancellationToken));
        return entries;
    }
}
