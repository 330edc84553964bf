using System.ComponentModel.DataAnnotations;
using System.Globalization;
using HealthDoers.Domain.Rooms;
using HealthDoers.Domain.Words;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace HealthDoers.Web.Pages.Rooms;

/// <summary>What a room is called, who it is for and what its people agree to. The agreement is typed one point a line.</summary>
public sealed class RoomForm
{
    [ValidateNever, Required, MaxLength(Room.NameLimit)]
    public string? Name { get; set; }

    [ValidateNever, Required, MaxLength(Room.PurposeLimit)]
    public string? Purpose { get; set; }

    [ValidateNever, Required]
    public string? Audience { get; set; }

    [ValidateNever]
    public string? Agreement { get; set; }

    public RoomWords Words => new(CleanText.Line(Name), CleanText.Lines(Purpose));

    public List<string> Points => [.. CleanText.Lines(Agreement).Split('\n').Select(CleanText.Line).Where(line => line.Length > 0)];

    /// <summary>Null for a kind that there is not.</summary>
    public RoomAudience? For => Enum.TryParse<RoomAudience>(Audience, out var audience) && Enum.IsDefined(audience) ? audience : null;

    public static IEnumerable<SelectListItem> Kinds(IStringLocalizer<RoomsText> text) =>
        Enum.GetValues<RoomAudience>().Select(kind => new SelectListItem(text[$"For{kind}"], kind.ToString()));

    public void Check(ModelStateDictionary faults, IStringLocalizer<RoomsText> text)
    {
        var words = Words;
        Needs("Input.Name", words.Name, Room.NameLimit, "GiveName");
        Needs("Input.Purpose", words.Purpose, Room.PurposeLimit, "GivePurpose");
        if (For is null)
            faults.AddModelError("Input.Audience", text["ChooseKind"]);
        if (Points.Count > RoomAgreement.MostPoints)
            faults.AddModelError("Input.Agreement", text["TooManyPoints", RoomAgreement.MostPoints]);
        else if (Points.Any(point => point.Length > RoomAgreement.PointLimit))
            faults.AddModelError("Input.Agreement", text["PointTooLong", RoomAgreement.PointLimit]);

        void Needs(string field, string words, int limit, string missing)
        {
            if (words.Length == 0)
                faults.AddModelError(field, text[missing]);
            else if (words.Length > limit)
                faults.AddModelError(field, text["TooLong", limit.ToString("N0", CultureInfo.CurrentCulture)]);
        }
    }
}
