using HealthDoers.Domain.Communities;
using HealthDoers.Domain.Members;

namespace HealthDoers.Tests.Domain.Communities;

/// <summary>Profiles for tests.</summary>
static class Profiles
{
    public static ListingContent Garden(string name = "The Garden Circle") => new()
    {
        Words = new() { ["en"] = new() { Name = name, Summary = "Neighbors who grow food." } },
        Place = new("Maywood, Illinois"),
        Sectors = [Sector.Community],
        Topics = ["food-access"],
    };

    public static Listing Unclaimed(ListingKind kind = ListingKind.Community) => Listing.Published(kind, Garden(), "the-garden-circle", People.Monday);

    public static Listing FoundedBy(Member founder) => Listing.Founded(ListingKind.Community, Garden(), "the-garden-circle", founder, People.Monday);

    public static Listing Initiative(string slug) => Listing.Published(ListingKind.Initiative, Garden(slug), slug, People.Monday);
}
