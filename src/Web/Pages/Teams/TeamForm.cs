using System.ComponentModel.DataAnnotations;
using System.Globalization;
using HealthDoers.Domain.Teams;
using HealthDoers.Domain.Words;
using HealthDoers.Web.Look;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace HealthDoers.Web.Pages.Teams;

/// <summary>What a team is called, what its communities have in common, and whether a coach works with it.</summary>
public sealed class TeamForm
{
    [ValidateNever, Required, MaxLength(TeamWords.NameLimit)]
    public string? Name { get; set; }

    [ValidateNever, Required]
    public string? Bond { get; set; }

    [ValidateNever, Required, MaxLength(TeamWords.SharesLimit)]
    public string? Shares { get; set; }

    [ValidateNever, Required]
    public string? Support { get; set; }

    public TeamSupport? With => Read<TeamSupport>(Support);

    public TeamWords WordsIn(string language) => new(CleanText.Line(Name), Read<TeamBond>(Bond) ?? default, CleanText.Line(Shares), language);

    public static TeamForm Of(PeerTeam team) => new()
    {
        Name = team.Words.Name,
        Bond = team.Words.Bond.ToString(),
        Shares = team.Words.Shares,
        Support = team.Support.ToString(),
    };

    public static IEnumerable<SelectListItem> Bonds(IStringLocalizer<TeamsText> text) => Choices<TeamBond>(text, "Bond");

    public static IEnumerable<SelectListItem> Supports(IStringLocalizer<TeamsText> text) => Choices<TeamSupport>(text, "SupportSays");

    public static IEnumerable<SelectListItem> Parts(IStringLocalizer<TeamsText> text) => Choices<TeamPart>(text, "Part");

    /// <summary>Null for a word that is not one of them.</summary>
    public static T? Read<T>(string? word) where T : struct, Enum => Enum.TryParse<T>(word, out var read) && Enum.IsDefined(read) ? read : null;

    public void Check(ModelStateDictionary faults, IStringLocalizer<TeamsText> text)
    {
        var words = WordsIn(PageFrame.Language);
        Needs("Input.Name", words.Name, TeamWords.NameLimit, "GiveName");
        Needs("Input.Shares", words.Shares, TeamWords.SharesLimit, "SayWhatTheyShare");
        if (Read<TeamBond>(Bond) is null)
            faults.AddModelError("Input.Bond", text["ChooseBond"]);
        if (With is null)
            faults.AddModelError("Input.Support", text["ChooseSupport"]);

        void Needs(string field, string said, int limit, string missing)
        {
            if (said.Length == 0)
                faults.AddModelError(field, text[missing]);
            else if (said.Length > limit)
                faults.AddModelError(field, text["TooLong", limit.ToString("N0", CultureInfo.CurrentCulture)]);
        }
    }

    static IEnumerable<SelectListItem> Choices<T>(IStringLocalizer<TeamsText> text, string key) where T : struct, Enum =>
        Enum.GetValues<T>().Select(one => new SelectListItem(text[$"{key}{one}"], one.ToString()));
}
