using HealthDoers.Domain.Searches;
using HealthDoers.Web.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Pages.Searches;

/// <summary>Where the link in a mail leads: one press ends the search, without signing in.</summary>
sealed class EndModel(AppDb db, SavedSearchKeys keys, WriteGate gate) : PageModel
{
    /// <summary>None when it has ended already.</summary>
    public SavedSearch? Search { get; private set; }

    public bool HasEnded { get; private set; }

    public async Task<IActionResult> OnGetAsync(string key, CancellationToken stop) => await FindAsync(key, stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string key, CancellationToken stop)
    {
        if (!await FindAsync(key, stop))
            return NotFound();
        if (Search is not null)
            await db.EndAsync(Search, gate, stop);
        HasEnded = true;
        return Page();
    }

    async Task<bool> FindAsync(string key, CancellationToken stop)
    {
        if (keys.EndedBy(key) is not { } id)
            return false;
        Search = await db.SavedSearches.AsNoTracking().SingleOrDefaultAsync(s => s.Id == id, stop);
        return true;
    }
}
