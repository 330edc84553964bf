using HealthDoers.Domain.Members;
using HealthDoers.Domain.Words;
using HealthDoers.Web.Access.Passwords;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;

namespace HealthDoers.Web.Pages.Account;

/// <summary>Reads the fields that several account pages share; what is wrong goes to the field, as a sentence.</summary>
sealed class AccountFields(ModelStateDictionary state, IStringLocalizer<AccountText> text)
{
    public string Email(string typed, string field = "Input.Email")
    {
        if (!Access.EmailAddress.TryRead(typed, out var email))
            Wrong(field, text["EmailWrong"]);
        return email;
    }

    public string Name(string typed, string field = "Input.Name")
    {
        var name = CleanText.Line(typed);
        if (name.Length is 0 or > Member.NameLimit)
            Wrong(field, name.Length == 0 ? text["NameMissing"] : text["NameTooLong", Member.NameLimit]);
        return name;
    }

    public Handle? Handle(string typed, string field = "Input.Handle")
    {
        var fault = Domain.Members.Handle.Read(typed, out var handle);
        if (fault != HandleFault.None)
            Wrong(field, text["Handle" + fault]);
        return handle;
    }

    /// <param name="field">Where a fault is shown.</param>
    public void Password(string typed, string email, string name = "", string handle = "", string field = "Input.Password")
    {
        var verdict = PasswordJudge.Judge(typed, email, name, handle);
        if (!verdict.IsGood)
            Wrong(field, text["Password" + verdict.Fault, PasswordJudge.MinLength, PasswordJudge.MaxLength]);
    }

    // An empty field has its sentence already.
    void Wrong(string field, string sentence)
    {
        if (state.GetFieldValidationState(field) != ModelValidationState.Invalid)
            state.AddModelError(field, sentence);
    }

    public static string Passphrase() => Access.Passwords.Passphrase.In(Look.PageFrame.Language).Offer();
}
