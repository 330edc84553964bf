using HealthDoers.Domain.Members;
using HealthDoers.Domain.Stories;
using HealthDoers.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Pages.Stories.Writing;

/// <summary>A draft as it would be published now.</summary>
sealed class WritingDesk(AppDb db)
{
    public async Task<WrittenStory> ReadAsync(StoryForm form, StoryDraft draft, CancellationToken cancellationToken)
    {
        var topics = await db.Topics.AsNoTracking().ToListAsync(cancellationToken);
        var before = draft.StoryId is { } id
            ? await db.Stories.Where(s => s.Id == id).Select(s => s.Content).SingleOrDefaultAsync(cancellationToken)
            : null;
        return new StoryReader(topics, before).Read(form, draft.Pictures, draft.VideoFile);
    }

    /// <summary>A story that this member may edit, or null.</summary>
    public async Task<Story?> EditableAsync(string slug, Member me, CancellationToken cancellationToken)
    {
        var story = await db.Stories.VisibleTo(me).Include(s => s.Author).Include(s => s.Steps).Include(s => s.Consents)
            .SingleOrDefaultAsync(s => db.StorySlugs.Any(x => x.Slug == slug && x.StoryId == s.Id), cancellationToken);
        return story is not null && story.CanBeEditedBy(me) ? story : null;
    }
}
