using HealthDoers.Domain.Notifications;
using HealthDoers.Domain.Searches;
using HealthDoers.Web.Access;
using HealthDoers.Web.Data;
using HealthDoers.Web.Notifying;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace HealthDoers.Web.Pages.Searches;

/// <summary>The searches that I keep, how I hear of them, and how to end one.</summary>
sealed class IndexModel(AppDb db, CurrentMember current, WriteGate gate, IStringLocalizer<SearchesText> text) : PageModel
{
    public IReadOnlyList<SavedSearch> Searches { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken stop)
    {
        var mine = current.Id;
        Searches = await db.SavedSearches.AsNoTracking().Where(s => s.MemberId == mine).OrderByDescending(s => s.NewsSince != null).ThenByDescending(s => s.SavedAt).ToListAsync(stop);
    }

    public async Task<IActionResult> OnPostMailAsync(Guid id, bool byMail, CancellationToken stop)
    {
        if (await FindAsync(id, stop) is not { } search)
            return NotFound();
        search.MailNews(byMail);
        await db.SaveChangesAsync(stop);
        // What is said here last holds.
        await Listening.ChangeAsync(db, search.MemberId, rules => rules.With(new Subject(SubjectKind.Search, id), null), stop);
        return this.Done("/searches", text[byMail ? "MailOn" : "MailOff", search.Name]);
    }

    public async Task<IActionResult> OnPostEndAsync(Guid id, CancellationToken stop)
    {
        if (await FindAsync(id, stop) is not { } search)
            return NotFound();
        await db.EndAsync(search, gate, stop);
        return this.Done("/searches", text["Ended", search.Name]);
    }

    async Task<SavedSearch?> FindAsync(Guid id, CancellationToken stop)
    {
        var mine = current.Id;
        return await db.SavedSearches.SingleOrDefaultAsync(s => s.Id == id && s.MemberId == mine, stop);
    }
}
