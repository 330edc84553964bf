using HealthDoers.Domain.Words;
using HealthDoers.Search.Language;
using HealthDoers.Web.Data;
using HealthDoers.Web.Indexing;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Pages.LayWords;

/// <summary>The everyday words that search understands, for everybody to read, and what members changed lately.</summary>
sealed class IndexModel(AppDb db, CurrentLexicon lexicon) : PageModel
{
    const int Most = 300;
    const int Lately = 20;

    public string Q { get; private set; } = "";

    public IReadOnlyList<LexiconEntry> Entries { get; private set; } = [];

    public int Total { get; private set; }

    public IReadOnlyList<EditRow> Edits { get; private set; } = [];

    public async Task OnGetAsync(string? q, CancellationToken stop)
    {
        Q = CleanText.Line(q);
        var found = lexicon.Value.Entries.Where(entry => Q.Length == 0 || entry.Phrase.Contains(Q, StringComparison.OrdinalIgnoreCase)
            || entry.Expansions.Any(expansion => expansion.Phrase.Contains(Q, StringComparison.OrdinalIgnoreCase))).ToList();
        Total = found.Count;
        Entries = [.. found.OrderBy(entry => entry.Phrase, StringComparer.CurrentCultureIgnoreCase).Take(Most)];
        Edits = await db.LayWordEdits.AsNoTracking().OrderByDescending(e => e.At).Take(Lately)
            .Select(e => new EditRow(e.Phrase, e.Means, db.Members.Where(m => m.Id == e.ById && m.ErasedAt == null).Select(m => m.Name).FirstOrDefault(), e.At)).ToListAsync(stop);
    }
}

sealed record EditRow(string Phrase, string Means, string? By, DateTimeOffset At);
