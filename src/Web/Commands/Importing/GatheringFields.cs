using HealthDoers.Domain.Gatherings;
using HealthDoers.Domain.Words;
using HealthDoers.Web.Pages.Gatherings.Writing;

namespace HealthDoers.Web.Commands.Importing;

/// <summary>
/// One gathering in a file: externalId, the fields of the form by which people announce one, where it is as for the map,
/// and the slugs of its hub, community and room. What a line does not speak of stays as it is.
/// </summary>
sealed class GatheringFields(Fields line)
{
    public Fields Line { get; } = line;

    /// <exception cref="BadLineException">It has none, or it is too long.</exception>
    public string ExternalId { get; } = CleanText.Line(line.Text("externalId")) is { Length: > 0 and <= ContentFields<GatheringContent>.ExternalIdLimit } id
        ? id
        : throw new BadLineException("has no externalId, by which a later import would know it again");

    public GatheringForm Over(GatheringForm there) => new()
    {
        Title = Text("title", there.Title),
        What = Text("what", there.What),
        Language = Text("language", there.Language),
        Format = Text("format", there.Format),
        Venue = Text("venue", there.Venue),
        Link = Text("link", there.Link),
        Date = Text("date", there.Date),
        Starts = Text("starts", there.Starts),
        Ends = Text("ends", there.Ends),
        EndDate = Text("endDate", there.EndDate),
        Zone = Text("zone", there.Zone),
        Repeats = Text("repeats", there.Repeats),
        Days = List("days", there.Days),
        RepeatEnds = Text("repeatEnds", there.RepeatEnds),
        Times = Text("times", there.Times),
        Until = Text("until", there.Until),
        Places = Text("places", there.Places),
        Spoken = List("spoken", there.Spoken),
        Access = List("access", there.Access),
        AccessNote = Text("accessNote", there.AccessNote),
        Cost = Text("cost", there.Cost),
        Topics = List("topics", there.Topics),
        Hub = Text("hub", there.Hub),
        Of = Text("community", there.Of),
        Room = Text("room", there.Room),
        Where = new() { Search = Line.Text("place") ?? "" },
    };

    string? Text(string name, string? there) => Line.Text(name) ?? there;

    List<string> List(string name, List<string> there) => Line.List(name) is { } given ? [.. given] : there;
}
