using HealthDoers.Domain.Ideas;
using HealthDoers.Domain.Members;
using HealthDoers.Domain.Rooms;
using HealthDoers.Domain.Stories;
using HealthDoers.Domain.Topics;
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
            var room = new Room("welcome", new() { ["en"] = new("Welcome", "To say hello.") }, DomainPeople.Monday);
            context.AddRange(ana, new HandleClaim(ana.Handle), DomainPeople.GardenBy(ana), room);
            context.Add(room.Post(ana, new(Guid.CreateVersion7(), "Hello"), DomainPeople.Monday));
            await context.SaveChangesAsync(Stop);
        }

        var made = await MakeAsync(db, members: 20, stories: 250, ideas: 40, messages: 300);

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

            Assert.Equal(40, await look.Ideas.CountAsync(i => i.Origin == Origin.Demo && i.Labels.Any(l => l.Kind == IdeaLabelKind.Source), Stop));
            Assert.Equal(made.Adaptations, await look.Ideas.SumAsync(i => i.AdaptedCount, Stop));
            Assert.Equal(Enum.GetValues<Result>(), await look.Set<Outcome>().Select(o => o.Result).Distinct().OrderBy(r => r).ToListAsync(Stop));
            Assert.True(await look.Adaptations.AnyAsync(a => a.FromId != null, Stop));

            var said = await look.Messages.Include(m => m.Reactions).Include(m => m.Author).OrderBy(m => m.Seq).ToListAsync(Stop);
            Assert.Equal(Enumerable.Range(1, 301), said.Select(m => (int)m.Seq));
            Assert.Equal(said.Select(m => m.CreatedAt).Order(), said.Select(m => m.CreatedAt));
            Assert.True(said.Select(m => m.CreatedAt.Date).Distinct().Count() > 20);
            Assert.All(said[1..], m => Assert.Equal(Origin.Demo, m.Author.Origin));
            Assert.All(new[] { said.Exists(m => m.ReplyToSeq > 0), said.Exists(m => m.Topic.Length > 0), said.Exists(m => m.Reactions.Count > 0) }, Assert.True);
        }

        using var progress = new Progress("stories");
        Assert.Equal("removed 20 members, 250 stories, 40 ideas, 300 messages", await new DemoRemoval(db, db.Clock, progress).RemoveAsync(Stop));

        await using var after = db.CreateDbContext();
        Assert.Equal("ana_flores", (await after.Members.SingleAsync(m => m.ErasedAt == null, Stop)).Handle);
        Assert.Equal("Hello", (await after.Messages.SingleAsync(m => m.Deletion == null, Stop)).Body);
        Assert.Equal((301, 301), (await after.Messages.CountAsync(Stop), (await after.Rooms.SingleAsync(Stop)).LastSeq));
        Assert.False(await after.Messages.AnyAsync(m => m.Reactions.Any(), Stop));
        Assert.Single(await after.Stories.ToListAsync(Stop));
        Assert.Equal((0, 0, 0), (await after.Ideas.CountAsync(Stop), await after.Adaptations.CountAsync(Stop), await after.IdeaSlugs.CountAsync(Stop)));
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

    [Theory]
    [InlineData("Sqlite")]
    [InlineData("PostgreSql")]
    public async Task Its_pacts_and_visits_go_away_with_it(string provider)
    {
        await using var db = await Db.OnAsync(provider, server);
        await using (var context = db.CreateDbContext())
        {
            context.Add(new Topic("food-access", new() { ["en"] = new("Food access", "Good food for all.") }, "rows"));
            await context.SaveChangesAsync(Stop);
        }
        await MakeAsync(db, 12, 0);
        await new DemoListings(db, db.Clock, 1).FormAsync(6, Stop);
        var mentoring = new DemoMentoring(db, db.Clock, 1);
        await mentoring.MakePactsAsync(4, Stop);
        await mentoring.MakeVisitsAsync(3, Stop);
        await using (var look = db.CreateDbContext())
        {
            Assert.Equal((4, 3), (await look.Pacts.CountAsync(Stop), await look.Visits.CountAsync(Stop)));
            Assert.Equal((true, true), (await look.Pacts.AnyAsync(p => p.Ending != null, Stop), await look.Visits.AnyAsync(v => v.Report != null, Stop)));
        }

        using var progress = new Progress("stories");
        await new DemoRemoval(db, db.Clock, progress).RemoveAsync(Stop);

        await using var after = db.CreateDbContext();
        Assert.Equal((0, 0, 0), (await after.Pacts.CountAsync(Stop), await after.Visits.CountAsync(Stop), await after.MentoringWishes.CountAsync(Stop)));
        Assert.Equal((0, 0, 0), (await after.Rooms.CountAsync(Stop), await after.Listings.CountAsync(Stop), await after.Members.CountAsync(Stop)));
    }

    static async Task<DemoTally> MakeAsync(Db db, int members, int stories, int ideas = 0, int messages = 0)
    {
        using var progress = new Progress("stories");
        return await new DemoMaking(db, db.Clock, seed: 1, progress).MakeAsync(members, stories, ideas, messages, Stop);
    }

    static async Task<List<string>> TitlesAsync(Db db)
    {
        await using var look = db.CreateDbContext();
        return await look.Stories.Newest().Select(s => s.Title).ToListAsync(Stop);
    }
}
