using HealthDoers.Domain.Stories;
using HealthDoers.Web.Access;
using HealthDoers.Web.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace HealthDoers.Web.Pages.Stories.Writing;

/// <summary>Takes a story out of sight, and brings it back.</summary>
sealed class WithdrawModel(AppDb db, CurrentMember current, WritingDesk desk, TimeProvider clock, IStringLocalizer<WritingText> words) : PageModel
{
    public Story Story { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellationToken) =>
        await FindAsync(slug, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken cancellationToken)
    {
        if (!await FindAsync(slug, cancellationToken))
            return NotFound();
        if (Story.Withdrawal is null)
            Story.Withdraw(await current.RequireAsync(cancellationToken), WithdrawalReason.AuthorsWish, clock.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
        return new SeeOther($"/stories/{Story.Slug}/withdraw");
    }

    public async Task<IActionResult> OnPostAgainAsync(string slug, CancellationToken cancellationToken)
    {
        if (!await FindAsync(slug, cancellationToken))
            return NotFound();
        if (Story.Withdrawal is not null)
            Story.PublishAgain(await current.RequireAsync(cancellationToken), clock.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
        return Story.IsPublic ? new SeeOther($"/stories/{Story.Slug}") : this.Done($"/stories/{Story.Slug}", words["StillHidden"]);
    }

    async Task<bool> FindAsync(string slug, CancellationToken cancellationToken)
    {
        var found = await desk.EditableAsync(slug, await current.RequireAsync(cancellationToken), cancellationToken);
        Story = found!;
        return found is not null;
    }
}
