using System.Text.Json;
using System.Text.Json.Nodes;
using HealthDoers.Domain.Gatherings;

namespace HealthDoers.Web.Pages.Gatherings;

/// <summary>What a search engine reads of a gathering (schema.org/Event): nothing that the page does not say to everybody.</summary>
static class EventJson
{
    public static string Of(Gathering gathering, Occurrence time, string? place, string plain, Uri site)
    {
        var content = gathering.Content;
        var page = new Uri(site, GatheringAddress.Of(gathering.Slug, time.On)).AbsoluteUri;
        var places = new JsonArray();
        if (content.IsInPerson)
            places.Add(new JsonObject { ["@type"] = "Place", ["name"] = content.Venue.Length > 0 ? content.Venue : place, ["address"] = place });
        if (content.IsOnline)
            places.Add(new JsonObject { ["@type"] = "VirtualLocation", ["url"] = page });
        return new JsonObject
        {
            ["@context"] = "https://schema.org",
            ["@type"] = "Event",
            ["name"] = content.Title,
            ["description"] = plain,
            ["inLanguage"] = content.Language,
            ["url"] = page,
            ["startDate"] = time.StartsAt.UtcDateTime.ToString("O"),
            ["endDate"] = time.EndsAt.UtcDateTime.ToString("O"),
            ["eventStatus"] = "https://schema.org/" + (gathering.Cancellation ?? time.Cancellation) switch { not null => "EventCancelled", _ => time.IsMoved ? "EventRescheduled" : "EventScheduled" },
            ["eventAttendanceMode"] = "https://schema.org/" + content.Format switch
            {
                GatheringFormat.Online => "OnlineEventAttendanceMode",
                GatheringFormat.Both => "MixedEventAttendanceMode",
                _ => "OfflineEventAttendanceMode",
            },
            ["location"] = places,
            ["isAccessibleForFree"] = content.Cost.Length == 0,
            ["maximumAttendeeCapacity"] = content.Places,
            // The default encoder escapes what could end a script.
        }.ToJsonString(JsonSerializerOptions.Default);
    }
}
