using System.ComponentModel.DataAnnotations;
using HealthDoers.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace HealthDoers.Web.Pages.Account;

sealed class PasswordModel(
    OwnAccount own, CurrentMember me, Sessions sessions, AccountMail mail, IStringLocalizer<AccountText> text) : PageModel
{
    [BindProperty]
    public Chosen Input { get; set; } = new();

    public string Passphrase { get; } = AccountFields.Passphrase();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var member = await me.RequireAsync(cancellationToken);
        var account = await own.GetAsync(cancellationToken);
        await own.ProveAsync(account, Input.Present, ModelState, "Input.Present", text["PresentWrong"], cancellationToken);
        new AccountFields(ModelState, text).Password(Input.Password, account.Email!, member.Name, member.Handle);
        if (!ModelState.IsValid)
            return this.Refused();
        await mail.PasswordChangedAsync(account, cancellationToken);
        await sessions.ChangePasswordAsync(account, Input.Password, cancellationToken);
        await sessions.BeginAsync(account);
        return this.Done("/account", text["PasswordSavedHere"]);
    }

    public sealed class Chosen
    {
        [Required(ErrorMessage = "Required"), DataType(DataType.Password)]
        public string Present { get; set; } = "";

        [Required(ErrorMessage = "Required"), DataType(DataType.Password)]
        public string Password { get; set; } = "";
    }
}
