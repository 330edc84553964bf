using System.Net;
using System.Text.Json;
using HealthDoers.Domain.Ideas;
using HealthDoers.Domain.Stories;
using Microsoft.EntityFrameworkCore;
using static HealthDoers.Tests.Web.Ideas.IdeaSite;
using DomainPeople = HealthDoers.Tests.Domain.People;

namespace HealthDoers.Tests.Web.Ideas;

public sealed class IdeaPageTests(WebApp app) : IClassFixture<WebApp>
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_idea_says_what_to_do_where_it_comes_from_and_how_strong_its_evidence_is()
    {
        var (ana, mira) = (await app.MemberAsync(Handle("ana")), DomainPeople.Editor());
        var slug = await app.IdeaByAsync(ana, "Brain breaks in class", idea => idea.Confirm(idea.Claim(EvidenceStanding.Emerging, "More students use them", "SCALE overview, 2017 https://example.org/scale", ana, DomainPeople.Monday), mira, DomainPeople.Monday));
        using var visitor = app.Browser();

        var page = (await visitor.OpenAsync($"/ideas/{slug}")).Page;

        Assert.Equal("Brain breaks in class", page.QuerySelector("h1")!.TextContent);
        Assert.Contains("Ask five students", page.QuerySelector("article")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Teen interns", page.QuerySelector(".facts")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("More students use them", page.QuerySelector(".steps")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("https://example.org/scale", page.QuerySelector(".steps a")!.GetAttribute("href"));
        Assert.EndsWith($"/ideas/{slug}/card.png", page.QuerySelector("meta[property='og:image']")!.GetAttribute("content"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await visitor.OpenAsync($"/ideas/{slug}/card.png")).Status);
    }

    [Fact]
    public async Task The_tree_is_drawn_and_said_as_an_outline_a_file_and_JSON_with_its_failures()
    {
        var ana = await app.MemberAsync(Handle("ana"));
        var slug = await app.IdeaByAsync(ana, Unique("Walking bus"));
        var first = await app.AdaptationAsync(slug, ana, "Two Rivers");
        var second = await app.AdaptationAsync(slug, ana, "=Millbrook", first.Id);
        await TellAsync(second.Id, new() { Result = Result.Abandoned, WhatHappened = "No time, \"none\" at all.", Numbers = [new("late arrivals", 14, 9.5m)] });
        using var visitor = app.Browser();

        var page = (await visitor.OpenAsync($"/ideas/{slug}")).Page;
        var outline = page.QuerySelector(".outline")!;
        Assert.Equal(2, page.QuerySelectorAll("svg.tree").Length);
        Assert.Contains("Two Rivers", page.QuerySelector("svg.tree")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("=Millbrook: stopped", outline.QuerySelector("li li")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("late arrivals: 14 to 9.5", outline.TextContent, StringComparison.Ordinal);
        Assert.Equal($"/adaptations/{second.Id}", outline.QuerySelector("li li a")!.GetAttribute("href"));
        Assert.Contains("=Millbrook", page.QuerySelector(".notice-care")!.TextContent, StringComparison.Ordinal);

        var table = (await visitor.OpenAsync($"/ideas/{slug}/spread.csv")).Body.Split("\r\n");
        Assert.Equal(4, table.Length);
        Assert.Contains($"{second.Id},{first.Id},2,'=Millbrook", table[2], StringComparison.Ordinal);
        Assert.Contains("abandoned,\"No time, \"\"none\"\" at all.\"", table[2], StringComparison.Ordinal);

        var json = JsonDocument.Parse((await visitor.OpenAsync($"/ideas/{slug}/spread.json")).Body).RootElement;
        Assert.Equal((2, 1), (json.GetProperty("generations").GetInt32(), json.GetProperty("stopped").GetInt32()));
        var node = json.GetProperty("nodes")[1];
        Assert.Equal(first.Id, node.GetProperty("from").GetGuid());
        Assert.Equal(9.5m, node.GetProperty("outcomes")[0].GetProperty("numbers")[0].GetProperty("after").GetDecimal());
    }

    [Fact]
    public async Task Who_has_withdrawn_is_named_nowhere_and_those_who_learned_from_them_stay()
    {
        var ana = await app.MemberAsync(Handle("ana"));
        var slug = await app.IdeaByAsync(ana, Unique("Night league"));
        var first = await app.AdaptationAsync(slug, ana, "Eastgate Secret");
        await app.AdaptationAsync(slug, ana, "Port Alder", first.Id);
        await TellAsync(first.Id, new() { Result = Result.Worse, WhatHappened = "Private words" });
        await app.InDbAsync(async db =>
        {
            var stored = await db.Adaptations.Include(a => a.Member).SingleAsync(a => a.Id == first.Id, Stop);
            stored.Withdraw(stored.Member, DateTimeOffset.UtcNow);
            return await db.SaveChangesAsync(Stop);
        });
        using var visitor = app.Browser();

        foreach (var path in new[] { "", "/spread.csv", "/spread.json" })
        {
            var answer = await visitor.OpenAsync($"/ideas/{slug}{path}");
            Assert.DoesNotContain("Eastgate Secret", answer.Body, StringComparison.Ordinal);
            Assert.DoesNotContain("Private words", answer.Body, StringComparison.Ordinal);
            Assert.Contains("Port Alder", answer.Body, StringComparison.Ordinal);
        }
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.OpenAsync($"/adaptations/{first.Id}")).Status);
    }

    [Fact]
    public async Task A_retired_idea_says_why_and_a_hidden_one_is_not_there()
    {
        var (ana, mira) = (await app.MemberAsync(Handle("ana")), DomainPeople.Editor());
        var retired = await app.IdeaByAsync(ana, Unique("Old way"), idea => idea.Retire(mira, "Longer recess does more.", DomainPeople.Monday));
        var hidden = await app.IdeaByAsync(ana, Unique("Hidden way"), idea => idea.HideBy(mira, "Advertising", DomainPeople.Monday));
        using var visitor = app.Browser();

        var page = (await visitor.OpenAsync($"/ideas/{retired}")).Page;
        Assert.Contains("Longer recess does more.", page.QuerySelector(".notice-care")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector($"a[href='/ideas/{retired}/adapt']"));
        foreach (var path in new[] { "", "/card.png", "/spread.csv", "/spread.json", "/history" })
            Assert.Equal(HttpStatusCode.NotFound, (await visitor.OpenAsync($"/ideas/{hidden}{path}")).Status);
    }

    [Theory]
    [InlineData("/ideas/no-such-idea")]
    [InlineData("/ideas/no-such-idea/spread.json")]
    [InlineData("/ideas?source=hearsay")]
    [InlineData("/ideas?topic=no-such-topic")]
    [InlineData("/ideas?evidence=proven")]
    [InlineData("/ideas?skill=juggling")]
    [InlineData("/ideas?place=nowhere-at-all")]
    [InlineData("/ideas?sort=random")]
    [InlineData("/adaptations/8c7a58ce-5f7d-4c27-9a58-000000000000")]
    public async Task What_is_not_there_is_not_found(string path)
    {
        using var visitor = app.Browser();
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.OpenAsync(path)).Status);
    }

    [Fact]
    public async Task The_list_narrows_by_every_facet_and_counts_what_each_would_show()
    {
        var (ana, mira) = (await app.MemberAsync(Handle("ana")), DomainPeople.Editor());
        var title = Unique("Counted");
        var slug = await app.IdeaByAsync(ana, title, idea => idea.Confirm(idea.Claim(EvidenceStanding.BrightSpot, "Held", "", ana, DomainPeople.Monday), mira, DomainPeople.Monday));
        using var visitor = app.Browser();

        foreach (var query in new[] { "topic=school-health", "source=livedExperience", "evidence=brightSpot", "place=kershaw-county-south-carolina", "skill=leading-together", "topic=school-health&source=otherCommunity&evidence=brightSpot" })
        {
            var page = (await visitor.OpenAsync($"/ideas?{query}")).Page;
            Assert.Contains(page.QuerySelectorAll(".rows h3 a"), a => a.GetAttribute("href") == $"/ideas/{slug}");
            Assert.Equal(query.Split('&').Length, page.QuerySelectorAll("a.tag .visually-hidden").Length);
        }
        var none = (await visitor.OpenAsync("/ideas?source=bestPractice&evidence=brightSpot&place=kershaw-county-south-carolina")).Page;
        Assert.Empty(none.QuerySelectorAll(".rows h3 a"));
        Assert.NotNull(none.QuerySelector(".empty a[href='/ideas/new']"));
    }

    [Fact]
    public async Task The_most_adapted_idea_comes_first_when_asked_and_its_failure_shows_in_the_list()
    {
        var ana = await app.MemberAsync(Handle("ana"));
        var slug = await app.IdeaByAsync(ana, Unique("Adapted most"));
        using var joe = await app.SignedInAsync(Handle("joe"));
        for (var n = 0; n < 3; n++)
            await joe.FillAsync($"/ideas/{slug}/adapt", ("Input.Who", $"Team {n}"), ("Input.WhatWeChange", "Nothing"), ("Input.Prediction", "More"));
        var last = await app.InDbAsync(db => db.Adaptations.OrderByDescending(a => a.StartedAt).Select(a => a.Id).FirstAsync(Stop));
        await joe.FillAsync($"/adaptations/{last}/tell", ("Input.Result", "Abandoned"), ("Input.WhatHappened", "The bells left no time."));
        using var visitor = app.Browser();

        var first = (await visitor.OpenAsync("/ideas?sort=mostAdapted")).Page.QuerySelector(".rows .row")!;

        Assert.Equal($"/ideas/{slug}", first.QuerySelector("h3 a")!.GetAttribute("href"));
        Assert.Contains("adapted by 3", first.TextContent, StringComparison.Ordinal);
        Assert.Contains("The bells left no time.", first.QuerySelector(".wrong")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ideas_stand_in_the_feeds_and_the_sitemap()
    {
        var ana = await app.MemberAsync(Handle("ana"));
        var title = Unique("Fed");
        var slug = await app.IdeaByAsync(ana, title);
        using var visitor = app.Browser();

        await Eventually.UntilAsync(async () => (await visitor.OpenAsync("/ideas/feed.xml")).Body.Contains(title, StringComparison.Ordinal));
        Assert.Contains($"/ideas/{slug}", (await visitor.OpenAsync("/ideas/feed.json")).Body, StringComparison.Ordinal);
        Assert.Contains("/ideas</loc>", (await visitor.OpenAsync("/sitemap.xml")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_visitors_see_changes_within_a_moment_of_an_adaptation()
    {
        var ana = await app.MemberAsync(Handle("ana"));
        var slug = await app.IdeaByAsync(ana, Unique("Kept page"));
        using var visitor = app.Browser();
        Assert.Empty((await visitor.OpenAsync($"/ideas/{slug}")).Page.QuerySelectorAll(".outline"));

        await app.AdaptationAsync(slug, ana, "Two Rivers");

        await Eventually.UntilAsync(async () => (await visitor.OpenAsync($"/ideas/{slug}")).Page.QuerySelector(".outline") is not null);
    }

    Task<int> TellAsync(Guid adaptationId, OutcomeTelling told) => app.InDbAsync(async db =>
    {
        var adaptation = await db.Adaptations.Include(a => a.Member).SingleAsync(a => a.Id == adaptationId, Stop);
        adaptation.Tell(told, adaptation.Member, DateTimeOffset.UtcNow);
        return await db.SaveChangesAsync(Stop);
    });
}
