using HealthDoers.Domain.Map;
using HealthDoers.Web.Data;
using HealthDoers.Web.Places;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Commands.Importing;

/// <summary>Entries of the map from elsewhere. One that is known by its externalId is updated.</summary>
sealed class MapImport(IDbContextFactory<AppDb> dbs, Atlas atlas, TimeProvider clock, Action<string> say) : ImportedKind(say)
{
    HashSet<string> _topics = [];

    public override async Task BeginAsync(CancellationToken cancellationToken)
    {
        await using var db = await dbs.CreateDbContextAsync(cancellationToken);
        _topics = await db.Topics.Select(t => t.Slug).ToHashSetAsync(cancellationToken);
    }

    protected override async Task<Tally> TakeAsync(IReadOnlyList<Line> lines, CancellationToken cancellationToken)
    {
        List<MapEntryFields> given = [];
        foreach (var line in lines)
            if (Try(line, () => new MapEntryFields(line.Fields!, _topics, atlas, warning => Warn(line, warning)), out var fields) && IsFirst(line, fields.ExternalId))
                given.Add(fields);

        await using var db = await dbs.CreateDbContextAsync(cancellationToken);
        var ids = given.Select(g => g.ExternalId).ToList();
        var known = await db.MapEntries.Where(e => ids.Contains(e.ExternalId!)).ToDictionaryAsync(e => e.ExternalId!, cancellationToken);
        var now = clock.GetUtcNow();
        var tally = new Tally();
        foreach (var fields in given)
        {
            var entry = known.GetValueOrDefault(fields.ExternalId);
            if (entry is not null && fields.Says(entry))
            {
                tally += new Tally(Unchanged: 1);
                continue;
            }
            var place = await atlas.PlaceAsync(fields.Point, fields.Precision, fields.Named, cancellationToken);
            if (entry is null)
                db.MapEntries.Add(MapEntry.Imported(fields.ExternalId, fields.Content, place, now));
            else
                entry.Edit(fields.Content, place, entry.Version, now);
            tally += entry is null ? new Tally(Imported: 1) : new Tally(Updated: 1);
        }
        if (tally.Imported + tally.Updated > 0)
            await db.SaveChangesAsync(cancellationToken);
        return tally with { Skipped = lines.Count - tally.Taken };
    }
}
