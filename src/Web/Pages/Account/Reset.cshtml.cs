using System.ComponentModel.DataAnnotations;
using HealthDoers.Web.Access;
using HealthDoers.Web.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace HealthDoers.Web.Pages.Account;

/// <summary>A new password by mailed link. The link dies with the first password that is set, by it or otherwise.</summary>
sealed class ResetModel(
    AppDb db, UserManager<Access.Account> accounts, Sessions sessions, SignInTries tries, AccountMail mail, IStringLocalizer<AccountText> text) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public string Token { get; set; } = "";

    [BindProperty]
    public Chosen Input { get; set; } = new();

    public bool IsGood { get; private set; }

    public string Passphrase { get; } = AccountFields.Passphrase();

    public async Task OnGetAsync(CancellationToken cancellationToken) => IsGood = await FindAsync(cancellationToken) is not null;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await FindAsync(cancellationToken) is not { } account)
            return this.Refused();
        IsGood = true;
        new AccountFields(ModelState, text).Password(Input.Password, account.Email!);
        if (!ModelState.IsValid)
            return this.Refused();
        await mail.PasswordChangedAsync(account, cancellationToken);
        await sessions.ChangePasswordAsync(account, Input.Password, cancellationToken);
        await tries.ForgetAsync(account.Email!, cancellationToken);
        return this.Done("/account/login", text["PasswordSaved"]);
    }

    async Task<Access.Account?> FindAsync(CancellationToken cancellationToken)
    {
        var account = await db.Users.SingleOrDefaultAsync(a => a.Id == Id, cancellationToken);
        return account is not null && await accounts.VerifyUserTokenAsync(account, accounts.Options.Tokens.PasswordResetTokenProvider,
            UserManager<Access.Account>.ResetPasswordTokenPurpose, Token) ? account : null;
    }

    public sealed class Chosen
    {
        [Required(ErrorMessage = "Required"), DataType(DataType.Password)]
        public string Password { get; set; } = "";
    }
}
