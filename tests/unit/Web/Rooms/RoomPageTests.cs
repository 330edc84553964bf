using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using HealthDoers.Domain.Rooms;
using HealthDoers.Web.Pages.Rooms.Log;
using Microsoft.Extensions.DependencyInjection;

namespace HealthDoers.Tests.Web.Rooms;

/// <summary>The room as a plain page, without any script.</summary>
public sealed class RoomPageTests(WebApp app) : IClassFixture<WebApp>
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_welcome_room_is_there_from_the_first_start_and_says_how_to_begin()
    {
        using var visitor = app.Visitor();

        var list = await PageAsync(visitor, "/rooms");
        var room = await PageAsync(visitor, "/rooms/welcome");

        Assert.NotNull(list.QuerySelector("a[href='/rooms/welcome']"));
        Assert.Equal("Welcome", room.QuerySelector("h1")!.TextContent);
        Assert.False(room.QuerySelector("[data-empty]")!.HasAttribute("hidden"));
        Assert.Null(room.QuerySelector("[data-composer]"));
    }

    [Fact]
    public async Task The_room_speaks_spanish()
    {
        using var visitor = app.Visitor();
        visitor.DefaultRequestHeaders.Add("Accept-Language", "es");

        Assert.Equal("Bienvenida", (await PageAsync(visitor, "/rooms/welcome")).QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task A_plain_form_posts_and_leads_to_the_message()
    {
        var (ana, room) = (await app.PersonAsync("ana"), await app.RoomAsync());
        var page = await PageAsync(ana.Http, $"/rooms/{room}");

        using var answer = await PostAsync(ana, page, "Hello **all**");
        var after = await PageAsync(ana.Http, $"/rooms/{room}");

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Equal($"/rooms/{room}#m-1", answer.Headers.Location!.ToString());
        Assert.Equal("all", after.QuerySelector("#m-1 [data-html] strong")!.TextContent);
    }

    [Fact]
    public async Task The_form_sent_twice_is_one_message()
    {
        var (ana, room) = (await app.PersonAsync("ana"), await app.RoomAsync());
        var page = await PageAsync(ana.Http, $"/rooms/{room}");

        using var first = await PostAsync(ana, page, "Pressed twice");
        using var second = await PostAsync(ana, page, "Pressed twice");

        Assert.Equal(first.Headers.Location, second.Headers.Location);
        Assert.Single((await PageAsync(ana.Http, $"/rooms/{room}")).QuerySelectorAll(".talk .entry"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("too long")]
    public async Task A_refused_text_stays_in_the_box_with_the_reason(string what)
    {
        var body = what.Length == 0 ? " \u200b " : new string('x', Posting.BodyLimit + 1);
        var (ana, room) = (await app.PersonAsync("ana"), await app.RoomAsync());

        using var answer = await PostAsync(ana, await PageAsync(ana.Http, $"/rooms/{room}"), body);
        var page = await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStringAsync(Stop), Stop);
        var box = (IHtmlTextAreaElement)page.QuerySelector("textarea[name='Input.Body']")!;

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal("true", box.GetAttribute("aria-invalid"));
        Assert.Equal(body, box.Value);
        Assert.False(string.IsNullOrWhiteSpace(page.QuerySelector("#refusal")!.TextContent));
    }

    [Fact]
    public async Task A_flood_from_one_person_is_slowed_and_says_when_to_come_back()
    {
        await using var limited = new WebApp { Settings = { ["RateLimits:Enabled"] = "true" } };
        var (ana, room) = (await limited.PersonAsync("ana"), await limited.RoomAsync());

        var answers = await Task.WhenAll(Enumerable.Range(0, 300).Select(n => ana.SayAsync(room, $"{n}")));

        var refused = answers.Where(a => a.StatusCode == HttpStatusCode.TooManyRequests).ToList();
        Assert.NotEmpty(refused);
        Assert.All(refused, a => Assert.True(a.Headers.RetryAfter!.Delta > TimeSpan.Zero));
        Assert.Equal(300, refused.Count + answers.Count(a => a.StatusCode == HttpStatusCode.Created));
        Assert.Equal(answers.Length - refused.Count, await limited.InDbAsync(db => Task.FromResult(db.Messages.Count())));
    }

    [Fact]
    public async Task What_is_new_since_the_last_visit_begins_with_a_line()
    {
        var (ana, joe, room) = (await app.PersonAsync("ana"), await app.PersonAsync("joe"), await app.RoomAsync());
        foreach (var body in new[] { "One", "Two", "Three" })
            await ana.SayAsync(room, body);
        using var content = System.Net.Http.Json.JsonContent.Create(new { seq = 1 });
        await joe.Http.PutAsync($"/rooms/{room}/read", content, Stop);

        var page = await PageAsync(joe.Http, $"/rooms/{room}");

        Assert.Equal("m-2", page.QuerySelector("[data-new]")!.NextElementSibling!.Id);
    }

    [Fact]
    public async Task Older_messages_are_a_page_away_and_a_link_shows_its_message()
    {
        var (ana, room) = (await app.PersonAsync("ana"), await app.RoomAsync());
        await Task.WhenAll(Enumerable.Range(0, 120).Select(n => ana.SayAsync(room, $"{n}")));

        var newest = await PageAsync(ana.Http, $"/rooms/{room}");
        var older = await PageAsync(ana.Http, $"/rooms/{room}" + newest.QuerySelector("[data-older]")!.GetAttribute("href"));
        var linked = await PageAsync(ana.Http, $"/rooms/{room}?at=7");

        Assert.NotNull(newest.QuerySelector("#m-71"));
        Assert.Null(newest.QuerySelector("#m-70"));
        Assert.NotNull(older.QuerySelector("#m-70"));
        Assert.NotNull(linked.QuerySelector("#m-7"));
    }

    [Theory]
    [InlineData("/rooms/no-such-room")]
    [InlineData("/rooms/..%2fadmin")]
    public async Task A_room_that_is_not_there_is_not_found(string address)
    {
        using var visitor = app.Visitor();

        using var answer = await visitor.GetAsync(address, Stop);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task A_message_that_cannot_be_stored_does_not_hurt_those_beside_it()
    {
        var (ana, room) = (await app.PersonAsync("ana"), await app.RoomAsync());
        var log = app.Services.GetRequiredService<RoomLog>();

        var all = Enumerable.Range(0, 50)
            .Select(n => log.AppendAsync(n == 20 ? "no-such-room" : room, ana.Member.Id, new(Guid.NewGuid(), $"{n}", ReplyToSeq: n == 30 ? 9_999 : null), Stop));
        var outcomes = (await Task.WhenAll(all)).Select(a => a.Outcome).ToList();

        Assert.Equal(AppendOutcome.NotFound, outcomes[20]);
        Assert.Equal(AppendOutcome.Refused, outcomes[30]);
        Assert.Equal(48, outcomes.Count(o => o == AppendOutcome.Posted));
    }

    static Task<HttpResponseMessage> PostAsync(Person who, IHtmlDocument page, string body)
    {
        var form = (IHtmlFormElement)page.QuerySelector("[data-composer]")!;
        var fields = form.QuerySelectorAll("input[type=hidden]").OfType<IHtmlInputElement>().ToDictionary(i => i.Name!, i => i.Value);
        fields["Input.Body"] = body;
        return who.Http.PostAsync(form.GetAttribute("action"), new FormUrlEncodedContent(fields), Stop);
    }

    static async Task<IHtmlDocument> PageAsync(HttpClient http, string address) =>
        await new HtmlParser().ParseDocumentAsync(await http.GetStringAsync(address, Stop), Stop);
}
