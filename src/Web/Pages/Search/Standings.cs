using System.Text.Json;
using HealthDoers.Domain.Stories;

namespace HealthDoers.Web.Pages.Search;

/// <summary>Evidence standing from the word of addresses and programs: <c>brightSpot</c>.</summary>
static class Standings
{
    public static EvidenceStanding? Of(string? word) => word switch
    {
        "idea" => EvidenceStanding.Idea,
        "tested" => EvidenceStanding.Tested,
        "emerging" => EvidenceStanding.Emerging,
        "brightSpot" => EvidenceStanding.BrightSpot,
        _ => null,
    };

    public static string WordOf(EvidenceStanding standing) => JsonNamingPolicy.CamelCase.ConvertName(standing.ToString());
}
