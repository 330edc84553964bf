using System.Globalization;
using HealthDoers.Domain.Glossary;
using HealthDoers.Domain.Words;
using HealthDoers.Web.Hosting;
using HealthDoers.Web.Look;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HealthDoers.Web.Pages.Glossary;

[KeptForVisitors(PageArea.Words)]
sealed class IndexModel(PlainWords plainWords) : PageModel
{
    /// <summary>Terms under their first letter, in the order of the reader's language.</summary>
    public IReadOnlyList<(string Letter, IReadOnlyList<GlossaryTerm> Terms)> Letters { get; private set; } = [];

    public async Task OnGetAsync()
    {
        var language = PageFrame.Language;
        var order = StringComparer.Create(CultureInfo.CurrentUICulture, ignoreCase: true);
        Letters = [.. (await plainWords.GetAsync()).All
            .OrderBy(t => t.In(language).Term, order)
            .GroupBy(t => LetterOf(t.In(language).Term))
            .Select(g => (g.Key, (IReadOnlyList<GlossaryTerm>)[.. g]))];
    }

    static string LetterOf(string term) =>
        Slug.From(term, "term") is { Length: > 0 } spelled && char.IsAsciiLetter(spelled[0]) ? spelled[..1].ToUpperInvariant() : "#";
}
