using System.Net;
using HealthDoers.Domain.Members;
using HealthDoers.Tests.Web.Rooms;
using HealthDoers.Web.Access.PersonalData;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HealthDoers.Tests.Web.Mentoring;

public partial class MentoringTests(WebApp app) : IClassFixture<WebApp>
{
    static readonly string NextYear = DateTime.UtcNow.AddYears(1).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    static readonly (string, string)[] Terms = [("Input.Topics", "food-access"), ("Input.Languages", "en"), ("Input.PlaceType", "Countryside")];

    [Fact]
    public async Task Two_people_find_each_other_and_work_through_a_pact()
    {
        var (ana, joe) = (await PersonAsync("ana"), await PersonAsync("joe"));
        await SayAsync(ana, "ask");
        await SayAsync(joe, "offer");

        var matches = await ana.Browser.OpenAsync("/mentoring");
        var row = matches.Page.QuerySelectorAll("main .row").Single(r => r.InnerHtml.Contains($"/mentoring/ask/{joe.Handle}", StringComparison.Ordinal));
        Assert.Contains("Also rural, knows Food access", row.TextContent, StringComparison.OrdinalIgnoreCase);

        var sent = await ana.Browser.FillAsync($"/mentoring/ask/{joe.Handle}", ("Input.Goal", "A garden at our school"), ("Input.EndsOn", NextYear), ("Input.Words", "Hello Joe"));
        Assert.Equal(HttpStatusCode.SeeOther, sent.Status);
        var waiting = await joe.Browser.OpenAsync("/mentoring");
        var request = waiting.Page.QuerySelector("main a[href^='/mentoring/requests/']")!.GetAttribute("href")!;
        Assert.Equal(HttpStatusCode.NotFound, (await (await PersonAsync("eve")).Browser.OpenAsync(request)).Status);

        var accepted = await joe.Browser.SendAsync($"{request}?handler=Accept", (await joe.Browser.OpenAsync(request)).Fields());
        var pact = accepted.Goes!;
        Assert.StartsWith("/mentoring/", pact, StringComparison.Ordinal);
        await PrivateAsync(pact);

        var room = (await ana.Browser.OpenAsync(pact)).Page.QuerySelector("main a[href^='/rooms/']")!.GetAttribute("href")!;
        Assert.Equal(HttpStatusCode.OK, (await ana.Browser.OpenAsync(room)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await app.Browser().OpenAsync(room)).Status);

        await FormAsync(ana, pact, "Ask", ("Input.Question", "Why do so few come?"), ("Input.Details", "We tried Tuesdays."));
        Assert.Contains("We tried Tuesdays.", (await joe.Browser.OpenAsync(room)).Body, StringComparison.Ordinal);
        var question = (await joe.Browser.OpenAsync(pact)).Page.QuerySelector("main a[href*='/questions/']")!.GetAttribute("href")!;
        Assert.Equal(HttpStatusCode.SeeOther, (await joe.Browser.FillAsync(question, ("Input.Helped", "Ask the drivers."))).Status);
        Assert.Contains("Ask the drivers.", (await ana.Browser.OpenAsync(pact)).Body, StringComparison.Ordinal);

        await FormAsync(joe, pact, "Aim", ("Input.Goal", "Count for a week"), ("Input.Due", NextYear));
        Assert.Contains("Count for a week", (await ana.Browser.OpenAsync(pact)).Body, StringComparison.Ordinal);

        var meeting = await ana.Browser.FillAsync($"{pact}/meet", ("Input.Date", NextYear), ("Input.Starts", "10:00"), ("Input.Ends", "10:30"), ("Input.Zone", "America/Chicago"), ("Input.Link", "https://meet.example.org/ana-joe"));
        Assert.Equal(HttpStatusCode.SeeOther, meeting.Status);
        var calendar = (await joe.Browser.OpenAsync(pact)).Page.QuerySelector("main a[href$='/calendar.ics']")!.GetAttribute("href")!;
        Assert.Contains("BEGIN:VEVENT", (await joe.Browser.OpenAsync(calendar)).Body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await app.Browser().OpenAsync(calendar)).Status);
        Assert.DoesNotContain(calendar.Replace("/calendar.ics", "", StringComparison.Ordinal), (await app.Browser().OpenAsync("/gatherings")).Body, StringComparison.Ordinal);
        await joe.ToldAsync(app, "host");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await ana.Browser.FillAsync($"{pact}/end", ("Input.WhatChanged", " "))).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await ana.Browser.FillAsync($"{pact}/end", ("Input.WhatWeDid", "We asked the drivers."), ("Input.WhatChanged", "Sixty come now."))).Status);
        var ended = await ana.Browser.OpenAsync(pact);
        Assert.NotNull(ended.Page.QuerySelector("main a[href^='/mentoring/offer']"));
        var draft = await ana.Browser.SendAsync($"{pact}?handler=Story", ended.Fields());
        Assert.StartsWith("/stories/new?draft=", draft.Goes, StringComparison.Ordinal);
        Assert.Contains("Sixty come now.", (await ana.Browser.OpenAsync(draft.Goes!)).Body, StringComparison.Ordinal);
        await joe.ToldAsync(app, "finished your mentoring pact");
    }

    [Fact]
    public async Task What_cannot_be_is_refused_and_nothing_typed_is_lost()
    {
        var (ana, joe) = (await PersonAsync("ana"), await PersonAsync("joe"));
        Assert.Equal(HttpStatusCode.NotFound, (await ana.Browser.OpenAsync($"/mentoring/ask/{joe.Handle}")).Status);
        var empty = await ana.Browser.FillAsync("/mentoring/ask", ("Input.Words", "Help me, please"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, empty.Status);
        Assert.NotNull(empty.Wrong("Input.Topics"));
        Assert.Contains("Help me, please", empty.Body, StringComparison.Ordinal);

        await SayAsync(ana, "ask");
        await SayAsync(joe, "offer");
        await SayAsync(ana, "offer");
        var path = $"/mentoring/ask/{joe.Handle}";
        var past = await ana.Browser.FillAsync(path, ("Input.Goal", "A garden"), ("Input.EndsOn", "2020-01-01"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, past.Status);
        Assert.NotNull(past.Wrong("Input.EndsOn"));
        Assert.Contains("A garden", past.Body, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.NotFound, (await ana.Browser.OpenAsync($"/mentoring/ask/{ana.Handle}")).Status);
        var form = (await ana.Browser.OpenAsync(path)).Fields().ToList();
        var oneself = await ana.Browser.SendAsync($"/mentoring/ask/{ana.Handle}", form, ("Input.Goal", "Myself"), ("Input.EndsOn", NextYear));
        Assert.Equal(HttpStatusCode.Conflict, oneself.Status);

        await FullAsync(joe);
        var full = await ana.Browser.SendAsync(path, form, ("Input.Goal", "A garden"), ("Input.EndsOn", NextYear));
        Assert.Equal(HttpStatusCode.Conflict, full.Status);
        Assert.Contains("no free place", full.Body, StringComparison.Ordinal);
        Assert.Contains("A garden", full.Body, StringComparison.Ordinal);
        Assert.False(await app.InDbAsync(db => db.MentoringRequests.AnyAsync(r => r.FromId == ana.Id)));
    }

    [Fact]
    public async Task Whoever_is_passed_over_learns_nothing_of_it()
    {
        var (ana, joe) = (await PersonAsync("ana"), await PersonAsync("joe"));
        await SayAsync(ana, "ask");
        await SayAsync(joe, "offer");
        var form = (await ana.Browser.OpenAsync($"/mentoring/ask/{joe.Handle}")).Fields().ToList();

        var page = await joe.Browser.OpenAsync("/mentoring");
        var pass = page.Page.QuerySelectorAll("main form").First(f => f.QuerySelector($"input[value='{ana.Handle}']") is not null);
        Assert.Equal(HttpStatusCode.SeeOther, (await joe.Browser.SendAsync("/mentoring?handler=Pass", Answer.FieldsOf(pass).ToList())).Status);

        Assert.DoesNotContain(joe.Handle, (await ana.Browser.OpenAsync("/mentoring")).Body, StringComparison.Ordinal);
        var sent = await ana.Browser.SendAsync($"/mentoring/ask/{joe.Handle}", form, ("Input.Goal", "A garden"), ("Input.EndsOn", NextYear));
        Assert.Equal(HttpStatusCode.SeeOther, sent.Status);
        Assert.Contains("No answer yet", (await ana.Browser.OpenAsync("/mentoring")).Body, StringComparison.Ordinal);
        Assert.Empty((await joe.Browser.OpenAsync("/mentoring")).Page.QuerySelectorAll("main a[href^='/mentoring/requests/']"));
    }

    [Fact]
    public async Task A_group_grows_in_one_room_until_it_is_full()
    {
        var joe = await PersonAsync("joe");
        await SayAsync(joe, "offer", ("Input.Form", "Group"), ("Input.Places", "2"));
        var people = new[] { await PersonAsync("ana"), await PersonAsync("bo"), await PersonAsync("cy") };
        foreach (var person in people)
        {
            await SayAsync(person, "ask");
            await person.Browser.FillAsync($"/mentoring/ask/{joe.Handle}", ("Input.Goal", "Learn together"), ("Input.EndsOn", NextYear));
        }
        var requests = await app.InDbAsync(db => db.MentoringRequests.Where(r => r.ToId == joe.Id).OrderBy(r => r.At).Select(r => $"/mentoring/requests/{r.Id}").ToListAsync());
        var hidden = (await joe.Browser.OpenAsync(requests[0])).Fields().ToList();
        var first = await joe.Browser.SendAsync($"{requests[0]}?handler=Accept", hidden);
        var second = await joe.Browser.SendAsync($"{requests[1]}?handler=Accept", hidden);
        Assert.Equal(first.Goes, second.Goes);
        Assert.Equal(HttpStatusCode.Conflict, (await joe.Browser.SendAsync($"{requests[2]}?handler=Accept", hidden)).Status);
        Assert.Contains("Bo", (await people[0].Browser.OpenAsync(first.Goes!)).Body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await people[2].Browser.OpenAsync(first.Goes!)).Status);
    }

    [Fact]
    public async Task Who_coordinates_sees_who_waits_and_nobody_else_does()
    {
        var (ana, mira) = (await PersonAsync("ana"), await PersonAsync("mira", Duties.Editor));
        await SayAsync(ana, "ask", ("Input.Languages", "sw"));
        Assert.Equal(HttpStatusCode.NotFound, (await ana.Browser.OpenAsync("/mentoring/unmatched")).Status);
        var page = await mira.Browser.OpenAsync("/mentoring/unmatched");
        var row = page.Page.QuerySelectorAll("main .row").Single(r => r.InnerHtml.Contains(ana.Handle, StringComparison.Ordinal));
        Assert.Contains("Nobody offers help in their language", row.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Leaving_takes_wishes_along_and_ends_the_pact()
    {
        var (ana, joe) = (await PersonAsync("ana"), await PersonAsync("joe"));
        await SayAsync(ana, "ask");
        await SayAsync(joe, "offer");
        await ana.Browser.FillAsync($"/mentoring/ask/{joe.Handle}", ("Input.Goal", "A garden"), ("Input.EndsOn", NextYear));
        var request = await app.InDbAsync(db => db.MentoringRequests.Where(r => r.ToId == joe.Id).Select(r => $"/mentoring/requests/{r.Id}").SingleAsync());
        var pact = (await joe.Browser.SendAsync($"{request}?handler=Accept", (await joe.Browser.OpenAsync(request)).Fields())).Goes!;
        Assert.Contains("A garden", await DataAsync(ana), StringComparison.Ordinal);

        await app.EraseAsync(ana.Id);
        Assert.False(await app.InDbAsync(db => db.MentoringWishes.AnyAsync(w => w.MemberId == ana.Id)));
        Assert.False(await app.InDbAsync(db => db.MentoringRequests.AnyAsync(r => r.FromId == ana.Id)));
        Assert.Contains("finished", (await joe.Browser.OpenAsync(pact)).Body, StringComparison.OrdinalIgnoreCase);
        Assert.True(await app.InDbAsync(db => db.Pacts.AnyAsync(p => p.Ending != null && p.Members.Any(m => m.MemberId == joe.Id))));
    }

    async Task<string> DataAsync(Someone who)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var data = scope.ServiceProvider.GetServices<IPersonalData>().Single(d => d.Name == "mentoring");
        return System.Text.Json.JsonSerializer.Serialize(await data.ReadAsync(who.Id, TestContext.Current.CancellationToken));
    }

    async Task PrivateAsync(string pact)
    {
        var mira = await PersonAsync("mira", Duties.Administrator);
        Assert.Equal(HttpStatusCode.NotFound, (await mira.Browser.OpenAsync(pact)).Status);
    }

    async Task<Someone> PersonAsync(string handle, Duties duties = default)
    {
        var person = await app.PersonAsync(handle, duties);
        return new(person, new(person.Http));
    }

    static async Task SayAsync(Someone who, string kind, params (string, string)[] more) =>
        Assert.Equal(HttpStatusCode.SeeOther, (await who.Browser.FillAsync($"/mentoring/{kind}", [.. Terms.Where(t => !more.Any(m => m.Item1 == t.Item1)), .. more])).Status);

    static async Task FormAsync(Someone who, string page, string handler, params (string, string)[] typed)
    {
        var form = (await who.Browser.OpenAsync(page)).Page.QuerySelectorAll("main form").Single(f => f.GetAttribute("action")?.Contains($"handler={handler}", StringComparison.Ordinal) == true);
        Assert.Equal(HttpStatusCode.SeeOther, (await who.Browser.SendAsync($"{page}?handler={handler}", Answer.FieldsOf(form).ToList(), typed)).Status);
    }

    /// <summary>Somebody else takes the one place that this mentor has.</summary>
    async Task FullAsync(Someone mentor)
    {
        var cy = await PersonAsync("cy");
        await SayAsync(cy, "ask");
        await cy.Browser.FillAsync($"/mentoring/ask/{mentor.Handle}", ("Input.Goal", "Me first"), ("Input.EndsOn", NextYear));
        var request = await app.InDbAsync(db => db.MentoringRequests.Where(r => r.FromId == cy.Id).Select(r => $"/mentoring/requests/{r.Id}").SingleAsync());
        Assert.Equal(HttpStatusCode.SeeOther, (await mentor.Browser.SendAsync($"{request}?handler=Accept", (await mentor.Browser.OpenAsync(request)).Fields())).Status);
    }

    sealed record Someone(Person Person, Browser Browser)
    {
        public Guid Id => Person.Member.Id;
        public string Handle => Person.Member.Handle;
        public string Name => Person.Member.Name;

        public Task ToldAsync(WebApp app, string words) => app.ToldAsync(Person, words);
    }
}
