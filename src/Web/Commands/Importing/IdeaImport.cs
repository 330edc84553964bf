using HealthDoers.Domain.Ideas;
using HealthDoers.Domain.Members;
using HealthDoers.Domain.Words;
using HealthDoers.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Commands.Importing;

sealed class IdeaImport(IDbContextFactory<AppDb> dbs, TimeProvider clock, Action<string> say) : ContentImport<Idea, IdeaContent, IdeaSlug>(dbs, clock, say)
{
    protected override string Noun => "an idea";

    protected override ContentFields<IdeaContent> Read(Fields line, IReadOnlySet<string> topics, Action<string> warn) => new IdeaFields(line, topics, warn);

    protected override string WantedSlug(IdeaContent content) => Slug.From(content.Words.Title, "idea");

    protected override void Edit(Idea idea, IdeaContent content, Member imported, DateTimeOffset now) => idea.Edit(content, imported, idea.Version, now);

    protected override void Add(AppDb db, Member imported, string externalId, IdeaContent content, string slug, DateTimeOffset now)
    {
        var idea = new Idea(imported, content, slug, now);
        idea.CameFrom(externalId);
        db.AddRange(idea, new IdeaSlug(slug, idea.Id));
    }

    protected override async Task<Dictionary<string, Known>> FindAsync(AppDb db, List<string> externalIds, CancellationToken cancellationToken)
    {
        var (ideas, ids) = (db.Ideas.Include(i => i.Labels), Ids(externalIds));
        var known = await ideas.Where(i => externalIds.Contains(i.ExternalId!)).ToDictionaryAsync(i => i.ExternalId!, Of, cancellationToken);
        if (ids.Count > 0)
            foreach (var idea in await ideas.Where(i => ids.Contains(i.Id) && i.ExternalId == null).ToListAsync(cancellationToken))
                known.TryAdd(idea.Id.ToString(), Of(idea));
        return known;

        static Known Of(Idea idea) => new(idea, idea.Content, idea.ProposedById);
    }
}
