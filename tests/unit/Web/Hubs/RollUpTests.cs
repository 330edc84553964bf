using HealthDoers.Domain.Hubs;
using HealthDoers.Domain.Stories;
using HealthDoers.Tests.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Tests.Web.Hubs;

/// <summary>What stands in several hubs at once is counted once, on both databases.</summary>
public sealed class RollUpTests(PostgreSqlServer server)
{
    static readonly string[] Topics = ["a", "b", "c"];
    static readonly string?[] Places = [null, "Duluth, Minnesota", "minnesota", "Glasgow, Scotland", "Charleston, West Virginia", "Richmond, Virginia"];
    static readonly string[] Regions = ["minnesota", "scotland", "virginia"];

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, InlineData("Sqlite", 1), InlineData("Sqlite", 2), InlineData("PostgreSql", 3)]
    public async Task Stories_and_members_of_several_hubs_are_counted_once(string provider, int seed)
    {
        var chance = new Random(seed);
        await using var database = await Db.OnAsync(provider, server);
        await using var db = database.CreateDbContext();
        var author = Tests.Domain.People.Ana();
        var people = Enumerable.Range(0, 8).Select(i => new HealthDoers.Domain.Members.Member($"person_{i}", $"Person {i}", Tests.Domain.People.Monday)).ToList();
        var hubs = Enumerable.Range(0, 5).Select(i => new Hub(HubKind.Topical, $"hub-{i}", new() { ["en"] = new($"Hub {i}", "", []) },
            new(Some(chance, Topics), Some(chance, Regions)), Tests.Domain.People.Monday)).ToList();
        var stories = Enumerable.Range(0, 30).Select(i => new Story(author, new()
        {
            Words = new() { Title = $"Story {i}" },
            Topics = Some(chance, Topics),
            Place = Places[chance.Next(Places.Length)] is { } place ? new(place, "place") : null,
        }, $"story-{i}", Tests.Domain.People.Monday)).ToList();
        var shares = (from hub in hubs from story in stories where chance.Next(6) == 0 select Share(hub, story, chance)).ToList();
        var memberships = (from hub in hubs from person in people where chance.Next(2) == 0 select new HubMembership(hub, person, [], Tests.Domain.People.Monday)).ToList();
        db.AddRange([author, .. people, .. hubs, .. stories, .. shares.Select(s => s.Share), .. memberships]);
        db.AddRange(shares.Select(s => s.Decision).OfType<HubDecision>());
        await db.SaveChangesAsync(Stop);

        for (var tries = 0; tries < 12; tries++)
        {
            var asked = hubs.Where(_ => chance.Next(2) == 0).ToList();
            var expected = stories.Where(s => asked.Any(h => Has(h, s, shares.Select(x => x.Share)))).Select(s => s.Slug).Order();
            Assert.Equal(expected, (await db.Stories.Public().InHubs(asked, db.HubShares).Select(s => s.Slug).ToListAsync(Stop)).Order());
            var ids = asked.Select(h => h.Id).ToList();
            Assert.Equal(memberships.Where(m => ids.Contains(m.HubId)).Select(m => m.MemberId).Distinct().Count(),
                await db.HubMemberships.Joined().Where(m => ids.Contains(m.HubId)).Select(m => m.MemberId).Distinct().CountAsync(Stop));
        }
    }

    static List<string> Some(Random chance, string[] from) => [.. from.Where(_ => chance.Next(3) == 0)];

    static (HubShare Share, HubDecision? Decision) Share(Hub hub, Story story, Random chance)
    {
        var share = HubShare.Standing(story, hub, Tests.Domain.People.Monday);
        return (share, chance.Next(2) == 0 ? null : HubDecision.TakeOut(share, hub, Tests.Domain.People.Editor(), new(Guid.NewGuid(), 1), "Elsewhere.", Tests.Domain.People.Monday));
    }

    static bool Has(Hub hub, Story story, IEnumerable<HubShare> shares) => shares.SingleOrDefault(s => s.HubId == hub.Id && s.StoryId == story.Id) is { } share
        ? share.State == ShareState.Shown
        : hub.Scope.Topics.Intersect(story.Content.Topics).Any() || hub.Scope.Covers(story.PlaceName);
}
