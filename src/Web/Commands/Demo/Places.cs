using HealthDoers.Domain.Stories;
using HealthDoers.Domain.Words;

namespace HealthDoers.Web.Commands.Demo;

/// <summary>Invented towns, each always at the same invented point.</summary>
static class Places
{
    static readonly string[] Beginnings = ["Marlow", "Cedar", "Two Rivers", "Santa Lidia", "Birch", "Hollow", "North Tamsin", "Puente", "Quarry", "Sable", "Willow", "Iron"];
    static readonly string[] Endings = ["Creek", "Flats", "Crossing", "Heights", "Bend", "Junction"];
    static readonly string[] Groups = ["Health Circle", "Neighbors' Table", "School Alliance", "Walking Club", "Care Network", "Youth Council"];

    static readonly StoryPlace[] All = [.. Beginnings.SelectMany(_ => Endings, (first, last) => $"{first} {last}").Select((name, i) => Town($"{name} (demo)", i))];

    public static StoryPlace Pick(Random chance) => All[chance.Next(All.Length)];

    public static string OrganisationOf(StoryPlace place, Random chance) => place.Name.Replace(" (demo)", $" {chance.Pick(Groups)} (demo)", StringComparison.Ordinal);

    // Spread over the middle of North America by two steps that never fall on one line.
    static StoryPlace Town(string name, int i) =>
        new(name, Slug.From(name, "place"), Math.Round(31 + i * 7.31 % 15, 3), Math.Round(-118 + i * 11.93 % 40, 3));
}
