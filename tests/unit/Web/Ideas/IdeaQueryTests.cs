using HealthDoers.Domain.Ideas;
using HealthDoers.Domain.Members;
using HealthDoers.Tests.Domain.Ideas;
using HealthDoers.Tests.Web.Data;
using Microsoft.EntityFrameworkCore;
using static HealthDoers.Tests.Domain.People;

namespace HealthDoers.Tests.Web.Ideas;

public sealed class IdeaQueryTests(PostgreSqlServer server)
{
    [Theory]
    [InlineData("Sqlite")]
    [InlineData("PostgreSql")]
    public async Task Hidden_ideas_are_seen_by_editors_and_who_proposed_them_and_merged_ones_by_nobody(string provider)
    {
        await using var database = await Db.OnAsync(provider, server);
        await using var db = database.CreateDbContext();
        var (ana, joe, mira) = (Ana(), Joe(), Editor());
        var (shown, hidden, merged) = (Idea(ana, "shown"), Idea(ana, "hidden"), Idea(ana, "merged"));
        hidden.HideBy(mira, "Advertising", Monday);
        merged.MergeInto(shown, mira, Monday);
        db.AddRange(ana, joe, mira, shown, hidden, merged);
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);

        Assert.Equal(["shown"], await SlugsAsync(db.Ideas.VisibleTo(null)));
        Assert.Equal(["shown"], await SlugsAsync(db.Ideas.VisibleTo(joe)));
        Assert.Equal(["hidden", "shown"], await SlugsAsync(db.Ideas.VisibleTo(ana)));
        Assert.Equal(["hidden", "shown"], await SlugsAsync(db.Ideas.VisibleTo(mira)));
    }

    [Theory]
    [InlineData("Sqlite")]
    [InlineData("PostgreSql")]
    public async Task Ideas_are_listed_newest_first_and_by_what_they_are_labelled(string provider)
    {
        await using var database = await Db.OnAsync(provider, server);
        await using var db = database.CreateDbContext();
        var ana = Ana();
        var (old, young) = (new Idea(ana, IdeaTests.Breaks(), "old", Monday), new Idea(ana, IdeaTests.Breaks() with { Topics = ["youth"] }, "young", Monday.AddDays(1)));
        db.AddRange(ana, old, young, new Adaptation(old, null, ana, new() { Who = "Two Rivers" }, Monday));
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        await db.Ideas.Where(i => i.Id == old.Id).ExecuteUpdateAsync(i => i.SetProperty(x => x.AdaptedCount, 1), TestContext.Current.CancellationToken);

        Assert.Equal(["young", "old"], await db.Ideas.Newest().Select(i => i.Slug).ToListAsync(TestContext.Current.CancellationToken));
        Assert.Equal(["old", "young"], await db.Ideas.MostAdapted().Select(i => i.Slug).ToListAsync(TestContext.Current.CancellationToken));
        Assert.Equal(["young"], await SlugsAsync(db.Ideas.Labelled(IdeaLabelKind.Topic, "youth")));
        Assert.Equal(2, await db.Ideas.Labelled(IdeaLabelKind.Source, "livedExperience").CountAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("Sqlite")]
    [InlineData("PostgreSql")]
    public async Task An_adaptation_is_stored_with_its_plan_and_what_happened(string provider)
    {
        await using var database = await Db.OnAsync(provider, server);
        var ana = Ana();
        var idea = Idea(ana, "breaks");
        var adaptation = new Adaptation(idea, null, ana, new() { Who = "Two Rivers", Prediction = "Fewer come late.", Place = new("Maywood", "maywood") }, Monday);
        await using (var db = database.CreateDbContext())
        {
            db.AddRange(ana, idea, adaptation);
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }
        await using (var db = database.CreateDbContext())
        {
            var stored = await db.Adaptations.Include(a => a.Member).Include(a => a.Outcomes).SingleAsync(TestContext.Current.CancellationToken);
            stored.Tell(new() { Result = Result.Better, WhatHappened = "It fell.", Numbers = [new("late arrivals a week", 14.5m, 9)] }, stored.Member, Monday);
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }
        await using (var db = database.CreateDbContext())
        {
            var stored = await db.Adaptations.AsNoTracking().Include(a => a.Outcomes).SingleAsync(TestContext.Current.CancellationToken);
            Assert.Equal(adaptation.Plan, stored.Plan);
            Assert.Equal([new OutcomeNumber("late arrivals a week", 14.5m, 9)], Assert.Single(stored.Outcomes).Told.Numbers);
        }
    }

    static Idea Idea(Member by, string slug) => new(by, IdeaTests.Breaks(), slug, Monday);

    static Task<List<string>> SlugsAsync(IQueryable<Idea> ideas) => ideas.Select(i => i.Slug).OrderBy(s => s).ToListAsync(TestContext.Current.CancellationToken);
}
