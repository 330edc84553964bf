using System.Net;
using HealthDoers.Domain.Hubs;
using HealthDoers.Domain.Members;
using Microsoft.EntityFrameworkCore;
using static HealthDoers.Tests.Web.Eventually;

namespace HealthDoers.Tests.Web.Hubs;

public class ModerationTests(WebApp app) : IClassFixture<WebApp>
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_first_story_of_a_new_member_waits_where_the_hub_wants_it_and_followers_hear_of_it_once()
    {
        const string hub = "/hubs/scotland";
        await app.RulesAsync("scotland", new(ReviewsFirstShares: true));
        using var steward = await app.SignedInAsync("isla_steward");
        await app.StewardAsync("scotland", "isla_steward");
        using var ana = await app.SignedInAsync("ana_shares");
        await app.MemberAsync("scotland", "ana_shares");
        using var follower = await app.SignedInAsync("fay_follows");
        await follower.FillAsync("/follow/hub/scotland");
        var story = await app.StoryByAsync("ana_shares");

        await ana.FillAsync(hub + "/share", ("Input.Address", $"https://example.org/stories/{story}?x=1"));
        Assert.DoesNotContain(story, (await ana.OpenAsync(hub + "/stories")).Body, StringComparison.Ordinal);
        var desk = await steward.OpenAsync(hub + "/desk");
        await steward.SendAsync(hub + "/desk?handler=Show", desk.Fields(), ("id", desk.Page.QuerySelector("input[name=id]")!.GetAttribute("value")!));

        Assert.Contains(story, (await ana.OpenAsync(hub + "/stories")).Body, StringComparison.Ordinal);
        await UntilAsync(async () => (await follower.NewsOfAsync()).Contains("because you follow Scotland", StringComparison.Ordinal));
        await ana.FillAsync(hub + "/share", ("Input.Address", story));
        Assert.Equal(1, await app.InDbAsync(db => db.Notifications.CountAsync(n => db.Members.Any(m => m.Id == n.MemberId && m.Handle == "fay_follows"), Stop)));
    }

    [Fact]
    public async Task A_story_that_was_taken_out_says_why_and_comes_back_by_an_appeal_that_somebody_else_answers()
    {
        const string hub = "/hubs/food-hub-of-tests";
        using var steward = await app.SignedInAsync("stu_steward", Duties.Editor);
        using var editor = await app.SignedInAsync("edi_editor", Duties.Editor);
        using var ana = await app.SignedInAsync("ana_garden");
        await FoundAsync("food-hub-of-tests", "food-access");
        await app.StewardAsync("food-hub-of-tests", "stu_steward");
        var story = await app.StoryByAsync("ana_garden");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await steward.FillAsync($"{hub}/take-out/{story}", ("Input.Reason", "It sells seeds."))).Status);
        var taken = await steward.FillAsync($"{hub}/take-out/{story}", ("Input.Point", "2"), ("Input.Reason", "It sells seeds."));
        Assert.Equal(HttpStatusCode.SeeOther, taken.Status);
        Assert.DoesNotContain(story, (await ana.OpenAsync(hub + "/feed.xml")).Body, StringComparison.Ordinal);

        var decision = await DecisionAsync(ana, hub);
        var page = await ana.OpenAsync(decision);
        Assert.Contains("It sells seeds.", page.Body, StringComparison.Ordinal);
        Assert.Contains("Stand for equity.", page.Body, StringComparison.Ordinal);
        await ana.SendAsync(decision + "?handler=Appeal", page.Fields(), ("Input.Words", "We give the seeds away."));

        Assert.Null((await steward.OpenAsync(decision)).Page.QuerySelector("form[action*=Answer]"));
        await UntilAsync(async () => (await editor.NewsOfAsync()).Contains("appeals against a decision", StringComparison.Ordinal));
        var asked = await editor.OpenAsync(decision);
        await editor.SendAsync(decision + "?handler=Answer", asked.Fields(), ("Input.Outcome", "overturn"), ("Input.Reason", "Seeds are given."));

        Assert.Contains(story, (await ana.OpenAsync(hub + "/feed.xml")).Body, StringComparison.Ordinal);
        Assert.Contains("Seeds are given.", (await ana.OpenAsync(decision)).Body, StringComparison.Ordinal);
        await UntilAsync(async () => (await ana.NewsOfAsync()).Contains("An appeal in", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_banned_member_is_out_is_told_and_cannot_join_again()
    {
        const string hub = "/hubs/north-carolina";
        using var steward = await app.SignedInAsync("nora_steward");
        await app.StewardAsync("north-carolina", "nora_steward");
        using var joe = await app.SignedInAsync("joe_shouts");
        await app.MemberAsync("north-carolina", "joe_shouts");
        using var stranger = await app.SignedInAsync("sid_stranger");

        var banned = await steward.FillAsync(hub + "/remove/joe_shouts", ("Input.Length", "30"), ("Input.Point", "1"), ("Input.Reason", "Shouted at newcomers."));

        Assert.Equal(HttpStatusCode.SeeOther, banned.Status);
        var join = await joe.OpenAsync(hub + "/join");
        Assert.Null(join.Page.QuerySelector("[name='Input.Agreed']"));
        var decision = await DecisionAsync(joe, hub);
        var page = await joe.OpenAsync(decision);
        Assert.Contains("Shouted at newcomers.", page.Body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.OpenAsync(decision)).Status);
        Assert.Equal(HttpStatusCode.Conflict, (await joe.SendAsync(hub + "/join", page.Fields(), ("Input.Agreed", "true"))).Status);
    }

    [Fact]
    public async Task Two_people_who_edit_one_hub_see_both_versions()
    {
        using var mira = await app.SignedInAsync("mira_one", Duties.Editor);
        var old = await mira.OpenAsync("/hubs/sustainable-financing/edit");
        await mira.FillAsync("/hubs/sustainable-financing/edit", ("Input.Purpose", "Pay for it together."));

        var lost = await mira.SendAsync("/hubs/sustainable-financing/edit", old.Fields(), ("Input.Purpose", "Pay for it fairly."));

        Assert.Equal(HttpStatusCode.Conflict, lost.Status);
        Assert.Contains("Pay for it together.", lost.Body, StringComparison.Ordinal);
        Assert.Contains("Pay for it fairly.", lost.Body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await mira.SendAsync("/hubs/sustainable-financing/edit", lost.Fields())).Status);
    }

    [Fact]
    public async Task A_role_is_given_for_a_term_and_ended_again()
    {
        using var mira = await app.SignedInAsync("mira_roles", Duties.Editor);
        using var ana = await app.SignedInAsync("ana_role");
        await app.MemberAsync("south-carolina", "ana_role");
        var hub = await app.HubAsync("south-carolina");
        var who = await app.InDbAsync(db => db.Members.Where(m => m.Handle == "ana_role").Select(m => m.Id).SingleAsync(Stop));

        var page = await mira.OpenAsync("/hubs/south-carolina/roles");
        await mira.SendAsync("/hubs/south-carolina/roles?handler=Give", page.Fields(), ("role", hub.Roles[0].Id.ToString()), ("who", who.ToString()), ("until", "2199-01-01"));

        Assert.Equal(HttpStatusCode.OK, (await ana.OpenAsync("/hubs/south-carolina/desk")).Status);
        await UntilAsync(async () => (await ana.NewsOfAsync()).Contains("You hold a role in South Carolina", StringComparison.Ordinal));
        var bad = await mira.SendAsync("/hubs/south-carolina/roles?handler=Give", page.Fields(), ("role", hub.Roles[1].Id.ToString()), ("who", who.ToString()), ("until", "2001-01-01"));
        Assert.Equal(HttpStatusCode.Conflict, bad.Status);
        await ana.SendAsync("/hubs/south-carolina/roles?handler=End", (await ana.OpenAsync("/hubs/south-carolina/roles")).Fields(), ("role", hub.Roles[0].Id.ToString()));
        Assert.Equal(HttpStatusCode.NotFound, (await ana.OpenAsync("/hubs/south-carolina/desk")).Status);
    }

    [Fact]
    public async Task A_hub_that_merges_takes_its_people_along_once_and_its_address_leads_on()
    {
        using var mira = await app.SignedInAsync("mira_merges", Duties.Editor);
        using var ana = await app.SignedInAsync("ana_both");
        await FoundAsync("walks-of-tests", "physical-activity");
        await FoundAsync("runs-of-tests", "school-health");
        await app.MemberAsync("walks-of-tests", "ana_both");
        await app.MemberAsync("runs-of-tests", "ana_both");

        var page = await mira.OpenAsync("/hubs/walks-of-tests/shape");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await mira.SendAsync("/hubs/walks-of-tests/shape?handler=Merge", page.Fields(), ("Into", "runs-of-tests"))).Status);
        var merged = await mira.SendAsync("/hubs/walks-of-tests/shape?handler=Merge", page.Fields(), ("Into", "runs-of-tests"), ("Sure", "true"));

        Assert.Equal(HttpStatusCode.SeeOther, merged.Status);
        var old = await ana.OpenAsync("/hubs/walks-of-tests");
        Assert.Equal((HttpStatusCode.MovedPermanently, "/hubs/runs-of-tests"), (old.Status, old.Goes));
        await UntilAsync(async () => (await ana.OpenAsync("/hubs/walks-of-tests/feed.xml")).Status == HttpStatusCode.MovedPermanently);
        var into = await app.HubAsync("runs-of-tests");
        Assert.Equal(["school-health", "physical-activity"], into.Scope.Topics);
        Assert.Equal(1, await app.InDbAsync(db => db.HubMemberships.CountAsync(m => m.HubId == into.Id, Stop)));
    }

    [Fact]
    public async Task A_new_hub_is_split_off_with_a_part_of_the_places()
    {
        using var mira = await app.SignedInAsync("mira_splits", Duties.Editor);

        var split = await mira.FillAsync("/hubs/minnesota/shape?handler=Split", ("Input.Name", "Twin Cities"), ("Input.Purpose", "The two cities."), ("Input.Takes", "mn"), ("Input.Within", "true"));

        Assert.Equal((HttpStatusCode.SeeOther, "/hubs/twin-cities"), (split.Status, split.Goes));
        var (parent, part) = (await app.HubAsync("minnesota"), await app.HubAsync("twin-cities"));
        Assert.Equal(parent.Id, part.ParentId);
        Assert.Equal(["mn"], part.Scope.Regions);
        Assert.DoesNotContain("mn", parent.Scope.Regions);
        await UntilAsync(async () => (await mira.OpenAsync("/hubs/minnesota")).Body.Contains("/hubs/twin-cities", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Whoever_applies_for_a_hub_sees_how_it_stands_and_becomes_its_steward()
    {
        using var ana = await app.SignedInAsync("ana_founds");
        using var mira = await app.SignedInAsync("mira_founds", Duties.Editor);
        using var stranger = await app.SignedInAsync("sid_looks");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await ana.FillAsync("/hubs/new", ("Input.Name", "Vermont"))).Status);
        var sent = await ana.FillAsync("/hubs/new", ("Input.Name", "Vermont"), ("Input.Area", "Vermont, United States"), ("Input.Purpose", "Meet."), ("Input.Who", "Three nurses."), ("Input.Partners", ""));
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.OpenAsync(sent.Goes!)).Status);

        await UntilAsync(async () => (await mira.NewsOfAsync()).Contains("ana_founds applies to found a hub", StringComparison.Ordinal));
        var page = await mira.OpenAsync(sent.Goes!);
        await mira.SendAsync(sent.Goes + "?handler=Decide", page.Fields(), ("Outcome", "ask"), ("Words", "Who else?"));
        Assert.Contains("Who else?", (await ana.OpenAsync(sent.Goes!)).Body, StringComparison.Ordinal);
        await ana.FillAsync(sent.Goes!, ("Input.Partners", "The clinic."));
        await mira.SendAsync(sent.Goes + "?handler=Decide", page.Fields(), ("Outcome", "accept"), ("Words", ""));

        var hub = await app.HubAsync("vermont");
        Assert.True(hub.Scope.Covers("Burlington, Vermont"));
        Assert.Equal(HttpStatusCode.OK, (await ana.OpenAsync("/hubs/vermont/desk")).Status);
        Assert.Equal(HttpStatusCode.Conflict, (await mira.SendAsync(sent.Goes + "?handler=Decide", page.Fields(), ("Outcome", "decline"), ("Words", "No."))).Status);
    }

    [Fact]
    public async Task A_hub_has_one_room_that_its_first_talker_opens()
    {
        using var ana = await app.SignedInAsync("ana_talks");
        await app.MemberAsync("improvement-capability", "ana_talks");

        await ana.FillAsync("/hubs/improvement-capability/talk");

        Assert.Equal("/rooms/improvement-capability", (await ana.OpenAsync("/hubs/improvement-capability/talk")).Goes);
        Assert.Equal(HttpStatusCode.OK, (await ana.OpenAsync("/rooms/improvement-capability")).Status);
    }

    static async Task<string> DecisionAsync(Browser member, string hub)
    {
        string? address = null;
        await UntilAsync(async () =>
        {
            var links = (await member.OpenAsync("/notifications")).Page.QuerySelectorAll("main h2 a").Select(a => a.GetAttribute("href")!);
            foreach (var link in links)
                if ((await member.OpenAsync(link)).Goes is { } goes && goes.StartsWith(hub + "/decisions/", StringComparison.Ordinal))
                    address = goes;
            return address is not null;
        });
        return address!;
    }

    Task<int> FoundAsync(string slug, string topic) => app.InDbAsync(async db =>
    {
        var hub = new Hub(HubKind.Topical, slug, new() { ["en"] = new(slug, "Made by a test.", []) }, new([topic], []), DateTimeOffset.UtcNow);
        db.AddRange(hub, new HubSlug(slug, hub.Id), HealthDoers.Web.Data.Starter.HubDefaults.Furnish(hub, DateTimeOffset.UtcNow));
        return await db.SaveChangesAsync(Stop);
    });
}
