using HealthDoers.Web.Data;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Access;

/// <summary>The account of whoever asks.</summary>
sealed class OwnAccount(CurrentMember me, AppDb db, SigningIn signingIn, SignInTries tries)
{
    public async Task<Account> GetAsync(CancellationToken cancellationToken)
    {
        var id = me.Id ?? throw new InvalidOperationException("This page is for signed-in members.");
        return await db.Users.SingleAsync(a => a.Id == id, cancellationToken);
    }

    /// <summary>
    /// What cannot be undone asks for the password again. Whoever found an open browser may guess as often as somebody
    /// who signs in; wrong guesses of strangers, who only know the address, do not count here.
    /// </summary>
    public async Task ProveAsync(Account account, string password, ModelStateDictionary state, string field, string sentence, CancellationToken cancellationToken)
    {
        var guesses = $"signed in as {account.Id}";
        if (await tries.BeginAsync(guesses, cancellationToken) && signingIn.Fits(account, password))
            await tries.ForgetAsync(guesses, cancellationToken);
        else if (state.GetFieldValidationState(field) != ModelValidationState.Invalid)
            state.AddModelError(field, sentence);
    }
}
