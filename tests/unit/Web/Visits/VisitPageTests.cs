using System.Globalization;
using System.Net;
using HealthDoers.Domain.Communities;
using HealthDoers.Domain.Ideas;
using HealthDoers.Tests.Web.Rooms;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Tests.Web.Visits;

public class VisitPageTests(WebApp app) : IClassFixture<WebApp>
{
    const string Venue = "Back door, 14 Quarry Lane";
    static readonly string NextMonth = DateTime.UtcNow.AddDays(30).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Two_communities_agree_on_a_visit_and_the_guests_take_something_home()
    {
        var (host, guest, stranger) = (await TeamAsync("host"), await TeamAsync("guest"), await app.PersonAsync("stranger"));
        var idea = await IdeaOfAsync(host);
        var offer = await OfferAsync(host);
        using var visitor = app.Browser();
        Assert.Contains("Our garden", (await visitor.OpenAsync(offer)).Body, StringComparison.Ordinal);
        Assert.Contains(offer, (await visitor.OpenAsync("/visits")).Body, StringComparison.Ordinal);

        var visit = (await ApplyAsync(guest, offer)).Goes!;
        Assert.StartsWith("/visits/plans/", visit, StringComparison.Ordinal);
        await app.ToldAsync(host.Person, "would like to visit");
        Assert.Equal(HttpStatusCode.NotFound, (await new Browser(stranger.Http).OpenAsync(visit)).Status);
        Assert.Contains("Who pays for the water?", (await host.Browser.OpenAsync(visit)).Body, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.SeeOther, (await PressAsync(host, visit, "Accept", ("Input.Words", "Come on Tuesday"))).Status);
        Assert.Equal(HttpStatusCode.Conflict, (await PressAsync(host, visit, "Decline", ("Input.Words", "Or not"))).Status);
        await app.ToldAsync(guest.Person, "welcomes your visit");
        Assert.Contains("Come on Tuesday", (await guest.Browser.OpenAsync(visit)).Body, StringComparison.Ordinal);

        var past = await host.Browser.FillAsync($"{visit}/day", ("Input.Date", "2020-01-01"), ("Input.Zone", "America/Chicago"), ("Input.Venue", Venue));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, past.Status);
        Assert.NotNull(past.Wrong("Input.Date"));
        Assert.Contains(Venue, past.Body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await host.Browser.FillAsync($"{visit}/day", ("Input.Date", NextMonth), ("Input.Zone", "America/Chicago"), ("Input.Venue", Venue))).Status);
        var calendar = (await guest.Browser.OpenAsync(visit)).Page.QuerySelector("main a[href$='/calendar.ics']")!.GetAttribute("href")!;
        Assert.Contains("Quarry Lane", (await guest.Browser.OpenAsync(calendar)).Body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.OpenAsync(calendar)).Status);
        foreach (var open in new[] { offer, "/visits", $"/communities/{host.Slug}", "/gatherings" })
            Assert.DoesNotContain("Quarry Lane", (await visitor.OpenAsync(open)).Body, StringComparison.Ordinal);

        var early = await guest.Browser.FillAsync($"{visit}/report", ("Input.Saw", "A garden"));
        Assert.Equal(HttpStatusCode.Conflict, early.Status);
        Assert.Contains("A garden", early.Body, StringComparison.Ordinal);
        await BeginAsync(visit);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await guest.Browser.FillAsync($"{visit}/report", ("Input.Saw", " "))).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await guest.Browser.FillAsync($"{visit}/report", ("Input.Saw", "Beds at the right height"), ("Input.Ideas", idea), ("Input.Else", "A bench at the gate"))).Status);
        await app.ToldAsync(host.Person, "take home");

        var begin = (await guest.Browser.OpenAsync(visit)).Page.QuerySelector("main a[href*='takeaway=']")!.GetAttribute("href")!;
        var form = await guest.Browser.OpenAsync(begin);
        Assert.Equal($"Team of {guest.Slug}", form.Page.QuerySelector("#Input_Who")!.GetAttribute("value"));
        var begun = await guest.Browser.FillAsync(begin, ("Input.WhatWeChange", "Smaller beds"), ("Input.Prediction", "More children come"));
        Assert.StartsWith("/adaptations/", begun.Goes, StringComparison.Ordinal);
        Assert.Equal(begun.Goes, (await guest.Browser.OpenAsync(begin)).Goes);
        Assert.Contains(begun.Goes!, (await host.Browser.OpenAsync(visit)).Body, StringComparison.Ordinal);
        Assert.StartsWith("/ideas/new?draft=", (await PressAsync(guest, visit, "Propose")).Goes, StringComparison.Ordinal);

        Assert.Null((await host.Browser.OpenAsync($"/communities/{host.Slug}")).Page.QuerySelector("#help"));
        await PressAsync(host, visit, "Show");
        await PressAsync(guest, visit, "Show");
        Assert.Contains(guest.Slug, (await host.Browser.OpenAsync($"/communities/{host.Slug}")).Page.QuerySelector("#help + ul")!.InnerHtml, StringComparison.Ordinal);
        Assert.Contains($"Team of {host.Slug}", (await guest.Browser.OpenAsync("/mentoring/ledger")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_is_refused_and_nothing_typed_is_lost()
    {
        var (host, guest, stranger) = (await TeamAsync("host"), await TeamAsync("guest"), await TeamAsync("other"));
        var empty = await host.Browser.FillAsync("/visits/new", ("Input.Title", "Our kitchen"), ("Input.MostGuests", "-3"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, empty.Status);
        Assert.NotNull(empty.Wrong("Input.See"));
        Assert.NotNull(empty.Wrong("Input.MostGuests"));
        Assert.Contains("Our kitchen", empty.Body, StringComparison.Ordinal);

        var offer = await OfferAsync(host);
        var oneself = await ApplyAsync(host, offer);
        Assert.Equal(HttpStatusCode.Conflict, oneself.Status);
        Assert.Contains("Who pays for the water?", oneself.Body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await ApplyAsync(guest, offer, ("Input.Of", host.Slug))).Status);
        Assert.Equal(HttpStatusCode.Conflict, (await ApplyAsync(guest, offer, ("Input.Guests", "5"))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await guest.Browser.OpenAsync($"{offer}/edit")).Status);

        var form = (await guest.Browser.OpenAsync($"{offer}/apply")).Fields().ToList();
        var both = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => guest.Browser.SendAsync($"{offer}/apply", form, Ask)));
        Assert.Single(both.Select(a => a.Goes).Distinct());
        Assert.Equal(HttpStatusCode.Conflict, (await ApplyAsync(guest, offer)).Status);

        var late = (await stranger.Browser.OpenAsync($"{offer}/apply")).Fields().ToList();
        Assert.Equal(HttpStatusCode.SeeOther, (await PressAsync(host, offer, "Withdraw")).Status);
        Assert.Equal(HttpStatusCode.Conflict, (await stranger.Browser.SendAsync($"{offer}/apply", late, Ask)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await app.Browser().OpenAsync(offer)).Status);
        var visit = both[0].Goes!;
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await PressAsync(host, visit, "Decline", ("Input.Words", " "))).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await PressAsync(host, visit, "Decline", ("Input.Words", "We rebuild until fall."))).Status);
        Assert.Contains("We rebuild until fall.", (await guest.Browser.OpenAsync(visit)).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_visit_that_is_called_off_leaves_both_calendars()
    {
        var (host, guest) = (await TeamAsync("host"), await TeamAsync("guest"));
        var visit = (await ApplyAsync(guest, await OfferAsync(host))).Goes!;
        await PressAsync(host, visit, "Accept");
        await host.Browser.FillAsync($"{visit}/day", ("Input.Date", NextMonth), ("Input.Zone", "America/Chicago"), ("Input.Venue", Venue));
        Assert.Equal(HttpStatusCode.SeeOther, (await PressAsync(guest, visit, "CallOff", ("Input.Words", "Our bus broke down"))).Status);
        await app.ToldAsync(host.Person, "called the visit off");
        var id = Guid.Parse(visit[^36..]);
        Assert.True(await app.InDbAsync(db => db.Gatherings.AnyAsync(g => g.Cancellation != null && db.Visits.Any(v => v.Id == id && v.GatheringId == g.Id), Stop)));
        await app.EraseAsync(guest.Person.Member.Id);
        Assert.False(await app.InDbAsync(db => db.Visits.AnyAsync(v => v.Id == id && v.AppliedById != null, Stop)));
    }

    [Fact]
    public async Task Communities_like_mine_come_first_and_it_says_why()
    {
        var (near, far, mine) = (await TeamAsync("near", PlaceType.Online), await TeamAsync("far"), await TeamAsync("mine", PlaceType.Online));
        var alike = await OfferAsync(near);
        var newer = await OfferAsync(far);
        var page = (await mine.Browser.OpenAsync("/visits")).Body;
        Assert.True(page.IndexOf(alike, StringComparison.Ordinal) < page.IndexOf(newer, StringComparison.Ordinal));
    }

    static readonly (string, string)[] Ask = [("Input.Who", "Two nurses"), ("Input.Guests", "2"), ("Input.Learn", "How it is paid for"), ("Input.Questions", "Who pays for the water?")];

    static Task<Answer> ApplyAsync(Team team, string offer, params (string, string)[] more) =>
        team.Browser.FillAsync($"{offer}/apply", [.. Ask.Prepend(("Input.Of", team.Slug)).Where(a => !more.Any(m => m.Item1 == a.Item1)), .. more]);

    static async Task<string> OfferAsync(Team team) => (await team.Browser.FillAsync("/visits/new", ("Input.Of", team.Slug), ("Input.Title", "Our garden"), ("Input.See", "Beds and a kitchen"), ("Input.Languages", "en"))).Goes!;

    /// <summary>Presses a button of the page with what else stands in its form.</summary>
    static async Task<Answer> PressAsync(Team team, string page, string handler, params (string, string)[] typed)
    {
        var shown = await team.Browser.OpenAsync(page);
        var form = shown.Page.QuerySelectorAll("main form").FirstOrDefault(f => f.OuterHtml.Contains($"handler={handler}", StringComparison.Ordinal));
        var hidden = form is null ? Answer.FieldsOf(shown.Page.QuerySelectorAll("form").First(f => f.QuerySelector("input[name=__RequestVerificationToken]") is not null)) : Answer.FieldsOf(form);
        return await team.Browser.SendAsync($"{page}?handler={handler}", hidden.ToList(), typed);
    }

    async Task<Team> TeamAsync(string handle, PlaceType placeType = PlaceType.Unsaid)
    {
        var person = await app.PersonAsync(handle);
        var slug = $"team-{Guid.NewGuid():N}"[..20];
        await app.InDbAsync(async db =>
        {
            var content = new ListingContent { Words = new() { ["en"] = new() { Name = $"Team of {slug}" } }, Place = new("Maywood, Illinois"), PlaceType = placeType };
            db.Add(Listing.Founded(ListingKind.Community, content, slug, person.Member, DateTimeOffset.UtcNow));
            var listing = db.Listings.Local.Single();
            db.ListingSlugs.Add(new(slug, listing.Id));
            return await db.SaveChangesAsync(Stop);
        });
        return new(person, new(person.Http), slug);
    }

    /// <summary>The slug of an idea that this community tries.</summary>
    async Task<string> IdeaOfAsync(Team team) => await app.InDbAsync(async db =>
    {
        var idea = await db.Ideas.Public().Where(i => i.Retirement == null).OrderBy(i => i.Id).FirstAsync(Stop);
        var listing = await db.Listings.Include(l => l.Seats).SingleAsync(l => l.Slug == team.Slug, Stop);
        var member = await db.Members.SingleAsync(m => m.Id == team.Person.Member.Id, Stop);
        var adaptation = new Adaptation(idea, null, member, new() { Who = "We" }, DateTimeOffset.UtcNow);
        adaptation.IsTriedBy(listing, member);
        db.Add(adaptation);
        await db.SaveChangesAsync(Stop);
        return idea.Slug;
    });

    /// <summary>The day has come.</summary>
    async Task BeginAsync(string visit)
    {
        var id = Guid.Parse(visit[^36..]);
        await app.InDbAsync(db => db.Occurrences.Where(o => db.Visits.Any(v => v.Id == id && v.GatheringId == o.GatheringId))
            .ExecuteUpdateAsync(set => set.SetProperty(o => o.StartsAt, DateTimeOffset.UtcNow.AddHours(-3)).SetProperty(o => o.EndsAt, DateTimeOffset.UtcNow.AddHours(-1)), Stop));
    }

    sealed record Team(Person Person, Browser Browser, string Slug);
}
