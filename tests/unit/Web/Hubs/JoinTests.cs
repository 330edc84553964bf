using System.Net;
using HealthDoers.Domain.Hubs;
using HealthDoers.Domain.Members;
using Microsoft.EntityFrameworkCore;
using static HealthDoers.Tests.Web.Eventually;

namespace HealthDoers.Tests.Web.Hubs;

public class JoinTests(WebApp app) : IClassFixture<WebApp>
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Joining_keeps_the_answers_and_the_very_text_that_was_agreed_to()
    {
        using var ana = await app.SignedInAsync("ana_joins");

        var answer = await ana.FillAsync("/hubs/aging-well/join", ("Input.Answers[0]", "My mother."), ("Input.Agreed", "true"));

        Assert.Equal((HttpStatusCode.SeeOther, "/hubs/aging-well"), (answer.Status, answer.Goes));
        var (membership, hub) = await app.InDbAsync(async db =>
            (await db.HubMemberships.SingleAsync(m => m.Member.Handle == "ana_joins", Stop), await db.Hubs.SingleAsync(h => h.Slug == "aging-well", Stop)));
        Assert.True(membership.IsJoined);
        Assert.Equal(hub.AgreementId, membership.AgreementId);
        Assert.Equal("My mother.", Assert.Single(membership.Answers).Answer);
    }

    [Fact]
    public async Task Without_a_yes_to_the_agreement_nobody_joins_and_nothing_typed_is_lost()
    {
        using var ana = await app.SignedInAsync("ana_unsure");

        var answer = await ana.FillAsync("/hubs/aging-well/join", ("Input.Answers[0]", "Let me think."));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.NotNull(answer.Wrong("Input.Agreed"));
        Assert.Contains("Let me think.", answer.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_that_is_too_long_is_refused_and_stays()
    {
        using var ana = await app.SignedInAsync("ana_long");
        var much = new string('x', HubMembership.AnswerLimit + 1);

        var answer = await ana.FillAsync("/hubs/aging-well/join", ("Input.Answers[0]", much), ("Input.Agreed", "true"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains(much, answer.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_stewards_approve_a_request_waits_and_is_answered()
    {
        using var steward = await app.SignedInAsync("vera_vet");
        await app.StewardAsync("veterans", "vera_vet");
        await app.RulesAsync("veterans", new(ApprovesJoins: true));
        using var joe = await app.SignedInAsync("joe_vet");

        await joe.FillAsync("/hubs/veterans/join", ("Input.Agreed", "true"));
        await UntilAsync(async () => (await steward.NewsOfAsync()).Contains("joe_vet asks to join Veterans", StringComparison.Ordinal));
        var desk = await steward.OpenAsync("/hubs/veterans/desk");
        var id = desk.Page.QuerySelector("input[name=id]")!.GetAttribute("value")!;
        var accepted = await steward.SendAsync("/hubs/veterans/desk?handler=Accept", desk.Fields(), ("id", id));

        Assert.Equal(HttpStatusCode.SeeOther, accepted.Status);
        await UntilAsync(async () => (await joe.NewsOfAsync()).Contains("You are a member of Veterans now", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.Conflict, (await steward.SendAsync("/hubs/veterans/desk?handler=Accept", desk.Fields(), ("id", id))).Status);
    }

    [Fact]
    public async Task A_declined_request_says_why_and_may_be_made_again()
    {
        using var steward = await app.SignedInAsync("sam_metrics");
        await app.StewardAsync("metrics", "sam_metrics");
        await app.RulesAsync("metrics", new(ApprovesJoins: true));
        using var joe = await app.SignedInAsync("joe_metrics");
        await joe.FillAsync("/hubs/metrics/join", ("Input.Agreed", "true"));

        var desk = await steward.OpenAsync("/hubs/metrics/desk");
        var id = desk.Page.QuerySelector("input[name=id]")!.GetAttribute("value")!;
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await steward.SendAsync("/hubs/metrics/desk?handler=Decline", desk.Fields(), ("id", id), ("why", " "))).Status);
        await steward.SendAsync("/hubs/metrics/desk?handler=Decline", desk.Fields(), ("id", id), ("why", "Tell us more first."));

        var hub = await joe.OpenAsync("/hubs/metrics");
        var decision = hub.Page.QuerySelector("a[href*='/decisions/']")!.GetAttribute("href")!;
        Assert.Contains("Tell us more first.", (await joe.OpenAsync(decision)).Body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await joe.FillAsync("/hubs/metrics/join", ("Input.Agreed", "true"))).Status);
    }

    [Fact]
    public async Task Who_leaves_is_no_member_and_holds_no_role()
    {
        using var ana = await app.SignedInAsync("ana_leaves");
        await app.StewardAsync("communities-of-spirit", "ana_leaves");

        var page = await ana.OpenAsync("/hubs/communities-of-spirit/join");
        await ana.SendAsync("/hubs/communities-of-spirit/join?handler=Leave", page.Fields());

        var hub = await app.HubAsync("communities-of-spirit");
        Assert.Null(hub.Roles[0].TermAt(DateTimeOffset.UtcNow));
        Assert.Empty(await app.InDbAsync(db => db.HubMemberships.Where(m => m.HubId == hub.Id).ToListAsync(Stop)));
    }

    [Fact]
    public async Task Who_leaves_the_site_takes_their_answers_along()
    {
        using var ana = await app.SignedInAsync("ana_goes");
        await ana.FillAsync("/hubs/child-health/join", ("Input.Answers[0]", "Three children."), ("Input.Agreed", "true"));
        Assert.Equal(HttpStatusCode.SeeOther, (await ana.FillAsync("/account/leave", ("Input.Password", Browser.Password), ("Input.Stays", "UnderNoName"))).Status);

        Assert.Empty(await app.InDbAsync(db => db.HubMemberships.Where(m => db.Hubs.Any(h => h.Id == m.HubId && h.Slug == "child-health")).ToListAsync(Stop)));
    }

    [Fact]
    public async Task The_desk_is_not_there_for_those_who_do_not_look_after_the_hub()
    {
        using var ana = await app.SignedInAsync("ana_only");
        await app.MemberAsync("healthy-living", "ana_only");

        foreach (var page in new[] { "desk", "edit", "agreement/edit", "roles", "shape", "take-out/anything", "remove/ana_only" })
            Assert.Equal(HttpStatusCode.NotFound, (await ana.OpenAsync("/hubs/healthy-living/" + page)).Status);
    }

    [Fact]
    public async Task A_new_agreement_is_shown_to_members_and_the_old_one_stays_what_they_agreed_to()
    {
        using var editor = await app.SignedInAsync("mira_hubs", Duties.Editor);
        using var ana = await app.SignedInAsync("ana_agrees");
        await ana.FillAsync("/hubs/leadership-development/join", ("Input.Agreed", "true"));
        var before = await app.InDbAsync(db => db.HubMemberships.Where(m => m.Member.Handle == "ana_agrees").Select(m => m.AgreementId).SingleAsync(Stop));

        var stale = await editor.OpenAsync("/hubs/leadership-development/agreement/edit");
        await editor.FillAsync("/hubs/leadership-development/agreement/edit", ("Input.Points[en]", "Listen first."), ("Input.Points[es]", "Escuchar primero."));
        var lost = await editor.SendAsync("/hubs/leadership-development/agreement/edit", stale.Fields(), ("Input.Points[en]", "Speak up."), ("Input.Points[es]", "Hablar."));

        Assert.Equal(HttpStatusCode.Conflict, lost.Status);
        Assert.Contains("Listen first.", lost.Body, StringComparison.Ordinal);
        Assert.Contains("Speak up.", lost.Body, StringComparison.Ordinal);
        Assert.Equal(before, await app.InDbAsync(db => db.HubMemberships.Where(m => m.Member.Handle == "ana_agrees").Select(m => m.AgreementId).SingleAsync(Stop)));
        var page = await ana.OpenAsync("/hubs/leadership-development/join");
        Assert.Contains("Listen first.", page.Body, StringComparison.Ordinal);
    }
}
