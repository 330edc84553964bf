using System.Collections.Frozen;
using HealthDoers.Domain.Hubs;
using HealthDoers.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Pages.Hubs;

/// <summary>All standing hubs: their words and scope, without roles, and which is part of which.</summary>
sealed class HubList(IDbContextFactory<AppDb> dbs) : Kept<HubList.Hubs>(dbs)
{
    protected override async Task<Hubs> ReadAsync(AppDb db)
    {
        var all = await db.Hubs.AsNoTracking().Standing().ToListAsync();
        return new(all, all.ToFrozenDictionary(h => h.Slug), new HubTree(all.Select(h => (h.Id, h.ParentId))));
    }

    public sealed record Hubs(IReadOnlyList<Hub> All, FrozenDictionary<string, Hub> BySlug, HubTree Tree)
    {
        public Hub? Find(Guid? id) => All.FirstOrDefault(h => h.Id == id);

        /// <summary>The hub and its parts, at any depth.</summary>
        public IReadOnlyList<Hub> Under(Guid id)
        {
            var under = Tree.Under(id);
            return [.. All.Where(h => under.Contains(h.Id))];
        }

        public IEnumerable<Hub> InOrder(string language) => All.OrderBy(h => h.In(language).Name, StringComparer.Create(new(language), ignoreCase: true));
    }
}
