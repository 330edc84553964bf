using System.ComponentModel.DataAnnotations;
using HealthDoers.Web.Access;
using HealthDoers.Web.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace HealthDoers.Web.Pages.Account;

sealed class LoginModel(SigningIn signingIn, Sessions sessions, AppDb db, IStringLocalizer<AccountText> text) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string ReturnUrl { get; set; } = "";

    [BindProperty]
    public Known Input { get; set; } = new();

    public IActionResult OnGet() => User.Identity?.IsAuthenticated == true ? new SeeOther(Preferences.Local(ReturnUrl)) : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var (answer, account) = await signingIn.TryAsync(Input.Email, Input.Password, cancellationToken);
        if (account is null)
        {
            ModelState.AddModelError(answer == SignInAnswer.NoFit ? "Input.Password" : "", text["SignIn" + answer]);
            return this.Refused();
        }
        await sessions.BeginAsync(account, Input.Remember);
        if (await db.Members.Where(m => m.Id == account.Id).Select(m => m.Language).SingleAsync(cancellationToken) is { } language)
            Preferences.Choose(HttpContext, language);
        return new SeeOther(Preferences.Local(ReturnUrl));
    }

    public sealed class Known
    {
        [Required(ErrorMessage = "Required"), DataType(DataType.EmailAddress)]
        public string Email { get; set; } = "";

        [Required(ErrorMessage = "Required"), DataType(DataType.Password)]
        public string Password { get; set; } = "";

        public bool Remember { get; set; }
    }
}
