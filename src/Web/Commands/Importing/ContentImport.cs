using HealthDoers.Domain.Members;
using HealthDoers.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Commands.Importing;

/// <summary>
/// Stories and ideas from elsewhere. They publish at once under the member "Imported"; one that is known by its
/// externalId is updated instead. What a member wrote is theirs: no import changes it.
/// </summary>
abstract class ContentImport<TThing, TContent, TSlug>(IDbContextFactory<AppDb> dbs, TimeProvider clock, Action<string> say) : ImportedKind(say)
    where TThing : class
    where TContent : class, new()
    where TSlug : class
{
    readonly FreeSlugs<TSlug> _slugs = new();
    HashSet<string> _topics = [];
    Guid _importedId;

    public override async Task BeginAsync(CancellationToken cancellationToken)
    {
        await using var db = await dbs.CreateDbContextAsync(cancellationToken);
        _importedId = (await ImportedMember.FindOrAddAsync(db, clock.GetUtcNow(), cancellationToken)).Id;
        _topics = await db.Topics.Select(t => t.Slug).ToHashSetAsync(cancellationToken);
    }

    protected abstract ContentFields<TContent> Read(Fields line, IReadOnlySet<string> topics, Action<string> warn);

    /// <summary>Those there are, by what an export of this site called them: their externalId, or their id when they have none.</summary>
    protected abstract Task<Dictionary<string, Known>> FindAsync(AppDb db, List<string> externalIds, CancellationToken cancellationToken);

    protected abstract void Edit(TThing thing, TContent content, Member imported, DateTimeOffset now);

    protected abstract string WantedSlug(TContent content);

    protected abstract void Add(AppDb db, Member imported, string externalId, TContent content, string slug, DateTimeOffset now);

    /// <summary>"a story", "an idea".</summary>
    protected abstract string Noun { get; }

    protected override async Task<Tally> TakeAsync(IReadOnlyList<Line> lines, CancellationToken cancellationToken)
    {
        List<(Line Line, ContentFields<TContent> Fields)> given = [];
        foreach (var line in lines)
            if (Try(line, () => Read(line.Fields!, _topics, warning => Warn(line, warning)), out var fields) && IsFirst(line, fields.ExternalId))
                given.Add((line, fields));

        await using var db = await dbs.CreateDbContextAsync(cancellationToken);
        db.ChangeTracker.AutoDetectChangesEnabled = false; // once, when all are read, and not for every line
        var known = await FindAsync(db, [.. given.Select(g => g.Fields.ExternalId)], cancellationToken);
        var imported = await db.Members.SingleAsync(m => m.Id == _importedId, cancellationToken);
        var now = clock.GetUtcNow();
        List<(string ExternalId, TContent Content, string Slug)> added = [];
        var tally = new Tally();
        foreach (var (line, fields) in given)
        {
            var there = known.GetValueOrDefault(fields.ExternalId);
            var before = there?.Content ?? new TContent();
            if (!Try(line, () => fields.Over(before), out var content))
                continue;
            if (there is not null && !content.Equals(before) && there.OwnerId != _importedId)
            {
                Skip(line, $"is {Noun} that a member of this site wrote, and only they change it");
                continue;
            }
            if (there is null)
                added.Add((fields.ExternalId, content, WantedSlug(content)));
            else if (!content.Equals(before))
                Edit(there.Thing, content, imported, now);
            tally += there is null ? new(Imported: 1) : !content.Equals(before) ? new(Updated: 1) : new(Unchanged: 1);
        }
        await _slugs.LookAsync(db, added.Select(a => a.Slug), cancellationToken);
        foreach (var (externalId, content, slug) in added)
            Add(db, imported, externalId, content, await _slugs.TakeAsync(db, slug, cancellationToken), now);
        db.ChangeTracker.AutoDetectChangesEnabled = true;
        if (tally.Imported + tally.Updated > 0)
            await db.SaveChangesAsync(cancellationToken);
        return tally with { Skipped = lines.Count - tally.Taken };
    }

    protected static List<Guid> Ids(List<string> externalIds) =>
        [.. externalIds.Select(id => Guid.TryParseExact(id, "D", out var guid) ? guid : Guid.Empty).Where(id => id != Guid.Empty)];

    protected sealed record Known(TThing Thing, TContent Content, Guid OwnerId);
}
