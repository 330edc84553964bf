using HealthDoers.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Access.PersonalData;

/// <summary>Stories a member wrote, published or not, and drafts.</summary>
sealed class StoryData(AppDb db, TimeProvider clock) : IPersonalData
{
    public string Name => "stories";

    public async Task<IReadOnlyList<object>> ReadAsync(Guid memberId, CancellationToken cancellationToken)
    {
        var stories = await db.Stories.AsNoTracking().Where(s => s.AuthorId == memberId).OrderBy(s => s.PublishedAt).ToListAsync(cancellationToken);
        var drafts = await db.StoryDrafts.AsNoTracking().Where(d => d.AuthorId == memberId).OrderBy(d => d.StartedAt).ToListAsync(cancellationToken);
        return
        [
            .. stories.Select(s => new { What = "story", s.Slug, s.Title, s.PublishedAt, s.ChangedAt, s.Withdrawal, s.Content }),
            .. drafts.Select(d => new { What = "draft", d.Title, d.StartedAt, d.SavedAt, d.Fields, d.Pictures }),
        ];
    }

    public async Task EraseAsync(Guid memberId, WhatStays stays, CancellationToken cancellationToken)
    {
        await db.StoryDrafts.Where(d => d.AuthorId == memberId).ExecuteDeleteAsync(cancellationToken);
        if (stays == WhatStays.UnderNoName)
            return;
        var theirs = db.Stories.Where(s => s.AuthorId == memberId);
        await db.StorySlugs.Where(s => theirs.Any(t => t.Id == s.StoryId)).ExecuteDeleteAsync(cancellationToken);
        foreach (var story in await theirs.Include(s => s.Labels).Include(s => s.Steps).Include(s => s.Revisions).Include(s => s.Translations).Include(s => s.Consents)
            .AsSplitQuery().ToListAsync(cancellationToken))
        {
            // An address says the title too.
            story.Erase($"story-{story.Id:N}", clock.GetUtcNow());
            db.StorySlugs.Add(new(story.Slug, story.Id));
        }
    }
}
