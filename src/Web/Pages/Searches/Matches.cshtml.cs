using HealthDoers.Domain.Searches;
using HealthDoers.Web.Access;
using HealthDoers.Web.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Pages.Searches;

/// <summary>What came since a search was saved. Looking at it is what ends the news.</summary>
sealed class MatchesModel(AppDb db, CurrentMember current, MatchReader matches) : PageModel
{
    const int Most = 100;

    public SavedSearch Search { get; private set; } = null!;

    /// <summary>What came from then on is new to the reader.</summary>
    public DateTimeOffset? NewsSince { get; private set; }

    public IReadOnlyList<MatchedThing> Found { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop)
    {
        var mine = current.Id;
        if (await db.SavedSearches.SingleOrDefaultAsync(s => s.Id == id && s.MemberId == mine, stop) is not { } search)
            return NotFound();
        (Search, NewsSince) = (search, search.NewsSince);
        search.Look();
        // Looked at first: what comes while this is read is news again.
        await db.SaveChangesAsync(stop);
        Found = await matches.ReadAsync(db, id, Most, stop);
        return Page();
    }
}
