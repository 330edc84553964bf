using System.Collections.Concurrent;
using HealthDoers.Domain.Stories;
using HealthDoers.Web.Look.Art;

namespace HealthDoers.Web.Pages;

/// <summary>
/// The sun of the home page with one point for each of the 24 communities that set out in 2015. Nothing is said about
/// any of them here, so the points are plain rings.
/// </summary>
static class HomeSunrise
{
    static readonly ConcurrentDictionary<string, string> ByLabel = new();

    public static string Draw(string label) =>
        ByLabel.GetOrAdd(label, said => StoryArt.Sunrise([.. Enumerable.Repeat(EvidenceStanding.Idea, 24)], said));
}
