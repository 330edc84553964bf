using HealthDoers.Domain.Members;
using HealthDoers.Domain.Stories;
using HealthDoers.Tests.Web.Data;
using HealthDoers.Web.Data.Starter;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Tests.Web.Starter;

public sealed class StarterContentTests(PostgreSqlServer server)
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, InlineData("Sqlite"), InlineData("PostgreSql")]
    public async Task It_goes_in_at_first_start_and_never_again(string provider)
    {
        await using var database = await Db.OnAsync(provider, server);
        await PutInAsync(database);
        var first = await CountsAsync(database);

        await PutInAsync(database);

        Assert.Equal(first, await CountsAsync(database));
        Assert.True(first is { Stories: >= 19, Terms: >= 50, Topics: >= 20 }, first.ToString());
    }

    [Theory, InlineData("Sqlite"), InlineData("PostgreSql")]
    public async Task Two_nodes_that_start_at_once_put_it_in_once(string provider)
    {
        await using var database = await Db.OnAsync(provider, server);

        await Task.WhenAll(PutInAsync(database), PutInAsync(database));

        await using var db = database.CreateDbContext();
        var ids = await db.Stories.Select(s => s.ExternalId).ToListAsync(Stop);
        Assert.Equal(ids.Distinct().Count(), ids.Count);
        Assert.Single(await db.Members.ToListAsync(Stop));
    }

    [Fact]
    public async Task Its_author_is_plainly_not_a_person_and_confirmed_every_standing()
    {
        await using var database = await Db.SqliteAsync();
        await PutInAsync(database);

        await using var db = database.CreateDbContext();
        var stories = await db.Stories.Include(s => s.Author).Include(s => s.Steps).ToListAsync(Stop);

        Assert.All(stories, story =>
        {
            Assert.Equal((Origin.Import, StarterContent.SiteHandle), (story.Author.Origin, story.Author.Handle));
            Assert.Equal(Origin.Import, story.Origin);
            Assert.Equal(story.Standing, Assert.Single(story.Steps, s => s.IsConfirmed).Standing);
        });
    }

    [Fact]
    public async Task Every_story_says_where_and_when_it_was_published_and_names_known_topics_only()
    {
        await using var database = await Db.SqliteAsync();
        await PutInAsync(database);

        await using var db = database.CreateDbContext();
        var topics = await db.Topics.Select(t => t.Slug).ToListAsync(Stop);
        var stories = await db.Stories.Select(s => s.Content).ToListAsync(Stop);

        Assert.All(stories, content =>
        {
            Assert.NotNull(content.Source?.Year);
            Assert.NotEmpty(content.Topics);
            Assert.Subset(topics.ToHashSet(), content.Topics.ToHashSet());
        });
        Assert.NotEmpty(await db.Stories.FeaturedAt(TimeProvider.System.GetUtcNow()).Select(s => s.Id).ToListAsync(Stop));
    }

    static async Task PutInAsync(Db database)
    {
        await using var db = database.CreateDbContext();
        await new StarterContent(db, database.Clock).PutInOnceAsync(Stop);
    }

    static async Task<(int Stories, int Terms, int Topics, int Events)> CountsAsync(Db database)
    {
        await using var db = database.CreateDbContext();
        return (await db.Stories.CountAsync(Stop), await db.GlossaryTerms.CountAsync(Stop), await db.Topics.CountAsync(Stop), await db.Events.CountAsync(Stop));
    }
}
