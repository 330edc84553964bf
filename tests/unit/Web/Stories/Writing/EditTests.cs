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
    public async Task A_summary_that_nobody_wrote_follows_the_text()
    {
        using var ana = await Author.InAsync(app);
        var title = $"Beans {Guid.NewGuid():N}";
        var path = await ana.PublishAsync(title);
        var form = await ana.ReadAsync($"{path}/edit");
        Assert.Equal("", form.QuerySelector("#Input_Summary")!.TextContent);

        await ana.PostAsync($"{path}/edit", ("SeenVersion", "1"), ("Input.Title", title), ("Input.WhatChanged", "Ninety families grow beans."), ("Input.Summary", ""));

        Assert.Equal("Ninety families grow beans.", (await ana.ReadAsync(path)).QuerySelector("meta[name=description]")!.GetAttribute("content"));
    }

    [Fact]
    public async Task Of_two_versions_each_part_is_taken_by_itself_and_nothing_is_lost()
    {
        using var ana = await Author.InAsync(app);
        using var mira = await Author.InAsync(app, "mira", Duties.Editor);
        var title = $"Two at once {Guid.NewGuid():N}";
        var path = await ana.PublishAsync(title);
        await mira.PostAsync($"{path}/edit", ("SeenVersion", "1"), ("Input.Title", title), ("Input.WhatChanged", "Mira's change."), ("Input.Advice", "Mira's advice."), ("Input.Topics", "food-access"), ("Input.MoreTopics", "seeds"));
        var stale = await Author.PageOf(await ana.PostAsync($"{path}/edit", ("SeenVersion", "1"), ("Input.Title", title), ("Input.WhatChanged", "Ana's change."), ("Input.Advice", "Ana's advice.")));

        var page = await PressAsync(ana, path, stale, "theirs", "Advice");
        page = await PressAsync(ana, path, page, "theirs", "Topics");

        Assert.Equal("Mira's advice.", page.QuerySelector("#Input_Advice")!.TextContent);
        Assert.Equal("Ana's change.", page.QuerySelector("#Input_WhatChanged")!.TextContent);
        Assert.Equal("seeds", page.QuerySelector("#Input_MoreTopics")!.GetAttribute("value"));
        Assert.Contains("Ana's advice.", page.QuerySelector(".meanwhile")!.TextContent, StringComparison.Ordinal);

        page = await PressAsync(ana, path, page, "mine", "Advice");
        Assert.Equal("Ana's advice.", page.QuerySelector("#Input_Advice")!.TextContent);
        page = await PressAsync(ana, path, page, "theirs", "WhatChanged");

        Assert.Equal(HttpStatusCode.SeeOther, (await ana.PostAsync($"{path}/edit", Fields(page))).StatusCode);
        var story = await TextAsync(ana, path);
        Assert.Contains("Mira's change.", story, StringComparison.Ordinal);
        Assert.Contains("Ana's advice.", story, StringComparison.Ordinal);
        Assert.Contains("seeds", story, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Free_tags_stand_on_a_story_without_a_topic()
    {
        using var ana = await Author.InAsync(app);

        var path = await ana.PublishAsync("No topic of ours", ("Input.MoreTopics", "Seed swaps, Bees"));

        Assert.Equal(["seed swaps", "bees"], (await ana.ReadAsync(path)).QuerySelectorAll(".facts .chips li").Select(li => li.TextContent));
    }

    [Fact]
    public async Task The_card_of_a_former_address_leads_to_the_present_one()
    {
        using var ana = await Author.InAsync(app);
        using var visitor = app.Visitor();
        var old = await ana.PublishAsync($"Card {Guid.NewGuid():N}");
        var moved = await ana.PostAsync($"{old}/edit", ("SeenVersion", "1"), ("Input.Title", $"Other {Guid.NewGuid():N}"), ("Input.WhatChanged", "x"));

        using var answer = await visitor.GetAsync($"{old}/card.png", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.MovedPermanently, answer.StatusCode);
        Assert.Equal($"{moved.Headers.Location!.OriginalString}/card.png", answer.Headers.Location!.OriginalString);
    }

    static async Task<AngleSharp.Html.Dom.IHtmlDocument> PressAsync(Author author, string path, AngleSharp.Html.Dom.IHtmlDocument page, string whose, string part)
    {
        var answer = await author.PostAsync($"{path}/edit?handler=Take", [.. Fields(page), (whose, part)]);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await Author.PageOf(answer);
    }

    static (string, string)[] Fields(AngleSharp.Html.Dom.IHtmlDocument page) =>
        [.. Answer.FieldsOf(page.QuerySelector("form.writing")!).Where(f => f.Key != "__RequestVerificationToken").Select(f => (f.Key, f.Value))];

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
