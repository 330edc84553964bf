using System.Collections.Frozen;
using HealthDoers.Domain.Glossary;
using HealthDoers.Web.Data;
using HealthDoers.Web.Words;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Pages.Glossary;

/// <summary>The glossary in memory, with the tips made from it.</summary>
sealed class PlainWords(IDbContextFactory<AppDb> dbs) : Kept<PlainWords.Terms>(dbs)
{
    protected override async Task<Terms> ReadAsync(AppDb db)
    {
        var terms = await db.GlossaryTerms.AsNoTracking().ToListAsync();
        var tips = GlossaryTips.ByLanguage(terms.SelectMany(term => term.Words.Select(words =>
            new TipTerm(term.Slug, words.Value.Term, words.Value.Also, words.Value.Plain, words.Key))));
        return new(terms, tips);
    }

    public sealed record Terms(IReadOnlyList<GlossaryTerm> All, FrozenDictionary<string, GlossaryTips> Tips)
    {
        /// <summary>Markdown as safe HTML; the first use of each term carries its meaning.</summary>
        /// <param name="seen">Shared by all texts of a page.</param>
        public string Html(string markdown, string language, ISet<string> seen)
        {
            var html = SafeMarkdown.ToHtml(markdown);
            return Tips.GetValueOrDefault(language) is { } tips ? tips.Apply(html, seen) : html;
        }
    }
}
