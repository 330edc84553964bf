using HealthDoers.Domain.LayWords;
using HealthDoers.Web.Access;
using HealthDoers.Web.Data;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace HealthDoers.Web.Pages.Admin;

/// <summary>Words that several people searched for in vain: candidates for the lexicon, the glossary, or a story.</summary>
[Authorize(Policy = Roles.Editor)]
public sealed class WordsModel(AppDb db, IStringLocalizer<AdminText> text) : PageModel
{
    public IReadOnlyList<UnansweredWords> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken stop) =>
        Rows = [.. (await db.UnansweredWords.AsNoTracking().Where(w => w.Words != null).OrderByDescending(w => w.LastAsked).Take(200).ToListAsync(stop)).OrderByDescending(w => w.Times)];

    public async Task<IActionResult> OnPostAsync(string fingerprint, CancellationToken stop)
    {
        if (await db.UnansweredWords.SingleOrDefaultAsync(w => w.Fingerprint == fingerprint, stop) is not { } words)
            return NotFound();
        db.Remove(words);
        await db.SaveChangesAsync(stop);
        return this.Done("/admin/words", text["WordsDone"]);
    }
}
