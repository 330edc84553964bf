using System.ComponentModel.DataAnnotations;
using HealthDoers.Web.Access;
using HealthDoers.Web.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace HealthDoers.Web.Pages.Account;

sealed class ForgotModel(SigningIn signingIn, AccountMail mail, AppDb db, IStringLocalizer<AccountText> text) : PageModel
{
    [BindProperty]
    public Asked Input { get; set; } = new();

    /// <summary>One row and one mail whether or not the address is known; only its owner learns which.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var email = new AccountFields(ModelState, text).Email(Input.Email);
        if (!ModelState.IsValid)
            return this.Refused();
        if (await signingIn.FindAsync(email, cancellationToken) is { } account)
            await mail.ResetAsync(account, cancellationToken);
        else
            await mail.NoAccountAsync(email, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return new SeeOther("/account/sent");
    }

    public sealed class Asked
    {
        [Required(ErrorMessage = "Required"), DataType(DataType.EmailAddress)]
        public string Email { get; set; } = "";
    }
}
