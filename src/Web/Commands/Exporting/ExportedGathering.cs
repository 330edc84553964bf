using HealthDoers.Domain.Gatherings;
using HealthDoers.Domain.Places;
using HealthDoers.Web.Pages.Gatherings.Writing;
using HealthDoers.Web.Places;

namespace HealthDoers.Web.Commands.Exporting;

/// <summary>
/// The line of a gathering, in the fields that import reads. Null is left out. The link is for those who come, and the true
/// place for its hosts: neither is here.
/// </summary>
sealed record ExportedGathering
{
    public required string ExternalId { get; init; }
    public required string? Title { get; init; }
    public string? What { get; init; }
    public string? Language { get; init; }
    public string? Format { get; init; }
    public string? Venue { get; init; }
    public string? Place { get; init; }
    public double? Lat { get; init; }
    public double? Lon { get; init; }
    public Precision? Precision { get; init; }
    public string? Date { get; init; }
    public string? Starts { get; init; }
    public string? Ends { get; init; }
    public string? EndDate { get; init; }
    public string? Zone { get; init; }
    public string? Repeats { get; init; }
    public IReadOnlyList<string> Days { get; init; } = [];
    public string? RepeatEnds { get; init; }
    public string? Times { get; init; }
    public string? Until { get; init; }
    public string? Places { get; init; }
    public IReadOnlyList<string> Spoken { get; init; } = [];
    public IReadOnlyList<string> Access { get; init; } = [];
    public string? AccessNote { get; init; }
    public string? Cost { get; init; }
    public IReadOnlyList<string> Topics { get; init; } = [];
    public string? Hub { get; init; }
    public string? Community { get; init; }
    public string? Room { get; init; }

    public static ExportedGathering Of(Gathering gathering, BelongingSlugs belonging, Atlas atlas)
    {
        var (form, shown) = (GatheringForm.From(gathering), gathering.Place?.Shown);
        var (hub, community, room) = belonging.SlugsOf(gathering);
        return new()
        {
            ExternalId = gathering.ExternalId ?? gathering.Id.ToString(),
            Title = form.Title,
            What = Said(form.What),
            Language = form.Language,
            Format = form.Format,
            Venue = Said(form.Venue),
            Place = shown is { } place ? atlas.Words(place, "en") : null,
            Lat = shown?.Point.Latitude,
            Lon = shown?.Point.Longitude,
            Precision = shown?.Precision,
            Date = form.Date,
            Starts = form.Starts,
            Ends = form.Ends,
            EndDate = Said(form.EndDate),
            Zone = form.Zone,
            Repeats = form.Repeats,
            Days = form.Days,
            RepeatEnds = form.RepeatEnds,
            Times = Said(form.Times),
            Until = Said(form.Until),
            Places = Said(form.Places),
            Spoken = form.Spoken,
            Access = form.Access,
            AccessNote = Said(form.AccessNote),
            Cost = Said(form.Cost),
            Topics = form.Topics,
            Hub = hub,
            Community = community,
            Room = room,
        };
    }

    static string? Said(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
