using System.Globalization;
using HealthDoers.Domain.Communities;
using HealthDoers.Web.Pages.Stories.Writing;

namespace HealthDoers.Web.Pages.Communities.Writing;

/// <summary>A profile as a list of texts, so that two versions can be laid beside each other.</summary>
static class ListingParts
{
    public static IReadOnlyList<ChangedPart> Changes(ListingContent before, ListingContent after)
    {
        var languages = before.Words.Keys.Union(after.Words.Keys).Order(StringComparer.Ordinal).ToList();
        return [.. Of(before, languages).Zip(Of(after, languages), (b, a) => new ChangedPart(b.Label, b.Text, a.Text)).Where(p => p.Before != p.After)];
    }

    static IEnumerable<(string Label, string Text)> Of(ListingContent content, List<string> languages) =>
    [
        .. languages.Select(language => content.Words.GetValueOrDefault(language) ?? new()).SelectMany(words => new[]
        {
            ("Name", words.Name), ("Summary", words.Summary), ("Aims", words.Aims), ("Assets", words.Assets), ("Brings", words.Brings), ("Needs", words.Needs),
        }),
        ("Place", content.Place?.Name ?? ""),
        ("PlaceType", content.PlaceType == PlaceType.Unsaid ? "" : content.PlaceType.ToString()),
        ("Size", content.Size == CommunitySize.Unsaid ? "" : content.Size.ToString()),
        ("Sectors", string.Join(", ", content.Sectors)),
        ("Topics", string.Join(", ", content.Topics)),
        ("When", string.Create(CultureInfo.InvariantCulture, $"{content.FromYear}–{content.ToYear}").Trim('–')),
        ("Website", content.Url),
        ("Visits", content.WelcomesVisits ? "✓" : ""),
        .. Tripod.Legs.Select(leg => ("Leg" + leg, content.Leg(leg) is { People: > 0 } count ? string.Create(CultureInfo.InvariantCulture, $"{count.People} {count.Roles}").Trim() : "")),
    ];
}
