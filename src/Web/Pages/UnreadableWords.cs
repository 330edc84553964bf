using System.Globalization;
using System.Resources;
using HealthDoers.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;

namespace HealthDoers.Web.Pages;

/// <summary>What is said of a value that its field cannot hold, in the reader's language: no name of a field and no type.</summary>
static class UnreadableWords
{
    static readonly ResourceManager Words = new(typeof(SharedText));

    public static void SayInOurWords(this DefaultModelBindingMessageProvider says)
    {
        says.SetAttemptedValueIsInvalidAccessor((_, _) => Sentence);
        says.SetNonPropertyAttemptedValueIsInvalidAccessor(_ => Sentence);
        says.SetUnknownValueIsInvalidAccessor(_ => Sentence);
        says.SetNonPropertyUnknownValueIsInvalidAccessor(() => Sentence);
        says.SetValueIsInvalidAccessor(_ => Sentence);
        says.SetValueMustNotBeNullAccessor(_ => Sentence);
        says.SetValueMustBeANumberAccessor(_ => Sentence);
        says.SetNonPropertyValueMustBeANumberAccessor(() => Sentence);
    }

    static string Sentence => Words.GetString("Unreadable", CultureInfo.CurrentUICulture)!;
}
