using HealthDoers.Domain.Hubs;
using HealthDoers.Tests.Web.Data;
using HealthDoers.Web.Data.Starter;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Tests.Web.Starter;

public sealed class StarterHubsTests(PostgreSqlServer server)
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, InlineData("Sqlite"), InlineData("PostgreSql")]
    public async Task Two_nodes_that_start_at_once_found_each_hub_once(string provider)
    {
        await using var database = await Db.OnAsync(provider, server);

        await Task.WhenAll(PutInAsync(database), PutInAsync(database));
        await PutInAsync(database);

        await using var db = database.CreateDbContext();
        var hubs = await db.Hubs.ToListAsync(Stop);
        Assert.Equal((15, 5), (hubs.Count(h => h.Kind == HubKind.Topical), hubs.Count(h => h.Kind == HubKind.Geographic)));
        Assert.Equal(hubs.Select(h => h.Slug).Order(), (await db.HubSlugs.Select(s => s.Slug).ToListAsync(Stop)).Order());
    }

    [Fact]
    public async Task Topical_hubs_steward_known_topics_and_geographic_hubs_know_their_places()
    {
        await using var database = await Db.SqliteAsync();
        await using var db = database.CreateDbContext();
        await new StarterContent(db, database.Clock).PutInOnceAsync(Stop);
        await PutInAsync(database);

        var topics = await db.Topics.Select(t => t.Slug).ToListAsync(Stop);
        Assert.All(await db.Hubs.ToListAsync(Stop), hub =>
        {
            Assert.All(hub.Words.Values, words => Assert.True(words is { Name.Length: > 0, Purpose.Length: > 0, Priorities.Count: > 0 }));
            Assert.Equal(["en", "es"], hub.Words.Keys.Order());
            Assert.All(hub.Scope.Topics, topic => Assert.Contains(topic, topics));
            Assert.Equal(hub.Kind == HubKind.Topical ? (1, 0) : (0, hub.Scope.Regions.Count), (hub.Scope.Topics.Count, hub.Scope.Regions.Count));
        });
    }

    static async Task PutInAsync(Db database)
    {
        await using var db = database.CreateDbContext();
        await new StarterHubs(db, database.Clock).PutInOnceAsync(Stop);
    }
}
