using HealthDoers.Web.Access;
using HealthDoers.Web.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace HealthDoers.Web.Pages.Account;

sealed class EmailConfirmModel(
    AppDb db, UserManager<Access.Account> accounts, Sessions sessions, AccountMail mail, IStringLocalizer<AccountText> text) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public string Email { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public string Token { get; set; } = "";

    public bool IsGood { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken) => IsGood = await FindAsync(cancellationToken) is not null;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await FindAsync(cancellationToken) is not { } account)
            return this.Refused();
        await mail.EmailChangedAsync(account.Email!, cancellationToken);
        try
        {
            await sessions.ChangeEmailAsync(account, Email, cancellationToken);
        }
        catch (DbUpdateException)
        {
            // Somebody joined with the address meanwhile; the unique index decided.
            db.ChangeTracker.Clear();
            return this.Refused();
        }
        return this.Done("/account/login", text["EmailSaved"]);
    }

    async Task<Access.Account?> FindAsync(CancellationToken cancellationToken)
    {
        var account = await db.Users.SingleOrDefaultAsync(a => a.Id == Id, cancellationToken);
        return account is not null && EmailAddress.TryRead(Email, out _) && await accounts.VerifyUserTokenAsync(account,
            accounts.Options.Tokens.ChangeEmailTokenProvider, UserManager<Access.Account>.GetChangeEmailTokenPurpose(Email), Token) ? account : null;
    }
}
