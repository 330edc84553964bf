using System.Globalization;
using HealthDoers.Domain.Stories;
using HealthDoers.Web.Look.Art;

namespace HealthDoers.Web.Pages.Stories;

/// <summary>Where a story's number matters it is drawn: 47 jobs are 47 seedlings in its field.</summary>
static class StorySeedlings
{
    public const string Artwork = "furrows";

    public static int? Seedlings(this StoryContent content) => content.Artwork != Artwork ? null : content.Numbers
        .Select(n => int.TryParse(n.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? (int?)count : null)
        .FirstOrDefault(count => count is > 0 and <= StoryArt.MostCounted);
}
