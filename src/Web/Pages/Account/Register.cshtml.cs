using System.ComponentModel.DataAnnotations;
using HealthDoers.Web.Access;
using HealthDoers.Web.Look;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace HealthDoers.Web.Pages.Account;

sealed class RegisterModel(Joining joining, IStringLocalizer<AccountText> text) : PageModel
{
    /// <summary>Remembers in this browser who asked, so that following the link here signs in at once.</summary>
    public const string AskedHere = "joining";

    [BindProperty]
    public Newcomer Input { get; set; } = new();

    public string Passphrase { get; } = AccountFields.Passphrase();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var fields = new AccountFields(ModelState, text);
        var name = fields.Name(Input.Name);
        var handle = fields.Handle(Input.Handle);
        var email = fields.Email(Input.Email);
        fields.Password(Input.Password, email, name, Input.Handle);
        if (handle is not null && !await joining.IsFreeAsync(handle, cancellationToken))
            ModelState.AddModelError("Input.Handle", text["HandleTaken", handle.Value, (await joining.FreeHandleAsync(handle.Value, cancellationToken)).Value]);
        if (!ModelState.IsValid)
            return this.Refused();

        var asked = await joining.AskAsync(new(email, name, handle!, PageFrame.Language), Input.Password, cancellationToken);
        Response.Cookies.Append(AskedHere, asked.ToString(), new() { HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = Request.IsHttps, MaxAge = Registration.Kept });
        return new SeeOther("/account/sent");
    }

    public sealed class Newcomer
    {
        [Required(ErrorMessage = "Required")]
        public string Name { get; set; } = "";

        [Required(ErrorMessage = "Required")]
        public string Handle { get; set; } = "";

        [Required(ErrorMessage = "Required"), DataType(DataType.EmailAddress)]
        public string Email { get; set; } = "";

        [Required(ErrorMessage = "Required"), DataType(DataType.Password)]
        public string Password { get; set; } = "";
    }
}
