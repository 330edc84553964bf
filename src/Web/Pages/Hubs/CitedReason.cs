using System.ComponentModel.DataAnnotations;
using System.Globalization;
using HealthDoers.Domain.Hubs;
using HealthDoers.Domain.Words;
using HealthDoers.Web.Look;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace HealthDoers.Web.Pages.Hubs;

/// <summary>What a steward gives with every removal: the sentence of the agreement, and why in their words.</summary>
public class CitedReason
{
    /// <summary>Counted from 1.</summary>
    [ValidateNever, Required]
    public string? Point { get; set; }

    [ValidateNever, Required, MaxLength(HubDecision.ReasonLimit)]
    public string? Reason { get; set; }

    public string CleanReason => CleanText.Lines(Reason);

    public static IEnumerable<SelectListItem> PointsOf(HubAgreement? agreement) =>
        (agreement?.In(PageFrame.Language) ?? []).Select((point, i) => new SelectListItem(point, (i + 1).ToString(CultureInfo.InvariantCulture)));

    /// <summary>Null, with what is wrong in the model state, when something is missing.</summary>
    public Citing? Read(HubAgreement? agreement, ModelStateDictionary faults, IStringLocalizer<HubsText> text)
    {
        if (CleanReason.Length == 0)
            faults.AddModelError("Input.Reason", text["SayWhy"]);
        else if (CleanReason.Length > HubDecision.ReasonLimit)
            faults.AddModelError("Input.Reason", text["TooLong", HubDecision.ReasonLimit.ToString("N0", CultureInfo.CurrentCulture)]);
        var known = agreement?.In(PageFrame.Language).Count ?? 0;
        if (!int.TryParse(Point, NumberStyles.None, CultureInfo.InvariantCulture, out var point) || point < 1 || point > known)
            faults.AddModelError("Input.Point", text["ChoosePoint"]);
        return faults.IsValid ? new(agreement!.Id, point) : null;
    }
}
