using HealthDoers.Domain.Words;
using HealthDoers.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Pages.Gatherings.Writing;

static class FreeGatheringSlug
{
    /// <summary>Not taken in the database, nor by what is to be stored with it.</summary>
    public static async Task<string> FreeGatheringSlugAsync(this AppDb db, string title, CancellationToken stop)
    {
        var wanted = Slug.From(title, "gathering");
        var stem = Slug.Numbered(wanted, 9_999)[..^5];
        var taken = await db.Gatherings.Where(g => g.Slug.StartsWith(stem)).Select(g => g.Slug).ToHashSetAsync(stop);
        taken.UnionWith(db.Gatherings.Local.Select(g => g.Slug));
        for (var n = 1; ; n++)
            if (Slug.Numbered(wanted, n) is var slug && !taken.Contains(slug))
                return slug;
    }
}
