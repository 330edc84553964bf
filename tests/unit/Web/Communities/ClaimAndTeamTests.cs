using System.Net;
using HealthDoers.Domain.Members;
using HealthDoers.Domain.Notifications;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Tests.Web.Communities;

public class ClaimAndTeamTests(WebApp app) : IClassFixture<WebApp>
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_claim_is_looked_at_by_an_editor_and_the_claimant_hears_of_it()
    {
        using var ana = await app.SignedInAsync("ana_claims");
        using var mira = await app.SignedInAsync("mira_decides", Duties.Editor);
        const string Path = "/communities/live-algoma";

        var refused = await ana.FillAsync($"{Path}/claim", ("Input.Who", "I coordinate it"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.NotNull(refused.Wrong("Input.Proof"));
        Assert.Equal(HttpStatusCode.SeeOther, (await ana.FillAsync($"{Path}/claim", ("Input.Who", "I coordinate it"), ("Input.Proof", "Ask the <library>"))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await ana.OpenAsync($"{Path}/edit")).Status);

        var desk = await mira.OpenAsync("/admin/claims");
        Assert.Contains("Ask the <library>", desk.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        var silent = await mira.SendAsync("/admin/claims", desk.Fields(), ("accept", "false"), ("reason", " "));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, silent.Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await mira.SendAsync("/admin/claims", desk.Fields(), ("accept", "true"), ("reason", "Welcome"))).Status);

        Assert.Equal(HttpStatusCode.OK, (await ana.OpenAsync($"{Path}/edit")).Status);
        await HearsAsync("ana_claims", NotificationKind.ClaimAccepted);
        var news = await ana.OpenAsync("/notifications");
        Assert.Contains("Live Algoma", news.Body, StringComparison.Ordinal);
        Assert.Contains("Welcome", news.Body, StringComparison.Ordinal);

        using var joe = await app.SignedInAsync("joe_late");
        var late = await joe.FillAsync($"{Path}/claim", ("Input.Who", "Me too"), ("Input.Proof", "Call"));
        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Equal("Me too", late.Page.GetElementById("Input_Who")!.TextContent.Trim());
    }

    [Fact]
    public async Task A_declined_claim_tells_why_and_leaves_the_profile_unclaimed()
    {
        using var ana = await app.SignedInAsync("ana_tries");
        using var mira = await app.SignedInAsync("mira_declines", Duties.Editor);
        await ana.FillAsync("/communities/brooklyn-park/claim", ("Input.Who", "I live there"), ("Input.Proof", "Trust me"));

        await mira.SendAsync("/admin/claims", (await mira.OpenAsync("/admin/claims")).Fields(), ("accept", "false"), ("reason", "Nobody there knows you."));

        await HearsAsync("ana_tries", NotificationKind.ClaimDeclined);
        Assert.Contains("Nobody there knows you.", (await ana.OpenAsync("/notifications")).Body, StringComparison.Ordinal);
        Assert.False(await app.InDbAsync(db => db.Listings.AnyAsync(l => l.Slug == "brooklyn-park" && l.StewardId != null, Stop)));
    }

    [Fact]
    public async Task A_resident_is_invited_says_yes_and_is_named_only_as_they_choose()
    {
        using var ana = await app.SignedInAsync("ana_leads");
        using var rosa = await app.SignedInAsync("rosa_lives");
        var path = (await ana.FillAsync("/communities/new", ("Input.Name", "Team of three"), ("Input.Summary", "We try."), ("Input.Place", "Maywood, Illinois"))).Goes!;

        var nobody = await ana.FillAsync($"{path}/team?handler=Invite", ("Input.Handle", "no_such_person"), ("Input.Leg", "LivedExperience"));
        Assert.NotNull(nobody.Wrong("Input.Handle"));
        Assert.Equal(HttpStatusCode.SeeOther, (await ana.FillAsync($"{path}/team?handler=Invite", ("Input.Handle", "@rosa_lives"), ("Input.Leg", "LivedExperience"))).Status);
        Assert.DoesNotContain("rosa_lives", (await app.Browser().OpenAsync(path)).Body, StringComparison.Ordinal);
        await HearsAsync("rosa_lives", NotificationKind.TeamInvitation);

        var noName = await rosa.FillAsync($"{path}/seat", ("Input.Naming", "OtherName"), ("Input.OtherName", ""));
        Assert.NotNull(noName.Wrong("Input.OtherName"));
        Assert.Equal(HttpStatusCode.SeeOther, (await rosa.FillAsync($"{path}/seat", ("Input.Naming", "OtherName"), ("Input.OtherName", "Doña R."), ("Input.Role", "tenant"))).Status);

        using var visitor = app.Browser();
        await Eventually.UntilAsync(async () => (await visitor.OpenAsync(path)).Page.QuerySelector(".legs")!.TextContent.Contains("Doña R.", StringComparison.Ordinal));
        var page = (await visitor.OpenAsync(path)).Page;
        Assert.DoesNotContain("rosa_lives", page.QuerySelector("main")!.InnerHtml, StringComparison.Ordinal);
        Assert.Equal(2, page.QuerySelectorAll(".leg-gap").Length);
        await HearsAsync("ana_leads", NotificationKind.TeamJoined);
        await ana.OpenAsync($"{path}/team"); // where the notice of the invitation is said, to the one who sent it
        Assert.DoesNotContain("rosa", (await ana.OpenAsync("/notifications")).Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);

        await rosa.FillAsync($"{path}/seat", ("Input.Naming", "NoName"));
        await Eventually.UntilAsync(async () => !(await visitor.OpenAsync(path)).Body.Contains("Doña R.", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.OK, (await rosa.OpenAsync($"{path}/edit")).Status);
    }

    [Fact]
    public async Task A_steward_who_leaves_the_site_leaves_the_profile_to_the_team()
    {
        using var ana = await app.SignedInAsync("ana_goes");
        using var joe = await app.SignedInAsync("joe_stays");
        var path = (await ana.FillAsync("/communities/new", ("Input.Name", "Stays alive"), ("Input.Summary", "We go on."), ("Input.Place", "Maywood, Illinois"))).Goes!;
        await ana.FillAsync($"{path}/team?handler=Invite", ("Input.Handle", "joe_stays"), ("Input.Leg", "Connector"));
        await joe.FillAsync($"{path}/seat");
        await ana.FillAsync("/communities/summit-county/claim", ("Input.Who", "Me"), ("Input.Proof", "Call"));

        Assert.Equal(HttpStatusCode.SeeOther, (await ana.FillAsync("/account/leave", ("Input.Stays", "Nothing"), ("Input.Password", Browser.Password))).Status);

        var joes = await app.InDbAsync(db => db.Members.Where(m => m.Handle == "joe_stays").Select(m => m.Id).SingleAsync(Stop));
        var listing = await app.InDbAsync(db => db.Listings.Include(l => l.Seats).SingleAsync(l => l.Name == "Stays alive", Stop));
        Assert.Equal((joes, joes), (listing.StewardId, Assert.Single(listing.Seats).MemberId));
        Assert.Equal(0, await app.InDbAsync(db => db.ListingClaims.CountAsync(c => c.Who == "Me", Stop)));
        await HearsAsync("joe_stays", NotificationKind.StewardChanged);
    }

    Task HearsAsync(string handle, NotificationKind kind) => Eventually.UntilAsync(() => app.InDbAsync(db =>
        db.Notifications.AnyAsync(n => n.Kind == kind && db.Members.Any(m => m.Id == n.MemberId && m.Handle == handle), Stop)));
}
