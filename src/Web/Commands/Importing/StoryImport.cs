using HealthDoers.Domain.Members;
using HealthDoers.Domain.Stories;
using HealthDoers.Domain.Words;
using HealthDoers.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Commands.Importing;

/// <summary>
/// Stories from elsewhere. They publish at once under the member "Imported"; one that is known by its externalId is
/// updated instead. What a member wrote is theirs: no import changes it.
/// </summary>
sealed class StoryImport(IDbContextFactory<AppDb> dbs, TimeProvider clock, Action<string> say) : ImportedKind(say)
{
    readonly FreeSlugs _slugs = new();
    HashSet<string> _topics = [];
    Guid _importedId;

    public override async Task BeginAsync(CancellationToken cancellationToken)
    {
        await using var db = await dbs.CreateDbContextAsync(cancellationToken);
        _importedId = (await ImportedMember.FindOrAddAsync(db, clock.GetUtcNow(), cancellationToken)).Id;
        _topics = await db.Topics.Select(t => t.Slug).ToHashSetAsync(cancellationToken);
    }

    protected override async Task<Tally> TakeAsync(IReadOnlyList<Line> lines, CancellationToken cancellationToken)
    {
        List<(Line Line, StoryFields Fields)> given = [];
        foreach (var line in lines)
            if (Try(line, () => new StoryFields(line.Fields!, _topics, warning => Warn(line, warning)), out var fields) && IsFirst(line, fields.ExternalId))
                given.Add((line, fields));

        await using var db = await dbs.CreateDbContextAsync(cancellationToken);
        db.ChangeTracker.AutoDetectChangesEnabled = false; // once, when all are read, and not for every line
        var known = await KnownAsync(db, [.. given.Select(g => g.Fields.ExternalId)], cancellationToken);
        var imported = await db.Members.SingleAsync(m => m.Id == _importedId, cancellationToken);
        var now = clock.GetUtcNow();
        List<(string ExternalId, StoryContent Content, string Slug)> added = [];
        var tally = new Tally();
        foreach (var (line, fields) in given)
        {
            var story = known.GetValueOrDefault(fields.ExternalId);
            var before = story?.Content ?? new StoryContent();
            if (!Try(line, () => fields.Over(before), out var content))
                continue;
            if (story is not null && content != before && story.AuthorId != _importedId)
            {
                Skip(line, "is a story that a member of this site wrote, and only they change it");
                continue;
            }
            if (story is null)
                added.Add((fields.ExternalId, content, Slug.From(content.Words.Title, "story")));
            else if (content != before)
                story.Edit(content, imported, story.Version, now);
            tally += story is null ? new(Imported: 1) : content != before ? new(Updated: 1) : new(Unchanged: 1);
        }
        await _slugs.LookAsync(db, added.Select(a => a.Slug), cancellationToken);
        foreach (var (externalId, content, slug) in added)
            Add(db, imported, externalId, content, await _slugs.TakeAsync(db, slug, cancellationToken), now);
        db.ChangeTracker.AutoDetectChangesEnabled = true;
        if (tally.Imported + tally.Updated > 0)
            await db.SaveChangesAsync(cancellationToken);
        return tally with { Skipped = lines.Count - tally.Taken };
    }

    static void Add(AppDb db, Member imported, string externalId, StoryContent content, string slug, DateTimeOffset now)
    {
        var story = new Story(imported, content, slug, now);
        story.CameFrom(externalId);
        db.AddRange(story, new StorySlug(slug, story.Id));
    }

    /// <summary>By what an export of this site called them: their externalId, or their id when they have none.</summary>
    static async Task<Dictionary<string, Story>> KnownAsync(AppDb db, List<string> externalIds, CancellationToken cancellationToken)
    {
        var stories = db.Stories.Include(s => s.Labels);
        var known = await stories.Where(s => externalIds.Contains(s.ExternalId!)).ToDictionaryAsync(s => s.ExternalId!, cancellationToken);
        var ids = externalIds.Select(id => Guid.TryParseExact(id, "D", out var guid) ? guid : Guid.Empty).Where(id => id != Guid.Empty).ToList();
        if (ids.Count > 0)
            foreach (var story in await stories.Where(s => ids.Contains(s.Id) && s.ExternalId == null).ToListAsync(cancellationToken))
                known.TryAdd(story.Id.ToString(), story);
        return known;
    }
}
