using System.Net;
using HealthDoers.Domain.Members;
using HealthDoers.Domain.Stories;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Tests.Web.Stories.Writing;

public class EditTests(WebApp app) : IClassFixture<WebApp>
{
    [Fact]
    public async Task A_new_title_moves_the_story_and_the_old_address_leads_to_it()
    {
        using var ana = await Author.InAsync(app);
        var old = await ana.PublishAsync("Fifty families eat");

        var moved = await ana.PostAsync($"{old}/edit", ("SeenVersion", "1"), ("Input.Title", "Seventy families eat"), ("Input.WhatChanged", "Seventy now."));

        Assert.Equal("/stories/seventy-families-eat", moved.Headers.Location!.OriginalString);
        var answer = await ana.GetAsync(old);
        Assert.Equal(HttpStatusCode.MovedPermanently, answer.StatusCode);
        Assert.Equal("/stories/seventy-families-eat", answer.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task A_stale_edit_shows_both_versions_and_overwrites_nothing()
    {
        using var ana = await Author.InAsync(app);
        using var mira = await Author.InAsync(app, "mira", Duties.Editor);
        var path = await ana.PublishAsync($"Edited by two {Guid.NewGuid():N}");
        var title = (await ana.ReadAsync($"{path}/edit")).QuerySelector("#Input_Title")!.GetAttribute("value")!;
        await mira.PostAsync($"{path}/edit", ("SeenVersion", "1"), ("Input.Title", title), ("Input.WhatChanged", "What Mira wrote."));

        var stale = await ana.PostAsync($"{path}/edit", ("SeenVersion", "1"), ("Input.Title", title), ("Input.WhatChanged", "What Ana wrote."));

        Assert.Equal(HttpStatusCode.Conflict, stale.StatusCode);
        var page = await Author.PageOf(stale);
        var both = page.QuerySelector(".meanwhile")!.TextContent;
        Assert.Contains("What Mira wrote.", both);
        Assert.Contains("What Ana wrote.", both);
        Assert.Equal("What Ana wrote.", page.QuerySelector("#Input_WhatChanged")!.TextContent);
        Assert.Contains("What Mira wrote.", await TextAsync(ana, path));

        string ValueOf(string name) => page.QuerySelector($"input[name={name}]")!.GetAttribute("value")!;
        var knowingly = await ana.PostAsync($"{path}/edit", ("Draft", ValueOf("Draft")), ("SeenVersion", ValueOf("SeenVersion")), ("Input.Title", title), ("Input.WhatChanged", "What both wrote."));
        Assert.Equal(HttpStatusCode.SeeOther, knowingly.StatusCode);
        Assert.Contains("What both wrote.", await TextAsync(ana, path));
    }

    [Fact]
    public async Task Nobody_else_finds_the_pages_of_the_author()
    {
        using var ana = await Author.InAsync(app);
        using var joe = await Author.InAsync(app, "joe");
        var path = await ana.PublishAsync("Only mine to change");

        foreach (var page in new[] { "edit", "withdraw", "consents" })
        {
            Assert.Equal(HttpStatusCode.OK, (await ana.GetAsync($"{path}/{page}")).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await joe.GetAsync($"{path}/{page}")).StatusCode);
        }
        Assert.Equal(HttpStatusCode.NotFound, (await joe.PostAsync($"{path}/withdraw")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await joe.PostAsync($"{path}/edit", ("SeenVersion", "1"), ("Input.Title", "Taken"), ("Input.WhatChanged", "x"))).StatusCode);
    }

    [Fact]
    public async Task A_withdrawn_story_is_out_of_sight_until_it_is_published_again()
    {
        using var ana = await Author.InAsync(app);
        using var visitor = app.Visitor();
        var path = await ana.PublishAsync("Here and gone");

        await ana.PostAsync($"{path}/withdraw");
        Assert.Equal(HttpStatusCode.OK, (await ana.GetAsync(path)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync($"{path}/history", TestContext.Current.CancellationToken)).StatusCode);

        await ana.PostAsync($"{path}/withdraw?handler=Again");
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync($"{path}/history", TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task The_history_marks_what_was_added_and_taken_away_and_restores()
    {
        using var ana = await Author.InAsync(app);
        using var joe = await Author.InAsync(app, "joe");
        var path = await ana.PublishAsync("A story with a past");
        await ana.PostAsync($"{path}/edit", ("SeenVersion", "1"), ("Input.Title", "A story with a past"), ("Input.WhatChanged", "Seventy families eat from it."));

        var history = await joe.ReadAsync($"{path}/history");
        Assert.Contains("Sixty", history.QuerySelector("del")!.TextContent);
        Assert.Contains("Seventy", history.QuerySelector("ins")!.TextContent);
        Assert.Null(history.QuerySelector("input[name=revision]"));

        var revision = (await ana.ReadAsync($"{path}/history")).QuerySelector("input[name=revision]")!.GetAttribute("value")!;
        Assert.Equal(HttpStatusCode.NotFound, (await joe.PostAsync($"{path}/history", ("revision", revision))).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await ana.PostAsync($"{path}/history", ("revision", revision))).StatusCode);
        Assert.Contains("Sixty families", await TextAsync(ana, path));
    }

    [Fact]
    public async Task A_consent_that_is_taken_back_withdraws_the_story_until_the_name_is_out()
    {
        using var ana = await Author.InAsync(app);
        var path = await ana.PublishAsync("With a name in it");
        var refused = await ana.PostAsync($"{path}/consents", ("Input.Who", ""), ("Input.What", "BeNamed"), ("Input.AgreedOn", "someday"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var added = await ana.PostAsync($"{path}/consents", ("Input.Who", "A neighbour"), ("Input.What", "BeNamed"), ("Input.AgreedOn", "2025-01-05"));
        Assert.Equal(HttpStatusCode.SeeOther, added.StatusCode);
        var consent = (await ana.ReadAsync($"{path}/consents")).QuerySelector("input[name=consent]")!.GetAttribute("value")!;

        await ana.PostAsync($"{path}/consents?handler=End", ("consent", consent));

        var slug = path["/stories/".Length..];
        Assert.Equal(WithdrawalReason.ConsentEnded, await app.InDbAsync(db => db.Stories.Where(s => s.Slug == slug).Select(s => s.Withdrawal!.Reason).SingleAsync()));
        Assert.Equal(HttpStatusCode.Conflict, (await ana.PostAsync($"{path}/withdraw?handler=Again")).StatusCode);
        await ana.PostAsync($"{path}/consents?handler=TookOut", ("consent", consent));
        Assert.Equal(HttpStatusCode.SeeOther, (await ana.PostAsync($"{path}/withdraw?handler=Again")).StatusCode);
    }

    static async Task<string> TextAsync(Author reader, string path) => (await reader.ReadAsync(path)).Body!.TextContent;
}
