using HealthDoers.Domain.Members;
using HealthDoers.Domain.Stories;
using HealthDoers.Domain.Words;
using HealthDoers.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Commands.Importing;

sealed class StoryImport(IDbContextFactory<AppDb> dbs, TimeProvider clock, Action<string> say) : ContentImport<Story, StoryContent, StorySlug>(dbs, clock, say)
{
    protected override string Noun => "a story";

    protected override ContentFields<StoryContent> Read(Fields line, IReadOnlySet<string> topics, Action<string> warn) => new StoryFields(line, topics, warn);

    protected override string WantedSlug(StoryContent content) => Slug.From(content.Words.Title, "story");

    protected override void Edit(Story story, StoryContent content, Member imported, DateTimeOffset now) => story.Edit(content, imported, story.Version, now);

    protected override void Add(AppDb db, Member imported, string externalId, StoryContent content, string slug, DateTimeOffset now)
    {
        var story = new Story(imported, content, slug, now);
        story.CameFrom(externalId);
        db.AddRange(story, new StorySlug(slug, story.Id));
    }

    protected override async Task<Dictionary<string, Known>> FindAsync(AppDb db, List<string> externalIds, CancellationToken cancellationToken)
    {
        var (stories, ids) = (db.Stories.Include(s => s.Labels), Ids(externalIds));
        var known = await stories.Where(s => externalIds.Contains(s.ExternalId!)).ToDictionaryAsync(s => s.ExternalId!, Of, cancellationToken);
        if (ids.Count > 0)
            foreach (var story in await stories.Where(s => ids.Contains(s.Id) && s.ExternalId == null).ToListAsync(cancellationToken))
                known.TryAdd(story.Id.ToString(), Of(story));
        return known;

        static Known Of(Story story) => new(story, story.Content, story.AuthorId);
    }
}
