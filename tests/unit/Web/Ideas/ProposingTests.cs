using System.Net;
using HealthDoers.Domain.Ideas;
using HealthDoers.Domain.Members;
using HealthDoers.Domain.Moderation;
using HealthDoers.Domain.Stories;
using Microsoft.EntityFrameworkCore;
using static HealthDoers.Tests.Web.Ideas.IdeaSite;

namespace HealthDoers.Tests.Web.Ideas;

public sealed class ProposingTests(WebApp app) : IClassFixture<WebApp>
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    static (string, string)[] Idea(string title, params (string, string)[] more) =>
        [("Input.Title", title), ("Input.Body", "Ask a grandparent."), ("Input.Sources", "livedExperience"), .. more];

    [Fact]
    public async Task Anyone_signed_in_proposes_an_idea_with_its_sources()
    {
        using var ana = await app.SignedInAsync(Handle("ana"));
        var title = Unique("Lanterns along the creek");

        var answer = await ana.FillAsync("/ideas/new", Idea(title, ("Input.Research", "Murphy, 2016 https://example.org/paper\nAnother paper"), ("Input.Topics", "youth"), ("Input.MoreTopics", "light, walking"),
            ("Input.Standing", "Tested"), ("Input.StandingReason", "Two evenings"), ("Input.Money", "Ten dollars")));

        Assert.Equal(HttpStatusCode.SeeOther, answer.Status);
        var slug = answer.Goes!["/ideas/".Length..];
        var idea = await app.OfIdeaAsync(slug, i => i);
        Assert.Equal([new(SourceKind.Research, "Murphy, 2016", "https://example.org/paper"), new(SourceKind.Research, "Another paper"), new(SourceKind.LivedExperience)], idea.Content.Sources);
        Assert.Equal("youth|light|walking", string.Join('|', [.. idea.Content.Topics, .. idea.Content.Tags]));
        Assert.Equal(("Ask a grandparent.", EvidenceStanding.Idea, EvidenceStanding.Tested), (idea.Summary, idea.Standing, Assert.Single(idea.Steps).Standing));
    }

    [Fact]
    public async Task What_is_missing_is_said_beside_its_field_and_everything_typed_stays()
    {
        using var ana = await app.SignedInAsync(Handle("ana"));

        var answer = await ana.FillAsync("/ideas/new", ("Input.Title", ""), ("Input.Money", "Ten <b>dollars</b>"), ("Input.Stories", "/stories/none-such"), ("Input.Standing", "BrightSpot"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        foreach (var field in new[] { "Input.Title", "Input.Body", "Input.Sources", "Input.Stories", "Input.StandingReason" })
            Assert.NotNull(answer.Wrong(field));
        Assert.Equal("Ten <b>dollars</b>", answer.Page.QuerySelector("[name='Input.Money']")!.TextContent.Trim());
    }

    [Fact]
    public async Task Pressed_twice_the_button_makes_one_idea()
    {
        using var ana = await app.SignedInAsync(Handle("ana"));
        var (title, form) = (Unique("Bench for two"), (await ana.OpenAsync("/ideas/new")).Fields().ToList());

        var answers = await Task.WhenAll(ana.SendAsync("/ideas/new", form, Idea(title)), ana.SendAsync("/ideas/new", form, Idea(title)));

        Assert.All(answers, a => Assert.Equal(HttpStatusCode.SeeOther, a.Status));
        Assert.Single(answers.Select(a => a.Goes).Distinct());
        Assert.Equal(1, await app.InDbAsync(db => db.Ideas.CountAsync(i => i.Title == title, Stop)));
    }

    [Fact]
    public async Task An_idea_that_looks_like_another_shows_it_first_and_can_be_proposed_all_the_same()
    {
        using var ana = await app.SignedInAsync(Handle("ana"));
        var word = $"zeppelin{Guid.NewGuid():N}"[..14];
        var first = await ana.FillAsync("/ideas/new", Idea($"A {word} garden for elders"));
        await Eventually.UntilAsync(async () => (await ana.OpenAsync($"/api/search?q={word}&kind=idea")).Body.Contains("\"total\":1", StringComparison.Ordinal));

        var warned = await ana.FillAsync("/ideas/new", Idea($"The {word} gardens of elders"));
        Assert.Equal(HttpStatusCode.Conflict, warned.Status);
        Assert.Equal(first.Goes, warned.Page.QuerySelector(".rows h3 a")!.GetAttribute("href"));
        Assert.Equal($"The {word} gardens of elders", warned.Page.QuerySelector("[name='Input.Title']")!.GetAttribute("value"));

        var answer = await ana.SendAsync("/ideas/new", warned.Fields());
        Assert.Equal(HttpStatusCode.SeeOther, answer.Status);
        Assert.NotEqual(first.Goes, answer.Goes);
    }

    [Fact]
    public async Task Two_who_edit_at_once_see_both_versions_and_nothing_is_overwritten()
    {
        var handle = Handle("ana");
        using var ana = await app.SignedInAsync(handle);
        using var mira = await app.SignedInAsync(Handle("mira"), Duties.Editor);
        var slug = (await ana.FillAsync("/ideas/new", Idea(Unique("Two hands"), ("Input.Money", "Ten"))))!.Goes!["/ideas/".Length..];
        var (hers, theirs) = ((await ana.OpenAsync($"/ideas/{slug}/edit")).Fields().ToList(), (await mira.OpenAsync($"/ideas/{slug}/edit")).Fields().ToList());

        await mira.SendAsync($"/ideas/{slug}/edit", theirs, ("Input.Money", "Twenty"));
        var answer = await ana.SendAsync($"/ideas/{slug}/edit", hers, ("Input.Money", "Thirty"));

        Assert.Equal(HttpStatusCode.Conflict, answer.Status);
        Assert.Contains("Twenty", answer.Page.QuerySelector(".meanwhile")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Twenty", await app.OfIdeaAsync(slug, i => i.Content.Words.Money));

        Assert.Equal(HttpStatusCode.SeeOther, (await ana.SendAsync($"/ideas/{slug}/edit", answer.Fields())).Status);
        Assert.Equal("Thirty", await app.OfIdeaAsync(slug, i => i.Content.Words.Money));
    }

    [Fact]
    public async Task A_new_title_brings_a_new_address_and_the_old_one_leads_there()
    {
        using var ana = await app.SignedInAsync(Handle("ana"));
        var old = (await ana.FillAsync("/ideas/new", Idea(Unique("First name"))))!.Goes!;

        var now = (await ana.FillAsync($"{old}/edit", ("Input.Title", Unique("Second name")))).Goes!;

        Assert.StartsWith("/ideas/second-name", now, StringComparison.Ordinal);
        using var visitor = app.Browser();
        var answer = await visitor.OpenAsync(old);
        Assert.Equal((HttpStatusCode.MovedPermanently, now), (answer.Status, answer.Goes));
        Assert.Equal(HttpStatusCode.MovedPermanently, (await visitor.OpenAsync($"{old}/spread.csv")).Status);
    }

    [Fact]
    public async Task History_shows_what_changed_and_an_earlier_version_can_come_back()
    {
        using var ana = await app.SignedInAsync(Handle("ana"));
        var path = (await ana.FillAsync("/ideas/new", Idea(Unique("Told again"), ("Input.Money", "Ten coins"))))!.Goes!;
        await ana.FillAsync($"{path}/edit", ("Input.Money", "Twenty coins"));

        var history = await ana.OpenAsync($"{path}/history");
        Assert.Equal("Ten ", history.Page.QuerySelector("del")!.LastChild!.TextContent);
        var answer = await ana.SendAsync($"{path}/history", history.Fields());

        Assert.Equal(HttpStatusCode.SeeOther, answer.Status);
        Assert.Equal(("Ten coins", 3), await app.OfIdeaAsync(path["/ideas/".Length..], i => (i.Content.Words.Money, i.Version)));
        using var visitor = app.Browser();
        Assert.Equal(HttpStatusCode.OK, (await visitor.OpenAsync($"{path}/history")).Status);
    }

    [Fact]
    public async Task What_is_not_theirs_is_not_found_and_a_visitor_is_asked_to_sign_in()
    {
        var ana = await app.MemberAsync(Handle("ana"));
        using var joe = await app.SignedInAsync(Handle("joe"));
        var slug = await app.IdeaByAsync(ana, Unique("Hers"));

        Assert.Equal(HttpStatusCode.NotFound, (await joe.OpenAsync($"/ideas/{slug}/edit")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await joe.SendAsync($"/ideas/{slug}/edit", (await joe.OpenAsync("/ideas/new")).Fields(), Idea("Mine"))).Status);
        Assert.NotEqual(HttpStatusCode.OK, (await joe.OpenAsync($"/ideas/{slug}/desk")).Status);
        using var visitor = app.Browser();
        Assert.Contains("/account/login", (await visitor.OpenAsync("/ideas/new")).Goes, StringComparison.Ordinal);
        Assert.Contains("/account/login", (await visitor.OpenAsync($"/ideas/{slug}/adapt")).Goes, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_editor_merges_two_ideas_and_everything_goes_along()
    {
        var ana = await app.MemberAsync(Handle("ana"));
        using var mira = await app.SignedInAsync(Handle("mira"), Duties.Editor);
        using var joe = await app.SignedInAsync(Handle("joe"));
        var (twin, kept) = (await app.IdeaByAsync(ana, Unique("Twin")), await app.IdeaByAsync(ana, Unique("Kept")));
        await joe.FillAsync($"/ideas/{twin}/adapt", ("Input.Who", "Two Rivers"), ("Input.WhatWeChange", "Nothing"), ("Input.Prediction", "More"));
        await joe.FillAsync($"/ideas/{twin}/keep", ("Note", "In May"));
        await joe.FillAsync($"/follow/idea/{twin}");
        var desk = (await mira.OpenAsync($"/ideas/{twin}/desk")).Fields().ToList();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await mira.SendAsync($"/ideas/{twin}/desk?handler=Merge", desk, ("Input.Into", "/ideas/none-such"), ("Input.MergeReason", "The same"))).Status);
        var answer = await mira.SendAsync($"/ideas/{twin}/desk?handler=Merge", desk, ("Input.Into", $"/ideas/{kept}"), ("Input.MergeReason", "The same"));

        Assert.Equal($"/ideas/{kept}", answer.Goes);
        using var visitor = app.Browser();
        var moved = await visitor.OpenAsync($"/ideas/{twin}");
        Assert.Equal((HttpStatusCode.MovedPermanently, $"/ideas/{kept}"), (moved.Status, moved.Goes));
        Assert.Contains("Two Rivers", (await visitor.OpenAsync($"/ideas/{kept}")).Page.QuerySelector(".outline")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(1, await app.OfIdeaAsync(kept, i => i.AdaptedCount));
        Assert.Contains("In May", (await joe.OpenAsync("/ideas/kept")).Body, StringComparison.Ordinal);
        Assert.Contains("Following", (await joe.OpenAsync($"/ideas/{kept}")).Page.QuerySelector(".story-head")!.TextContent, StringComparison.Ordinal);
        Assert.True(await app.InDbAsync(db => db.ModerationRecords.AnyAsync(r => r.Act == ModerationAct.Merged && r.Reason == "The same", Stop)));
    }

    [Fact]
    public async Task An_editor_retires_hides_and_brings_back_each_with_a_reason()
    {
        var ana = await app.MemberAsync(Handle("ana"));
        using var mira = await app.SignedInAsync(Handle("mira"), Duties.Editor);
        var slug = await app.IdeaByAsync(ana, Unique("Decided on"));
        var desk = (await mira.OpenAsync($"/ideas/{slug}/desk")).Fields().ToList();
        async Task<HttpStatusCode> DecideAsync(string handler, string field, string reason) =>
            (await mira.SendAsync($"/ideas/{slug}/desk?handler={handler}", desk, (field, reason))).Status;

        Assert.Equal(HttpStatusCode.UnprocessableEntity, await DecideAsync("Retire", "Input.RetireReason", " "));
        Assert.Equal(HttpStatusCode.SeeOther, await DecideAsync("Retire", "Input.RetireReason", "It harms."));
        Assert.Equal(HttpStatusCode.Conflict, await DecideAsync("Retire", "Input.RetireReason", "Again"));
        Assert.Equal(HttpStatusCode.SeeOther, await DecideAsync("TakeUp", "Input.RetireReason", "It does not."));
        Assert.Null(await app.OfIdeaAsync(slug, i => i.Retirement));
        Assert.Equal(HttpStatusCode.SeeOther, await DecideAsync("Hide", "Input.HideReason", "Advertising"));
        using var visitor = app.Browser();
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.OpenAsync($"/ideas/{slug}")).Status);
        Assert.Equal(HttpStatusCode.SeeOther, await DecideAsync("Show", "Input.HideReason", "A mistake"));
        Assert.Equal([ModerationAct.Retired, ModerationAct.TookUpAgain, ModerationAct.Hid, ModerationAct.Showed],
            await app.InDbAsync(db => db.ModerationRecords.Where(r => db.Ideas.Any(i => i.Id == r.TargetId && i.Slug == slug)).OrderBy(r => r.At).Select(r => r.Act).ToListAsync(Stop)));
    }

    [Fact]
    public async Task A_claimed_standing_waits_at_the_desk_until_an_editor_confirms_it()
    {
        using var ana = await app.SignedInAsync(Handle("ana"));
        using var mira = await app.SignedInAsync(Handle("mira"), Duties.Editor);
        var title = Unique("Claimed");
        var path = (await ana.FillAsync("/ideas/new", Idea(title, ("Input.Standing", "Emerging"), ("Input.StandingReason", "Ten points below the median"))))!.Goes!;

        var desk = await mira.OpenAsync("/admin/standings");
        var row = desk.Page.QuerySelectorAll("article.row").Single(r => r.TextContent.Contains(title, StringComparison.Ordinal));
        Assert.Equal(path, row.QuerySelector("h2 a")!.GetAttribute("href"));
        await mira.SendAsync("/admin/standings", desk.Fields(), ("step", row.QuerySelector("input[name=step]")!.GetAttribute("value")!));

        Assert.Equal(EvidenceStanding.Emerging, await app.OfIdeaAsync(path["/ideas/".Length..], i => i.Standing));
    }

    [Fact]
    public async Task A_reported_idea_can_be_hidden_at_the_desk()
    {
        var ana = await app.MemberAsync(Handle("ana"));
        using var joe = await app.SignedInAsync(Handle("joe"));
        using var mira = await app.SignedInAsync(Handle("mira"), Duties.Editor);
        var slug = await app.IdeaByAsync(ana, Unique("Advertised"));

        Assert.Equal(HttpStatusCode.SeeOther, (await joe.FillAsync($"/report/idea/{slug}", ("Input.Reason", "Spam"))).Status);
        var report = await app.InDbAsync(db => db.Reports.OrderByDescending(r => r.At).FirstAsync(Stop));
        Assert.Equal(ReportedKind.Idea, report.Kind);
        await mira.SendAsync("/admin/reports", (await mira.OpenAsync("/admin/reports")).Fields(), ("id", report.Id.ToString()), ("outcome", "Hidden"), ("why", "It sells."));

        Assert.NotNull(await app.OfIdeaAsync(slug, i => i.Hiding));
        Assert.Equal(HttpStatusCode.OK, (await mira.OpenAsync("/admin/records")).Status);
    }

    [Fact]
    public async Task A_story_that_shows_the_idea_stands_on_its_page()
    {
        var handle = Handle("ana");
        using var ana = await app.SignedInAsync(handle);
        var story = await app.StoryByAsync(handle);

        var path = (await ana.FillAsync("/ideas/new", Idea(Unique("Shown by a story"), ("Input.Stories", $"https://example.org/stories/{story}"))))!.Goes!;

        Assert.NotNull((await ana.OpenAsync(path)).Page.QuerySelector($"a[href='/stories/{story}']"));
        await ana.FillAsync($"{path}/edit", ("Input.Stories", ""));
        Assert.Empty(await app.OfIdeaAsync(path["/ideas/".Length..], i => i.Stories));
    }
}
