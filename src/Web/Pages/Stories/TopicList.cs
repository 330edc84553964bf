using System.Collections.Frozen;
using HealthDoers.Domain.Topics;
using HealthDoers.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Pages.Stories;

/// <summary>All topics, by slug, in the order they were added: the topical hubs first.</summary>
sealed class TopicList(IDbContextFactory<AppDb> dbs) : Kept<TopicList.Topics>(dbs)
{
    protected override async Task<Topics> ReadAsync(AppDb db)
    {
        var all = await db.Topics.AsNoTracking().OrderBy(t => t.Id).ToListAsync();
        return new(all, all.ToFrozenDictionary(t => t.Slug));
    }

    public sealed record Topics(IReadOnlyList<Topic> All, FrozenDictionary<string, Topic> BySlug);
}
