using System.ComponentModel.DataAnnotations;
using System.Globalization;
using HealthDoers.Domain.Hubs;
using HealthDoers.Domain.Words;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using Microsoft.Extensions.Localization;

namespace HealthDoers.Web.Pages.Hubs;

/// <summary>The text and rules of a hub as its stewards edit them, in one language. Lists are typed one a line.</summary>
public sealed class HubForm
{
    [ValidateNever, Required, MaxLength(Hub.NameLimit)]
    public string? Name { get; set; }

    [ValidateNever, Required, MaxLength(Hub.PurposeLimit)]
    public string? Purpose { get; set; }

    [ValidateNever]
    public string? Priorities { get; set; }

    [ValidateNever]
    public string? Questions { get; set; }

    [ValidateNever]
    public string? Regions { get; set; }

    public bool ApprovesJoins { get; set; }
    public bool ReviewsFirstShares { get; set; }

    public HubWords Words => new(CleanText.Line(Name), CleanText.Lines(Purpose), Lines(Priorities)) { Questions = Lines(Questions) };
    public HubRules Rules => new(ApprovesJoins, ReviewsFirstShares);

    /// <summary>As they are compared: lower case, one space after each comma.</summary>
    public List<string> Places => [.. Lines(Regions).Select(HubScope.Spelled).Where(r => r.Length > 0).Distinct()];

    public static HubForm Of(Hub hub, string language)
    {
        var words = hub.In(language);
        return new()
        {
            Name = words.Name,
            Purpose = words.Purpose,
            Priorities = string.Join('\n', words.Priorities),
            Questions = string.Join('\n', words.Questions),
            Regions = string.Join('\n', hub.Scope.Regions),
            ApprovesJoins = hub.Rules.ApprovesJoins,
            ReviewsFirstShares = hub.Rules.ReviewsFirstShares,
        };
    }

    public void Check(ModelStateDictionary faults, IStringLocalizer<HubsText> text)
    {
        var words = Words;
        if (words.Name.Length == 0)
            faults.AddModelError("Input.Name", text["GiveName"]);
        if (words.Purpose.Length == 0)
            faults.AddModelError("Input.Purpose", text["GivePurpose"]);
        Fits("Input.Name", words.Name, Hub.NameLimit);
        Fits("Input.Purpose", words.Purpose, Hub.PurposeLimit);
        CheckLines(faults, text, "Input.Priorities", words.Priorities, Hub.MostPriorities, Hub.LineLimit);
        CheckLines(faults, text, "Input.Questions", words.Questions, Hub.MostQuestions, Hub.LineLimit);
        CheckLines(faults, text, "Input.Regions", Lines(Regions), HubScope.MostRegions, HubScope.RegionLimit);

        void Fits(string field, string words, int limit)
        {
            if (words.Length > limit)
                faults.AddModelError(field, text["TooLong", limit.ToString("N0", CultureInfo.CurrentCulture)]);
        }
    }

    public static List<string> Lines(string? text) => [.. CleanText.Lines(text).Split('\n').Select(CleanText.Line).Where(line => line.Length > 0)];

    public static void CheckLines(ModelStateDictionary faults, IStringLocalizer<HubsText> text, string field, List<string> lines, int most, int limit)
    {
        if (lines.Count > most)
            faults.AddModelError(field, text["TooManyLines", most]);
        else if (lines.Any(line => line.Length > limit))
            faults.AddModelError(field, text["LineTooLong", limit]);
    }
}
