using System.ComponentModel.DataAnnotations;
using System.Globalization;
using HealthDoers.Domain.Spotlights;
using HealthDoers.Domain.Words;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using Microsoft.Extensions.Localization;

namespace HealthDoers.Web.Pages.Spotlights;

[ValidateNever]
public sealed class SpotlightForm
{
    [Required, StringLength(Spotlight.WordsLimit)]
    public string? Words { get; set; }

    /// <summary>The words, cleaned; what is wrong with them stands in the state.</summary>
    public string Read(ModelStateDictionary state, IStringLocalizer<SpotlightsText> text)
    {
        var words = CleanText.Lines(Words);
        if (words.Length == 0)
            state.AddModelError("Input.Words", text["WordsMissing"]);
        if (words.Length > Spotlight.WordsLimit)
            state.AddModelError("Input.Words", text["WordsTooLong", Spotlight.WordsLimit.ToString("N0", CultureInfo.CurrentCulture)]);
        return words;
    }
}
