using System.Net;
using HealthDoers.Domain.Members;
using HealthDoers.Tests.Web.Ideas;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Tests.Web.Communities;

public class ProfileEditTests(WebApp app) : IClassFixture<WebApp>
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Anyone_adds_a_community_in_a_minute_and_finds_it_in_the_directory()
    {
        using var ana = await app.SignedInAsync("ana_adds");

        var path = await FoundAsync(ana, "Corner Garden Ñandú");

        Assert.Equal("/communities/corner-garden-nandu", path);
        var page = (await ana.OpenAsync(path)).Page;
        Assert.Contains("Corner Garden Ñandú", page.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(3, page.QuerySelectorAll(".leg-gap").Length);
        Assert.Contains(path + "\"", (await app.Browser().OpenAsync("/communities?q=nandu")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_wrong_is_said_by_its_field_and_nothing_typed_is_lost()
    {
        using var ana = await app.SignedInAsync("ana_errs");

        var refused = await ana.FillAsync("/communities/new", ("Input.Summary", "Kept words"), ("Input.Url", "javascript:alert(1)"), ("Input.People[Connector]", "many"), ("Input.FromYear", "20"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.NotNull(refused.Wrong("Input.Name"));
        Assert.NotNull(refused.Wrong("Input.Place"));
        Assert.NotNull(refused.Wrong("Input.Url"));
        Assert.Equal("true", refused.Page.GetElementById("Input_People_Connector_")!.GetAttribute("aria-invalid"));
        Assert.Equal("Kept words", refused.Page.GetElementById("Input_Summary")!.TextContent.Trim());
        Assert.Equal("many", refused.Page.GetElementById("Input_People_Connector_")!.GetAttribute("value"));
        Assert.False(await app.InDbAsync(db => db.Listings.AnyAsync(l => l.Origin == Origin.Person && l.Name == "", Stop)));
    }

    [Fact]
    public async Task A_button_pressed_twice_adds_one_profile()
    {
        using var ana = await app.SignedInAsync("ana_twice");
        var form = (await ana.OpenAsync("/communities/new")).Fields().ToList();
        (string, string)[] typed = [("Input.Name", "Pressed twice"), ("Input.Summary", "Once is enough."), ("Input.Place", "Maywood, Illinois")];

        var answers = await Task.WhenAll(ana.SendAsync("/communities/new", form, typed), ana.SendAsync("/communities/new", form, typed));

        Assert.All(answers, a => Assert.Equal("/communities/pressed-twice", a.Goes));
        Assert.Equal(1, await app.InDbAsync(db => db.Listings.CountAsync(l => l.Name == "Pressed twice", Stop)));
    }

    [Fact]
    public async Task Two_people_who_edit_one_profile_see_both_versions_and_overwrite_nothing()
    {
        using var ana = await app.SignedInAsync("ana_both");
        using var mira = await app.SignedInAsync("mira_both", Duties.Editor);
        var path = await FoundAsync(ana, "Edited by two");
        var begun = (await ana.OpenAsync($"{path}/edit")).Fields().ToList();
        Assert.Equal(HttpStatusCode.SeeOther, (await mira.FillAsync($"{path}/edit", ("Input.Aims", "What Mira wrote."))).Status);

        var stale = await ana.SendAsync($"{path}/edit", begun, ("Input.Aims", "What Ana wrote."));

        Assert.Equal(HttpStatusCode.Conflict, stale.Status);
        var both = stale.Page.QuerySelector(".meanwhile")!.TextContent;
        Assert.Contains("What Mira wrote.", both, StringComparison.Ordinal);
        Assert.Contains("What Ana wrote.", both, StringComparison.Ordinal);
        Assert.Equal("What Ana wrote.", stale.Page.GetElementById("Input_Aims")!.TextContent.Trim());
        Assert.Contains("What Mira wrote.", (await ana.OpenAsync(path)).Body, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.SeeOther, (await ana.SendAsync($"{path}/edit", stale.Fields(), ("Input.Aims", "What both wrote."))).Status);
        Assert.Contains("What both wrote.", (await ana.OpenAsync(path)).Body, StringComparison.Ordinal);
        Assert.Contains("What Mira wrote.", (await app.Browser().OpenAsync($"{path}/history")).Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_name_moves_the_profile_and_the_old_address_leads_to_it()
    {
        using var ana = await app.SignedInAsync("ana_moves");
        var old = await FoundAsync(ana, "First name of it");

        var moved = await ana.FillAsync($"{old}/edit", ("Input.Name", "Second name of it"));

        Assert.Equal("/communities/second-name-of-it", moved.Goes);
        var answer = await app.Browser().OpenAsync(old);
        Assert.Equal((HttpStatusCode.MovedPermanently, moved.Goes), (answer.Status, answer.Goes));
    }

    [Fact]
    public async Task Words_in_a_second_language_stand_beside_the_first()
    {
        using var ana = await app.SignedInAsync("ana_speaks");
        var path = await FoundAsync(ana, "The Bench");

        await ana.FillAsync($"{path}/edit?in=es", ("Input.Name", "La banca"), ("Input.Summary", "Vecinos que escuchan."));

        Assert.Contains("La banca", (await ana.OpenAsync($"{path}/edit?in=es")).Body, StringComparison.Ordinal);
        Assert.Equal("The Bench", (await ana.OpenAsync(path)).Page.QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task Nobody_else_finds_the_pages_of_the_team()
    {
        using var ana = await app.SignedInAsync("ana_owns");
        using var joe = await app.SignedInAsync("joe_looks");
        var path = await FoundAsync(ana, "Only ours to change");

        foreach (var page in new[] { "edit", "team", "seat" })
        {
            Assert.Equal(HttpStatusCode.OK, (await ana.OpenAsync($"{path}/{page}")).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await joe.OpenAsync($"{path}/{page}")).Status);
        }
    }

    [Fact]
    public async Task A_reported_profile_can_be_hidden_and_shown_again()
    {
        using var ana = await app.SignedInAsync("ana_spams");
        using var joe = await app.SignedInAsync("joe_reports");
        using var mira = await app.SignedInAsync("mira_hides", Duties.Editor);
        var path = await FoundAsync(ana, "Cheap pills here");

        Assert.Equal(HttpStatusCode.SeeOther, (await joe.FillAsync($"/report/listing/{path.Split('/')[^1]}", ("Input.Reason", "Spam"))).Status);
        var queue = await mira.OpenAsync("/admin/reports");
        await mira.SendAsync("/admin/reports", queue.Fields(), ("outcome", "Hidden"), ("why", "This is an advertisement."));

        Assert.Equal(HttpStatusCode.NotFound, (await joe.OpenAsync(path)).Status);
        Assert.Equal(HttpStatusCode.OK, (await ana.OpenAsync(path)).Status);
        Assert.DoesNotContain(path, (await joe.OpenAsync("/communities?q=pills")).Body, StringComparison.Ordinal);

        var records = await mira.OpenAsync("/admin/records");
        Assert.Equal(HttpStatusCode.SeeOther, (await mira.SendAsync("/admin/records", records.Fields())).Status);
        Assert.Equal(HttpStatusCode.OK, (await joe.OpenAsync(path)).Status);
    }

    [Fact]
    public async Task A_story_names_its_community_and_stands_on_its_profile()
    {
        using var ana = await app.SignedInAsync("ana_tells");
        var path = await FoundAsync(ana, "Told of here");

        var unknown = await ana.FillAsync("/stories/new", ("Input.Title", "A bench"), ("Input.WhatChanged", "People talk."), ("Input.Community", "Nobody knows it"));
        Assert.NotNull(unknown.Wrong("Input.Community"));
        Assert.Equal("Told of here", (await ana.OpenAsync($"/stories/new?of={path.Split('/')[^1]}")).Page.GetElementById("Input_Community")!.GetAttribute("value"));
        var told = await ana.FillAsync("/stories/new", ("Input.Title", "A bench of theirs"), ("Input.WhatChanged", "People talk."), ("Input.Community", "told of HERE"));

        Assert.Equal(HttpStatusCode.SeeOther, told.Status);
        Assert.Contains("A bench of theirs", (await ana.OpenAsync(path)).Body, StringComparison.Ordinal);
        Assert.Equal("Told of here", (await ana.OpenAsync($"{told.Goes}/edit")).Page.GetElementById("Input_Community")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Ideas_that_its_stories_tell_of_and_those_it_made_its_own_stand_on_its_page()
    {
        using var ana = await app.SignedInAsync("ana_ideas");
        var path = await FoundAsync(ana, "Rich in ideas");
        var told = (await ana.FillAsync("/stories/new", ("Input.Title", "How we did it"), ("Input.WhatChanged", "People talk."), ("Input.Community", "Rich in ideas"))).Goes!.Split('/')[^1];
        var me = await app.InDbAsync(db => db.Members.SingleAsync(m => m.Handle == "ana_ideas", Stop));
        using var visitor = app.Browser();
        Assert.Null((await visitor.OpenAsync(path)).Page.QuerySelector("#adapted, #given"));

        var (given, adapted) = (await app.IdeaByAsync(me, "Given away"), await app.IdeaByAsync(me, "Made our own"));
        var adaptation = await app.AdaptationAsync(adapted, me, "Our street");
        await app.InDbAsync(async db =>
        {
            var story = await db.Stories.SingleAsync(s => s.Slug == told, Stop);
            (await db.Ideas.Include(i => i.Stories).SingleAsync(i => i.Slug == given, Stop)).IsToldBy(story);
            (await db.Adaptations.SingleAsync(a => a.Id == adaptation.Id, Stop)).IsToldBy(story, await db.Members.SingleAsync(m => m.Id == me.Id, Stop));
            return await db.SaveChangesAsync(Stop);
        });

        await Eventually.UntilAsync(async () => (await visitor.OpenAsync(path)).Page.QuerySelector($"#given ~ .rows a[href='/ideas/{given}']") is not null);
        Assert.NotNull((await visitor.OpenAsync(path)).Page.QuerySelector($"#adapted + .rows a[href='/ideas/{adapted}']"));
    }

    [Fact]
    public async Task What_a_community_tries_stands_on_its_page_without_a_story()
    {
        using var ana = await app.SignedInAsync("ana_tries");
        using var joe = await app.SignedInAsync("joe_tries_too");
        var path = await FoundAsync(ana, "Street of tries");
        var me = await app.InDbAsync(db => db.Members.SingleAsync(m => m.Handle == "ana_tries", Stop));
        var idea = await app.IdeaByAsync(me, "Benches in the shade");
        (string, string)[] trial = [("Input.Who", "Street of tries"), ("Input.WhatWeChange", "Two benches."), ("Input.Prediction", "People sit.")];

        var others = await joe.OpenAsync($"/ideas/{idea}/adapt");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await joe.SendAsync($"/ideas/{idea}/adapt", others.Fields(), [.. trial, ("Input.Of", path.Split('/')[^1])])).Status);
        var begun = await ana.FillAsync($"/ideas/{idea}/adapt", [.. trial, ("Input.Of", path.Split('/')[^1])]);

        Assert.Equal(HttpStatusCode.SeeOther, begun.Status);
        using var visitor = app.Browser();
        await Eventually.UntilAsync(async () => (await visitor.OpenAsync(path)).Page.QuerySelector($"#adapted + .rows a[href='/ideas/{idea}']") is not null);
        Assert.NotNull((await visitor.OpenAsync(begun.Goes!)).Page.QuerySelector($"h1 a[href='{path}']"));
        await ana.FillAsync($"{begun.Goes}/change", ("Input.Of", ""));
        await Eventually.UntilAsync(async () => (await visitor.OpenAsync(path)).Page.QuerySelector("#adapted") is null);
    }

    static async Task<string> FoundAsync(Browser member, string name)
    {
        var answer = await member.FillAsync("/communities/new", ("Input.Name", name), ("Input.Summary", "Neighbors who do something."), ("Input.Place", "Maywood, Illinois"));
        Assert.Equal(HttpStatusCode.SeeOther, answer.Status);
        return answer.Goes!;
    }
}
