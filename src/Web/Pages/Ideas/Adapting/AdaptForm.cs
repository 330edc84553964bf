using System.ComponentModel.DataAnnotations;
using System.Globalization;
using HealthDoers.Domain.Ideas;
using HealthDoers.Domain.Words;
using HealthDoers.Web.Look;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using Microsoft.Extensions.Localization;

namespace HealthDoers.Web.Pages.Ideas.Adapting;

[ValidateNever]
public sealed class AdaptForm
{
    [Required, StringLength(Adaptation.WhoLimit)]
    public string? Who { get; set; }

    [StringLength(Adaptation.PlaceLimit)]
    public string? Place { get; set; }

    /// <summary>The id of the adaptation they learned from; empty when they have it from the idea itself.</summary>
    public string? From { get; set; }

    /// <summary>Slug of a profile that they look after or are on the team of.</summary>
    public string? Of { get; set; }

    [Required, StringLength(Adaptation.TextLimit)]
    public string? WhatWeChange { get; set; }

    [Required, StringLength(Adaptation.TextLimit)]
    public string? Prediction { get; set; }

    public static AdaptForm Telling(Adaptation adaptation) => new()
    {
        Who = adaptation.Plan.Who,
        Place = adaptation.Plan.Place?.Name,
        From = adaptation.FromId?.ToString(),
        WhatWeChange = adaptation.Plan.WhatWeChange,
        Prediction = adaptation.Plan.Prediction,
    };

    /// <summary>The plan, with what is wrong beside the fields.</summary>
    /// <param name="before">What an edit began with.</param>
    internal AdaptationPlan Read(AdaptationPlan? before, ModelStateDictionary state, IStringLocalizer text)
    {
        string Within(string clean, string field, int limit, string? missing)
        {
            if (clean.Length == 0 && missing is not null)
                state.AddModelError(field, text[missing]);
            if (clean.Length > limit)
                state.AddModelError(field, text["TooLong", limit.ToString("N0", CultureInfo.CurrentCulture)]);
            return clean;
        }

        var place = Within(CleanText.Line(Place), "Input.Place", Adaptation.PlaceLimit, null);
        return (before ?? new() { Language = PageFrame.Language }) with
        {
            Who = Within(CleanText.Line(Who), "Input.Who", Adaptation.WhoLimit, "WhoMissing"),
            Place = place.Length == 0 ? null : before?.Place is { } there && there.Name == place ? there : new(place, Slug.From(place, "place")),
            WhatWeChange = Within(CleanText.Lines(WhatWeChange), "Input.WhatWeChange", Adaptation.TextLimit, "WhatWeChangeMissing"),
            Prediction = Within(CleanText.Lines(Prediction), "Input.Prediction", Adaptation.TextLimit, "PredictionMissing"),
        };
    }
}
