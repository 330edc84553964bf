using System.ComponentModel.DataAnnotations;
using System.Globalization;
using HealthDoers.Domain.Ideas;
using HealthDoers.Domain.Words;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using Microsoft.Extensions.Localization;

namespace HealthDoers.Web.Pages.Ideas.Adapting;

[ValidateNever]
public sealed class TellForm
{
    public const int ShownNumbers = 3;

    [Required]
    public string? Result { get; set; }

    [Required, StringLength(Adaptation.TextLimit)]
    public string? WhatHappened { get; set; }

    [StringLength(Adaptation.TextLimit)]
    public string? Advice { get; set; }

    public List<Number> Numbers { get; set; } = [];

    [ValidateNever]
    public sealed class Number
    {
        public string? What { get; set; }
        public string? Before { get; set; }
        public string? After { get; set; }
    }

    /// <summary>What is told, with what is wrong beside the fields.</summary>
    internal OutcomeTelling Read(ModelStateDictionary state, IStringLocalizer text)
    {
        if (Enum.GetValues<Result>().Select(r => (Result?)r).FirstOrDefault(r => r.ToString()!.Equals(Result?.Trim(), StringComparison.OrdinalIgnoreCase)) is not { } result)
        {
            state.AddModelError("Input.Result", text["ResultMissing"]);
            result = default;
        }
        var happened = Within(WhatHappened, "Input.WhatHappened");
        if (happened.Length == 0)
            state.AddModelError("Input.WhatHappened", text[result == Domain.Ideas.Result.Abandoned ? "WhyStoppedMissing" : "WhatHappenedMissing"]);
        return new() { Result = result, WhatHappened = happened, Advice = Within(Advice, "Input.Advice"), Numbers = ReadNumbers(state, text) };

        string Within(string? typed, string field)
        {
            var clean = CleanText.Lines(typed);
            if (clean.Length > Adaptation.TextLimit)
                state.AddModelError(field, text["TooLong", Adaptation.TextLimit.ToString("N0", CultureInfo.CurrentCulture)]);
            return clean;
        }
    }

    List<OutcomeNumber> ReadNumbers(ModelStateDictionary state, IStringLocalizer text)
    {
        List<OutcomeNumber> numbers = [];
        foreach (var (row, at) in Numbers.Take(OutcomeTelling.MostNumbers).Select((row, at) => (row, at)))
        {
            var what = CleanText.Line(row.What);
            if (what.Length == 0 && string.IsNullOrWhiteSpace(row.Before) && string.IsNullOrWhiteSpace(row.After))
                continue;
            if (what.Length is 0 or > OutcomeNumber.WhatLimit)
                state.AddModelError($"Input.Numbers[{at}].What", text["NumberWhatMissing", OutcomeNumber.WhatLimit]);
            var before = Decimal(row.Before, $"Input.Numbers[{at}].Before");
            var after = Decimal(row.After, $"Input.Numbers[{at}].After");
            if (string.IsNullOrWhiteSpace(row.After))
                state.AddModelError($"Input.Numbers[{at}].After", text["NumberAfterMissing"]);
            numbers.Add(new(what, before, after ?? 0));
        }
        return numbers;

        decimal? Decimal(string? typed, string field)
        {
            if (string.IsNullOrWhiteSpace(typed))
                return null;
            // "12,5" is a comma of the writer's language; thousands are written without a sign.
            if (decimal.TryParse(typed.Trim().Replace(',', '.'), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && Math.Abs(number) < 1_000_000_000_000)
                return number;
            state.AddModelError(field, text["NumberWrong"]);
            return null;
        }
    }
}
