using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using HealthDoers.Domain.Rooms;

namespace HealthDoers.Tests.Web.Rooms;

/// <summary>What scripts offer in menus has plain pages, too.</summary>
public sealed class WithoutScriptTests(WebApp app) : IClassFixture<WebApp>
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_message_is_marked_given_moved_and_finished_on_plain_forms()
    {
        var (ana, joe, kim) = (await app.PersonAsync("ana"), await app.PersonAsync("joe"), await app.PersonAsync("kim"));
        var room = await app.RoomOfAsync(ana, RoomAudience.Private, joe);
        using var said = await ana.SayAsync(room, "Call the school");
        var work = $"/rooms/{room}/messages/1/work";
        using var browser = new Browser(joe.Http);

        Assert.Contains(work, await joe.Http.GetStringAsync($"/rooms/{room}", Stop), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await new Browser(kim.Http).OpenAsync(work)).Status);
        var wrong = await SendAsync(browser, work, "Mark", ("Input.Kind", "wish"), ("Input.Owner", "nobody_here"), ("Input.Due", "soon"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
        Assert.NotNull(wrong.Wrong("Input.Owner"));
        Assert.NotNull(wrong.Wrong("Input.Due"));
        Assert.Equal("soon", wrong.Page.GetElementById("Input_Due")!.GetAttribute("value"));
        Assert.Equal(HttpStatusCode.Conflict, (await SendAsync(browser, work, "Mark", ("Input.Kind", "action"), ("Input.Owner", kim.Member.Handle))).Status);

        Assert.Equal(HttpStatusCode.SeeOther, (await SendAsync(browser, work, "Mark", ("Input.Kind", "action"), ("Input.Owner", ana.Member.Handle), ("Input.Due", "2026-12-03"))).Status);
        Assert.Equal(("action", ana.Member.Handle, "2026-12-03"), await MarkAsync(ana, room));
        Assert.Null((await browser.OpenAsync(work)).Page.GetElementById("Input_Topic")); // who did not say it does not move it
        Assert.Equal(HttpStatusCode.Conflict, (await SendAsync(browser, work, "Move", ("Input.Topic", "Schools"))).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await SendAsync(new(ana.Http), work, "Move", ("Input.Topic", "Schools"))).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await SendAsync(browser, work, "Finish", ("done", "true"))).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await SendAsync(browser, work, "Pin", ("on", "true"))).Status);

        var item = await ItemAsync(ana, room);
        Assert.Equal(("Schools", true, true), (item.GetProperty("topic").GetString(), item.GetProperty("mark").GetProperty("done").GetBoolean(), item.GetProperty("pinned").GetBoolean()));
        Assert.Equal(HttpStatusCode.SeeOther, (await SendAsync(browser, work, "Unmark")).Status);
        Assert.Equal(JsonValueKind.Null, (await ItemAsync(ana, room)).GetProperty("mark").ValueKind);
        await ana.Http.DeleteAsync($"/rooms/{room}/messages/1", Stop);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.OpenAsync(work)).Status);
    }

    [Theory]
    [InlineData("poll", "Input.Question")]
    [InlineData("circle", "Input.Prompt")]
    [InlineData("", "Input.Body")]
    public async Task A_form_that_was_sent_and_changed_afterwards_says_so_and_can_be_sent_once_more(string page, string field)
    {
        var ana = await app.PersonAsync("ana");
        var room = await app.RoomOfAsync(ana, RoomAudience.Private);
        var path = $"/rooms/{room}/{page}".TrimEnd('/');
        using var browser = new Browser(ana.Http);
        var form = (await browser.OpenAsync(path)).Fields().ToList();
        (string, string)[] rest = page == "poll" ? [("Input.Answers", "Yes\nNo"), ("Input.Kind", "Choice")] : page == "circle" ? [("Input.Seconds", "60"), ("Input.Rounds", "1")] : [];

        Assert.Equal(HttpStatusCode.SeeOther, (await browser.SendAsync(path, form, [(field, "First"), .. rest])).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.SendAsync(path, form, [(field, "First"), .. rest])).Status);
        var changed = await browser.SendAsync(path, form, [(field, "Second"), .. rest]);
        Assert.Equal(HttpStatusCode.Conflict, changed.Status);
        Assert.Contains("send it once more", changed.Body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.SendAsync(path, changed.Fields(), rest)).Status);
        var items = (await ana.Http.GetFromJsonAsync<JsonElement>($"/rooms/{room}/messages", Stop)).GetProperty("items").EnumerateArray();
        Assert.Equal(["First", "Second"], items.Select(i => i.GetProperty("body").GetString()));
    }

    static Task<Answer> SendAsync(Browser browser, string path, string handler, params (string, string)[] fields) => browser.SendAsync($"{path}?handler={handler}", [], fields);

    static async Task<(string?, string?, string?)> MarkAsync(Person who, string room)
    {
        var mark = (await ItemAsync(who, room)).GetProperty("mark");
        return (mark.GetProperty("kind").GetString(), mark.GetProperty("owner").GetProperty("handle").GetString(), mark.GetProperty("due").GetString());
    }

    static async Task<JsonElement> ItemAsync(Person who, string room) =>
        (await who.Http.GetFromJsonAsync<JsonElement>($"/rooms/{room}/messages", Stop)).GetProperty("items")[0];
}
