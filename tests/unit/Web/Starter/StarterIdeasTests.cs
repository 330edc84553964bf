using HealthDoers.Domain.Ideas;
using HealthDoers.Domain.Members;
using HealthDoers.Tests.Web.Data;
using HealthDoers.Web.Data.Starter;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Tests.Web.Starter;

public sealed class StarterIdeasTests(PostgreSqlServer server)
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Sqlite")]
    [InlineData("PostgreSql")]
    public async Task Every_idea_has_its_source_a_story_and_Spanish_words_and_counts_who_adapted_it(string provider)
    {
        await using var db = await PutInAsync(provider);
        await using var look = db.CreateDbContext();

        var ideas = await look.Ideas.Include(i => i.Steps).Include(i => i.Stories).Include(i => i.Translations).ToListAsync(Stop);
        Assert.InRange(ideas.Count, 15, 20);
        Assert.All(ideas, idea =>
        {
            Assert.NotEmpty(idea.Content.Sources);
            Assert.All(idea.Content.Sources, source => Assert.NotNull(source.Url));
            Assert.NotNull(idea.Year);
            Assert.True(Assert.Single(idea.Steps).IsConfirmed);
            Assert.NotEmpty(idea.Stories);
            var spanish = Assert.Single(idea.Translations).Words;
            Assert.All(new[] { spanish.Title, spanish.Summary, spanish.Body, spanish.WhatToWatch, spanish.StandingReason }, text => Assert.NotEqual("", text));
            Assert.Equal(idea.Content.Words.Body.Count(c => c == '\n'), spanish.Body.Count(c => c == '\n'));
        });
        Assert.Equal(ideas.Sum(i => i.AdaptedCount), await look.Adaptations.CountAsync(Stop));
        var topics = ideas.SelectMany(i => i.Content.Topics).Distinct().ToList();
        Assert.Equal(topics.Count, await look.Topics.CountAsync(t => topics.Contains(t.Slug), Stop));
        Assert.True(await look.Adaptations.AllAsync(a => a.Origin == Origin.Import, Stop));
    }

    [Fact]
    public async Task A_published_failure_is_among_them_and_one_idea_travelled_far()
    {
        await using var db = await PutInAsync("Sqlite");
        await using var look = db.CreateDbContext();

        Assert.True(await look.Set<Outcome>().AnyAsync(o => o.Result == Result.Abandoned, Stop));
        var mile = await look.Ideas.SingleAsync(i => i.ExternalId == "idea-daily-fifteen-minutes", Stop);
        var tree = SpreadTree.Of(await look.Adaptations.Include(a => a.Outcomes).Where(a => a.IdeaId == mile.Id).ToListAsync(Stop), new Dictionary<Guid, HealthDoers.Domain.Stories.EvidenceStanding>());
        Assert.Equal((4, 2), (tree.All.Count, tree.Generations));
    }

    [Fact]
    public async Task They_go_in_once()
    {
        await using var db = await PutInAsync("Sqlite");
        await using (var again = db.CreateDbContext())
            await new StarterIdeas(again, db.Clock).PutInOnceAsync(Stop);
        await using var look = db.CreateDbContext();

        Assert.Equal(await look.Ideas.Select(i => i.ExternalId).Distinct().CountAsync(Stop), await look.Ideas.CountAsync(Stop));
    }

    async Task<Db> PutInAsync(string provider)
    {
        var db = await Db.OnAsync(provider, server);
        await using var context = db.CreateDbContext();
        await new StarterContent(context, db.Clock).PutInOnceAsync(Stop);
        context.ChangeTracker.Clear();
        await new StarterIdeas(context, db.Clock).PutInOnceAsync(Stop);
        return db;
    }
}
