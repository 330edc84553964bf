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
        /// <summary>The term of this name, or of which this is the plural.</summary>
        public GlossaryTerm? Called(string word)
        {
            string[] forms = [word, word.EndsWith('s') ? word[..^1] : word, word.EndsWith("es", StringComparison.Ordinal) ? word[..^2] : word];
            return forms.Select(form => All.FirstOrDefault(term => term.IsCalled(form))).FirstOrDefault(term => term is not null);
        }

        /// <summary>The terms of which this text speaks, in any language.</summary>
        public IEnumerable<GlossaryTerm> In(string html)
        {
            var seen = new HashSet<string>();
            foreach (var tips in Tips.Values)
                tips.Apply(html, seen);
            return All.Where(term => seen.Contains(term.Slug));
        }

        /// <summary>Markdown as safe HTML; the first use of each term carries its meaning.</summary>
        /// <param name="seen">Shared by all texts of a page.</param>
        public string Html(string markdown, string language, ISet<string> seen)
        {
            var html = SafeMarkdown.ToHtml(markdown);
            return Tips.GetValueOrDefault(language) is { } tips ? tips.Apply(html, seen) : html;
        }
    }
}
