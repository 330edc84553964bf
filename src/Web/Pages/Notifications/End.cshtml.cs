using HealthDoers.Domain.Notifications;
using HealthDoers.Web.Data;
using HealthDoers.Web.Notifying;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HealthDoers.Web.Pages.Notifications;

/// <summary>Where the "stop" link of a mail leads, signed in or not: opening it asks, a press ends it.</summary>
sealed class EndModel(AppDb db, MailEnds ends, TimeProvider clock) : PageModel
{
    /// <summary>Null for the digest.</summary>
    public NotificationGroup? Group { get; private set; }

    public bool HasEnded { get; private set; }

    public IActionResult OnGet(string key)
    {
        if (ends.Open(key) is not { } end)
            return NotFound();
        Group = end.Group;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string key, CancellationToken stop)
    {
        if (ends.Open(key) is not { } end)
            return NotFound();
        await MailEnds.EndAsync(db, end, clock.GetUtcNow(), stop);
        (Group, HasEnded) = (end.Group, true);
        return Page();
    }
}
