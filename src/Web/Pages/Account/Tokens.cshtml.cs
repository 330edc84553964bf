using System.ComponentModel.DataAnnotations;
using HealthDoers.Domain.Words;
using HealthDoers.Web.Access;
using HealthDoers.Web.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace HealthDoers.Web.Pages.Account;

sealed class TokensModel(CurrentMember me, AppDb db, AccessMemory memory, TimeProvider clock, IStringLocalizer<AccountText> text) : PageModel
{
    const string Made = "TokenMade";

    [BindProperty]
    public Wanted Input { get; set; } = new();

    public IReadOnlyList<PersonalToken> Tokens { get; private set; } = [];

    /// <summary>Right after making it, and never again.</summary>
    public string? ShownOnce { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        ShownOnce = TempData[Made] as string;
        await LoadAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        var name = CleanText.Line(Input.Name);
        if (name.Length > PersonalToken.NameLimit)
            ModelState.AddModelError("Input.Name", text["TokenNameTooLong", PersonalToken.NameLimit]);
        if (Tokens.Count >= PersonalToken.MostPerMember)
            ModelState.AddModelError("", text["TokensFull", PersonalToken.MostPerMember]);
        if (!ModelState.IsValid)
            return this.Refused();
        var scopes = Input.MayWrite ? TokenScopes.Read | TokenScopes.Write : TokenScopes.Read;
        db.PersonalTokens.Add(PersonalToken.Make(me.Id!.Value, name, scopes, clock.GetUtcNow(), out var token));
        await db.SaveChangesAsync(cancellationToken);
        TempData[Made] = token;
        return new SeeOther("/account/tokens");
    }

    public async Task<IActionResult> OnPostRevokeAsync(Guid id, CancellationToken cancellationToken)
    {
        var mine = me.Id;
        if (await db.PersonalTokens.SingleOrDefaultAsync(t => t.Id == id && t.MemberId == mine, cancellationToken) is not { } token)
            return NotFound();
        token.Revoke(clock.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
        memory.Forget(token.MemberId);
        return this.Done("/account/tokens", text["TokenRevoked", token.Name]);
    }

    async Task LoadAsync(CancellationToken cancellationToken)
    {
        var mine = me.Id;
        Tokens = await db.PersonalTokens.AsNoTracking().Where(t => t.MemberId == mine && t.RevokedAt == null)
            .OrderByDescending(t => t.MadeAt).ToListAsync(cancellationToken);
    }

    public sealed class Wanted
    {
        [Required(ErrorMessage = "Required")]
        public string Name { get; set; } = "";

        public bool MayWrite { get; set; }
    }
}
