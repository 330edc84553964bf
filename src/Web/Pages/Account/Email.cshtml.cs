using System.ComponentModel.DataAnnotations;
using HealthDoers.Web.Access;
using HealthDoers.Web.Data;
using HealthDoers.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace HealthDoers.Web.Pages.Account;

sealed class EmailModel(OwnAccount own, SigningIn signingIn, AccountMail mail, AppDb db, IStringLocalizer<AccountText> text) : PageModel, IShownAgain
{
    [BindProperty]
    public Chosen Input { get; set; } = new();

    public string Present { get; private set; } = "";

    public async Task OnGetAsync(CancellationToken cancellationToken) => Present = (await own.GetAsync(cancellationToken)).Email!;

    public Task LoadAgainAsync() => OnGetAsync(HttpContext.RequestAborted);

    /// <summary>The new address must answer first. If it is somebody's already, only they hear of it.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var account = await own.GetAsync(cancellationToken);
        Present = account.Email!;
        var email = new AccountFields(ModelState, text).Email(Input.Email);
        await own.ProveAsync(account, Input.Password, ModelState, "Input.Password", text["PresentWrong"], cancellationToken);
        if (!ModelState.IsValid)
            return this.Refused();
        if (await signingIn.FindAsync(email, cancellationToken) is null)
            await mail.ChangeEmailAsync(account, email, cancellationToken);
        else
            await mail.EmailTakenAsync(email, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return new SeeOther("/account/sent");
    }

    public sealed class Chosen
    {
        [Required(ErrorMessage = "Required"), DataType(DataType.EmailAddress)]
        public string Email { get; set; } = "";

        [Required(ErrorMessage = "Required"), DataType(DataType.Password)]
        public string Password { get; set; } = "";
    }
}
