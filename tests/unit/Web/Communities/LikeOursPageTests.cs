using HealthDoers.Domain.Communities;
using HealthDoers.Domain.Ideas;
using HealthDoers.Domain.Members;
using HealthDoers.Tests.Web.Rooms;

namespace HealthDoers.Tests.Web.Communities;

public class LikeOursPageTests(WebApp app) : IClassFixture<WebApp>
{
    [Fact]
    public async Task A_profile_names_communities_like_it_with_the_reason_and_what_they_tried()
    {
        var ana = await app.PersonAsync("ana");
        var (ours, theirs, idea) = (await FoundAsync(ana.Member, "Hill"), await FoundAsync(ana.Member, "Valley"), $"idea-{Guid.NewGuid():N}");
        await app.InDbAsync(async db =>
        {
            db.Attach(ana.Member);
            var bus = new Idea(ana.Member, new() { Words = new() { Title = "A walking school bus", Summary = "Children walk together." }, Topics = ["school-health"] }, idea, DateTimeOffset.UtcNow);
            db.Ideas.Add(bus);
            db.Add(new IdeaSlug(idea, bus.Id));
            var tried = new Adaptation(bus, null, ana.Member, new() { Who = "Valley" }, DateTimeOffset.UtcNow);
            tried.IsTriedBy(await db.Listings.FindAsync(theirs), ana.Member);
            db.Add(tried);
            return await db.SaveChangesAsync();
        });
        var slug = await app.InDbAsync(async db => (await db.Listings.FindAsync(ours))!.Slug);
        using var browser = app.Browser();
        await Eventually.UntilAsync(async () => (await browser.OpenAsync($"/communities/{slug}?{Guid.NewGuid():N}")).Body.Contains("A walking school bus", StringComparison.Ordinal));

        var page = await browser.OpenAsync($"/communities/{slug}");
        var row = page.Page.QuerySelectorAll("#like + .rows .row").Single(r => r.TextContent.Contains("Valley", StringComparison.Ordinal));
        Assert.Contains("also rural", row.TextContent, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Something they tried that this community has not", page.Body, StringComparison.Ordinal);
        Assert.Contains("Tried by Valley", page.Body, StringComparison.Ordinal);
    }

    Task<Guid> FoundAsync(Member by, string name) => app.InDbAsync(async db =>
    {
        var content = new ListingContent
        {
            Words = new() { ["en"] = new() { Name = name, Summary = "People who walk." } },
            PlaceType = PlaceType.Countryside,
            Size = CommunitySize.UpTo10Thousand,
            Topics = ["school-health", "physical-activity"],
            Sectors = [Sector.Education],
        };
        var listing = Listing.Founded(ListingKind.Community, content, $"{name.ToLowerInvariant()}-{Guid.NewGuid():N}", by, DateTimeOffset.UtcNow);
        db.Listings.Add(listing);
        db.ListingSlugs.Add(new(listing.Slug, listing.Id));
        await db.SaveChangesAsync();
        return listing.Id;
    });
}
