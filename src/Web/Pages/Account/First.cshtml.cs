using HealthDoers.Domain.Members;
using HealthDoers.Web.Access;
using HealthDoers.Web.Look;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace HealthDoers.Web.Pages.Account;

sealed class FirstModel(FirstAdministrator first, Joining joining, Sessions sessions, IStringLocalizer<AccountText> text) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Token { get; set; } = "";

    [BindProperty]
    public RegisterModel.Newcomer Input { get; set; } = new();

    public bool IsGood { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken) => IsGood = await first.IsGoodAsync(Token, cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        IsGood = await first.IsGoodAsync(Token, cancellationToken);
        if (!IsGood)
            return this.Refused();
        var fields = new AccountFields(ModelState, text);
        var name = fields.Name(Input.Name);
        var handle = fields.Handle(Input.Handle);
        var email = fields.Email(Input.Email);
        fields.Password(Input.Password, email, name, Input.Handle);
        if (!ModelState.IsValid)
            return this.Refused();

        var (answer, account) = await joining.AddAsync(new(email, name, handle!, PageFrame.Language, Duties.Administrator, IsFirst: true), cancellationToken, Input.Password);
        if (account is null)
        {
            if (answer == JoinAnswer.NotFirst)
                IsGood = false;
            else if (answer == JoinAnswer.HandleTaken)
                ModelState.AddModelError("Input.Handle", text["HandleTaken", handle!.Value, (await joining.FreeHandleAsync(handle.Value, cancellationToken)).Value]);
            else
                ModelState.AddModelError("Input.Email", text["FirstEmailTaken"]);
            return this.Refused();
        }
        await sessions.BeginAsync(account);
        return this.Done("/account", text["FirstDone"]);
    }
}
