using System.Net;
using HealthDoers.Domain.Communities;
using HealthDoers.Tests.Web.Rooms;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Tests.Web.Mentoring;

public partial class MentoringTests
{
    [Fact]
    public async Task A_pact_between_communities_opens_to_their_teams_and_to_nobody_else()
    {
        var (ana, joe, bo, eve) = (await PersonAsync("ana"), await PersonAsync("joe"), await PersonAsync("bo"), await PersonAsync("eve"));
        var (garden, clinic) = (await CommunityAsync(ana, bo), await CommunityAsync(joe));
        var pact = await AgreeAsync(ana, joe, ("Input.Of", garden), ("Input.Of", clinic));

        Assert.Equal(HttpStatusCode.NotFound, (await eve.Browser.OpenAsync(pact)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await eve.Browser.OpenAsync($"{pact}/come-in")).Status);
        Assert.NotNull((await bo.Browser.OpenAsync("/mentoring")).Page.QuerySelector($"main a[href='{pact}/come-in']"));
        Assert.Equal($"{pact}/come-in", (await bo.Browser.OpenAsync(pact)).Goes);
        Assert.Equal(pact, (await bo.Browser.FillAsync($"{pact}/come-in")).Goes);
        var room = (await bo.Browser.OpenAsync(pact)).Page.QuerySelector("main a[href^='/rooms/']")!.GetAttribute("href")!;
        Assert.Equal(HttpStatusCode.OK, (await bo.Browser.OpenAsync(room)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await eve.Browser.OpenAsync(room)).Status);
        Assert.Contains("Bo", (await joe.Browser.OpenAsync(pact)).Page.QuerySelector("main aside")!.TextContent, StringComparison.Ordinal);

        foreach (var one in new[] { ana, joe })
            await ShowAsync(one, pact);
        Assert.Null((await eve.Browser.OpenAsync($"/communities/{garden}")).Page.QuerySelector("#help"));
        await ShowAsync(bo, pact);
        Assert.Contains(clinic, (await eve.Browser.OpenAsync($"/communities/{garden}")).Page.QuerySelector("#help + ul")!.InnerHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pact_that_ends_takes_its_meetings_out_of_the_calendars_and_an_erased_member_leaves_no_words()
    {
        var (ana, joe) = (await PersonAsync("ana"), await PersonAsync("joe"));
        var pact = await AgreeAsync(ana, joe);
        await FormAsync(ana, pact, "Ask", ("Input.Question", "Why so few?"));
        await FormAsync(ana, pact, "Aim", ("Input.Goal", "Count for a week"));
        await joe.ToldAsync(app, "asks a question in your mentoring pact");
        Assert.Equal(HttpStatusCode.SeeOther, (await ana.Browser.FillAsync($"{pact}/meet", ("Input.Date", NextYear), ("Input.Starts", "10:00"), ("Input.Ends", "10:30"), ("Input.Zone", "America/Chicago"))).Status);
        Assert.NotNull((await joe.Browser.OpenAsync(pact)).Page.QuerySelector("main a[href$='/calendar.ics']"));
        Assert.Equal(HttpStatusCode.SeeOther, (await ana.Browser.FillAsync($"{pact}/end", ("Input.WhatChanged", "Sixty come now."))).Status);
        Assert.Null((await joe.Browser.OpenAsync(pact)).Page.QuerySelector("main a[href$='/calendar.ics']"));
        var id = Guid.Parse(pact[^36..]);
        Assert.True(await app.InDbAsync(db => db.Gatherings.AnyAsync(g => g.Cancellation != null && db.Pacts.Any(p => p.Id == id && p.RoomId == g.RoomId))));

        await app.EraseAsync(ana.Id);
        var left = (await joe.Browser.OpenAsync(pact)).Body;
        Assert.DoesNotContain("Why so few?", left, StringComparison.Ordinal);
        Assert.DoesNotContain("Count for a week", left, StringComparison.Ordinal);
    }

    /// <summary>The two find each other and make a pact.</summary>
    async Task<string> AgreeAsync(Someone mentee, Someone mentor, (string, string)? asFor = null, (string, string)? offersFor = null)
    {
        await SayAsync(mentee, "ask", asFor is { } of ? [of] : []);
        await SayAsync(mentor, "offer", offersFor is { } other ? [other] : []);
        await mentee.Browser.FillAsync($"/mentoring/ask/{mentor.Handle}", ("Input.Goal", "A garden"), ("Input.EndsOn", NextYear));
        var request = await app.InDbAsync(db => db.MentoringRequests.Where(r => r.ToId == mentor.Id).Select(r => $"/mentoring/requests/{r.Id}").SingleAsync());
        return (await mentor.Browser.SendAsync($"{request}?handler=Accept", (await mentor.Browser.OpenAsync(request)).Fields())).Goes!;
    }

    static async Task ShowAsync(Someone who, string pact)
    {
        var form = (await who.Browser.OpenAsync(pact)).Page.QuerySelectorAll("main form").Single(f => f.OuterHtml.Contains("handler=Show", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.SeeOther, (await who.Browser.SendAsync($"{pact}?handler=Show", Answer.FieldsOf(form).ToList())).Status);
    }

    async Task<string> CommunityAsync(Someone steward, params Someone[] team) => await app.InDbAsync(async db =>
    {
        var slug = $"team-{Guid.NewGuid():N}"[..20];
        var listing = Listing.Founded(ListingKind.Community, new() { Words = new() { ["en"] = new() { Name = slug } } }, slug, steward.Person.Member, DateTimeOffset.UtcNow);
        foreach (var mate in team)
        {
            var member = await db.Members.SingleAsync(m => m.Id == mate.Id);
            listing.Invite(member, TripodLeg.LivedExperience, steward.Person.Member, DateTimeOffset.UtcNow);
            listing.TakeSeat(member, TripodLeg.LivedExperience, SeatNaming.MyName, "", "", DateTimeOffset.UtcNow);
        }
        db.Add(listing);
        db.ListingSlugs.Add(new(slug, listing.Id));
        await db.SaveChangesAsync();
        return slug;
    });
}
