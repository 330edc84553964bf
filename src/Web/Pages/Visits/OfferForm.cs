using System.ComponentModel.DataAnnotations;
using System.Globalization;
using HealthDoers.Domain.Gatherings;
using HealthDoers.Domain.Visits;
using HealthDoers.Domain.Words;
using HealthDoers.Web.Pages.Mentoring;
using HealthDoers.Web.Pages.Stories.Writing;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using Microsoft.Extensions.Localization;

namespace HealthDoers.Web.Pages.Visits;

/// <summary>An offer to host, as typed.</summary>
[ValidateNever]
public sealed class OfferForm
{
    /// <summary>Slug of the community that hosts.</summary>
    [Required]
    public string? Of { get; set; }

    [Required, StringLength(VisitTerms.TitleLimit)]
    public string? Title { get; set; }

    [Required, StringLength(VisitTerms.SeeLimit)]
    public string? See { get; set; }

    [StringLength(VisitTerms.LineLimit)]
    public string? When { get; set; }

    [Required]
    public string? MostGuests { get; set; } = "4";
    public List<string> Languages { get; set; } = [];
    public List<string> Access { get; set; } = [];

    [StringLength(VisitTerms.LineLimit)]
    public string? AccessNote { get; set; }

    [StringLength(VisitTerms.LineLimit)]
    public string? CostHelp { get; set; }
    public List<string> Topics { get; set; } = [];

    public static OfferForm From(VisitOffer offer) => new()
    {
        Of = offer.Host.Slug,
        Title = offer.Terms.Title,
        See = offer.Terms.See,
        When = offer.Terms.When,
        MostGuests = offer.Terms.MostGuests.ToString(CultureInfo.InvariantCulture),
        Languages = [.. offer.Terms.Languages],
        Access = [.. offer.Terms.Access.Select(a => a.ToString())],
        AccessNote = offer.Terms.AccessNote,
        CostHelp = offer.Terms.CostHelp,
        Topics = [.. offer.Terms.Topics],
    };

    /// <summary>What is wrong goes into <paramref name="faults"/>.</summary>
    public VisitTerms Read(IReadOnlyCollection<string> topics, ModelStateDictionary faults, IStringLocalizer<VisitsText> text)
    {
        var typed = new Typed(faults, text);
        var terms = new VisitTerms
        {
            Title = typed.Line(Title, "Input.Title", VisitTerms.TitleLimit, "GiveTitle"),
            See = typed.Lines(See, "Input.See", VisitTerms.SeeLimit, "GiveSee"),
            When = typed.Line(When, "Input.When", VisitTerms.LineLimit),
            MostGuests = typed.Number(MostGuests, "Input.MostGuests", VisitTerms.MostGuestsLimit),
            Languages = [.. Languages.Where(StoryLanguages.Knows).Distinct()],
            Access = [.. Access.Select(WishForm.Named<AccessKind>).OfType<AccessKind>().Distinct().Order()],
            AccessNote = typed.Line(AccessNote, "Input.AccessNote", VisitTerms.LineLimit),
            CostHelp = typed.Line(CostHelp, "Input.CostHelp", VisitTerms.LineLimit),
            Topics = [.. Topics.Where(topics.Contains).Distinct()],
        };
        if (terms.Languages.Count == 0)
            faults.AddModelError("Input.Languages", text["ChooseLanguage"]);
        if (terms.Topics.Count > VisitTerms.MostTopics)
            faults.AddModelError("Input.Topics", text["TooManyTopics", VisitTerms.MostTopics]);
        return terms;
    }
}

/// <summary>Reads what was typed into the forms of visits and names what is wrong beside each field.</summary>
readonly struct Typed(ModelStateDictionary faults, IStringLocalizer<VisitsText> text)
{
    public string Line(string? typed, string field, int limit, string? missing = null) => Within(CleanText.Line(typed), field, limit, missing);

    public string Lines(string? typed, string field, int limit, string? missing = null) => Within(CleanText.Lines(typed), field, limit, missing);

    public int Number(string? typed, string field, int most)
    {
        if (int.TryParse(typed?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= most)
            return number;
        faults.AddModelError(field, text["NumberWrong", most]);
        return 1;
    }

    string Within(string words, string field, int limit, string? missing)
    {
        if (words.Length == 0 && missing is not null)
            faults.AddModelError(field, text[missing]);
        if (words.Length > limit)
            faults.AddModelError(field, text["TooLong", limit.ToString("N0", CultureInfo.CurrentCulture)]);
        return words;
    }
}
