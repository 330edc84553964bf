using HealthDoers.Domain.Members;
using HealthDoers.Domain.Stories;
using HealthDoers.Tests.Web.Data;
using HealthDoers.Web.Commands;
using HealthDoers.Web.Commands.Demo;
using Microsoft.EntityFrameworkCore;
using DomainPeople = HealthDoers.Tests.Domain.People;

namespace HealthDoers.Tests.Web.Commands;

public sealed class DemoTests(PostgreSqlServer server)
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Sqlite")]
    [InlineData("PostgreSql")]
    public async Task It_is_lively_and_marked_and_goes_away_again_whole(string provider)
    {
        await using var db = await Db.OnAsync(provider, server);
        await using (var context = db.CreateDbContext())
        {
            var ana = DomainPeople.Ana();
            context.AddRange(ana, new HandleClaim(ana.Handle), DomainPeople.GardenBy(ana));
            await context.SaveChangesAsync(Stop);
        }

        var made = await MakeAsync(db, members: 20, stories: 250);

        await using (var look = db.CreateDbContext())
        {
            Assert.Equal(250, await look.Stories.CountAsync(s => s.Origin == Origin.Demo, Stop));
            Assert.All(await look.Members.Where(m => m.Origin == Origin.Demo).ToListAsync(Stop), m =>
            {
                Assert.StartsWith("demo_", m.Handle, StringComparison.Ordinal);
                Assert.EndsWith("(demo)", m.Name, StringComparison.Ordinal);
            });
            var newest = await look.Stories.Newest().FirstAsync(Stop);
            Assert.Equal((made.TalkedAbout, "demo-story-with-50-comments"), (newest.Slug, newest.Slug));
            Assert.Equal(50, await look.Comments.CountAsync(c => c.StoryId == newest.Id, Stop));
            Assert.Equal(4, await look.Stories.Where(s => s.Origin == Origin.Demo).Select(s => s.Standing).Distinct().CountAsync(Stop));
            Assert.Equal(4, await look.Stories.Where(s => s.Origin == Origin.Demo).Select(s => s.Kind).Distinct().CountAsync(Stop));
        }

        using var progress = new Progress("stories");
        Assert.Equal("removed 20 members, 250 stories", await new DemoRemoval(db, db.Clock, progress).RemoveAsync(Stop));

        await using var after = db.CreateDbContext();
        Assert.Equal("ana_flores", (await after.Members.SingleAsync(Stop)).Handle);
        Assert.Single(await after.Stories.ToListAsync(Stop));
        Assert.Single(await after.HandleClaims.ToListAsync(Stop));
        Assert.Equal((0, 0, 0), (await after.Comments.CountAsync(Stop), await after.StoryResponses.CountAsync(Stop), await after.StorySlugs.CountAsync(Stop)));
    }

    [Fact]
    public async Task The_same_seed_tells_the_same_stories_and_a_second_demo_adds_to_the_first()
    {
        await using var one = await Db.SqliteAsync();
        await using var two = await Db.SqliteAsync();
        await MakeAsync(one, 5, 10);
        await MakeAsync(two, 5, 10);

        Assert.Equal(await TitlesAsync(one), await TitlesAsync(two));

        await MakeAsync(one, 5, 10);
        Assert.Equal(20, (await TitlesAsync(one)).Count);
    }

    static async Task<DemoTally> MakeAsync(Db db, int members, int stories)
    {
        using var progress = new Progress("stories");
        return await new DemoMaking(db, db.Clock, seed: 1, progress).MakeAsync(members, stories, Stop);
    }

    static async Task<List<string>> TitlesAsync(Db db)
    {
        await using var look = db.CreateDbContext();
        return await look.Stories.Newest().Select(s => s.Title).ToListAsync(Stop);
    }
}
