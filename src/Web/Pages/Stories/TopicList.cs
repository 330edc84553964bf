using System.Collections.Frozen;
using System.Globalization;
using HealthDoers.Domain.Topics;
using HealthDoers.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Pages.Stories;

/// <summary>All topics, by slug and in the order of each language.</summary>
sealed class TopicList(IDbContextFactory<AppDb> dbs) : Kept<TopicList.Topics>(dbs)
{
    protected override async Task<Topics> ReadAsync(AppDb db)
    {
        var all = await db.Topics.AsNoTracking().ToListAsync();
        return new(all.ToFrozenDictionary(t => t.Slug), PagesSetup.Languages.ToFrozenDictionary(l => l.Name, l => Ordered(all, l)));
    }

    static IReadOnlyList<Topic> Ordered(List<Topic> all, CultureInfo language) =>
        [.. all.OrderBy(t => t.In(language.Name).Name, StringComparer.Create(language, ignoreCase: true))];

    public sealed record Topics(FrozenDictionary<string, Topic> BySlug, FrozenDictionary<string, IReadOnlyList<Topic>> ByLanguage)
    {
        /// <summary>By name, as this language orders them.</summary>
        public IReadOnlyList<Topic> In(string language) => ByLanguage.GetValueOrDefault(language) ?? ByLanguage["en"];
    }
}
