using HealthDoers.Domain.Ideas;
using HealthDoers.Domain.LayWords;
using HealthDoers.Domain.Stories;
using HealthDoers.Web.Access;
using HealthDoers.Web.Data;
using HealthDoers.Web.Indexing;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace HealthDoers.Web.Pages.Admin;

/// <summary>
/// What people call things: words that several of them searched for in vain, and tags of their own. Candidates for the lexicon, the
/// glossary, or a story.
/// </summary>
[Authorize(Policy = Roles.Editor)]
sealed class WordsModel(AppDb db, CurrentLexicon lexicon, IStringLocalizer<AdminText> text) : PageModel
{
    const int MostTags = 50;

    public IReadOnlyList<UnansweredWords> Rows { get; private set; } = [];

    /// <summary>Free tags on more than one thing that the lexicon does not know.</summary>
    public IReadOnlyList<TagUse> Tags { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken stop)
    {
        Rows = [.. (await db.UnansweredWords.AsNoTracking().Where(w => w.Words != null).OrderByDescending(w => w.LastAsked).Take(200).ToListAsync(stop)).OrderByDescending(w => w.Times)];
        var known = lexicon.Value.Entries.Select(entry => entry.Phrase).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var used = await db.Ideas.Public().SelectMany(i => i.Labels).Where(l => l.Kind == IdeaLabelKind.Tag).Select(l => l.Value)
            .Concat(db.Stories.Public().SelectMany(s => s.Labels).Where(l => l.Kind == LabelKind.Tag).Select(l => l.Value))
            .GroupBy(tag => tag).Where(same => same.Count() > 1).OrderByDescending(same => same.Count()).ThenBy(same => same.Key)
            .Select(same => new TagUse(same.Key, same.Count())).Take(MostTags * 4).ToListAsync(stop);
        Tags = [.. used.Where(tag => !known.Contains(tag.Tag)).Take(MostTags)];
    }

    public async Task<IActionResult> OnPostAsync(string fingerprint, CancellationToken stop)
    {
        if (await db.UnansweredWords.SingleOrDefaultAsync(w => w.Fingerprint == fingerprint, stop) is not { } words)
            return NotFound();
        db.Remove(words);
        await db.SaveChangesAsync(stop);
        return this.Done("/admin/words", text["WordsDone"]);
    }
}

sealed record TagUse(string Tag, int Things);
