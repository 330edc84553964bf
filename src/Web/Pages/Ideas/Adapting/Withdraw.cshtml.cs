using HealthDoers.Domain.Ideas;
using HealthDoers.Web.Access;
using HealthDoers.Web.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace HealthDoers.Web.Pages.Ideas.Adapting;

/// <summary>Takes name and words of an adaptation out of sight, and brings them back; the node stays.</summary>
sealed class WithdrawModel(AppDb db, CurrentMember current, AdaptingDesk desk, TimeProvider clock, IStringLocalizer<AdaptingText> text) : PageModel
{
    public Adaptation Adaptation { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) => await FindAsync(id, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await FindAsync(id, cancellationToken))
            return NotFound();
        var me = await current.RequireAsync(cancellationToken);
        var withdraws = Adaptation.WithdrawnAt is null;
        if (withdraws)
            Adaptation.Withdraw(me, clock.GetUtcNow());
        else
            Adaptation.BringBack(me);
        await db.SaveChangesAsync(cancellationToken);
        return this.Done(IdeaAddress.OfAdaptation(id), text[withdraws ? "WithdrawnSaid" : "BroughtBackSaid"]);
    }

    async Task<bool> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await desk.MineAsync(id, await current.RequireAsync(cancellationToken), cancellationToken) is not var (adaptation, _))
            return false;
        Adaptation = adaptation;
        return true;
    }
}
