using System.ComponentModel.DataAnnotations;
using HealthDoers.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace HealthDoers.Web.Pages.Account;

/// <summary>The end of joining. A press of a button, because mail programs open links by themselves.</summary>
sealed class ConfirmModel(Joining joining, Sessions sessions, IStringLocalizer<AccountText> text) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Token { get; set; } = "";

    [BindProperty]
    public Chosen Input { get; set; } = new();

    public Registration? Asked { get; private set; }

    /// <summary>Somebody took the handle meanwhile.</summary>
    public bool AskHandle { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Asked = await joining.FindAsync(Token, cancellationToken);
        Input.Handle = Asked?.Handle ?? "";
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        Asked = await joining.FindAsync(Token, cancellationToken);
        if (Asked is null)
            return this.Refused();
        AskHandle = Input.Handle != Asked.Handle;
        if (new AccountFields(ModelState, text).Handle(Input.Handle) is not { } handle)
            return this.Refused();

        var (answer, account) = await joining.ConfirmAsync(Asked, handle, cancellationToken);
        if (answer == JoinAnswer.HandleTaken)
        {
            AskHandle = true;
            ModelState.AddModelError("Input.Handle", text["HandleTaken", handle.Value, (await joining.FreeHandleAsync(handle.Value, cancellationToken)).Value]);
            return this.Refused();
        }
        // Somebody else may have asked with this address: only the browser that asked is let in without the password.
        var askedHere = Request.Cookies[RegisterModel.AskedHere] == Asked.Id.ToString();
        Response.Cookies.Delete(RegisterModel.AskedHere);
        if (account is null || !askedHere)
            return this.Done("/account/login", text[account is null ? "AlreadyJoined" : "JoinedSignIn"]);
        await sessions.BeginAsync(account);
        return this.Done("/account/profile", text["JoinedWelcome"]);
    }

    public sealed class Chosen
    {
        [Required(ErrorMessage = "Required")]
        public string Handle { get; set; } = "";
    }
}
