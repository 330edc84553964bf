using System.Net;
using System.Net.Http.Json;
using AngleSharp.Html.Dom;
using HealthDoers.Domain.Ideas;
using Microsoft.EntityFrameworkCore;
using static HealthDoers.Tests.Web.Ideas.IdeaSite;

namespace HealthDoers.Tests.Web.Ideas;

public sealed class IdeaDraftTests(WebApp app) : IClassFixture<WebApp>
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_saved_comes_back_on_another_device_unchecked_and_as_it_was_typed()
    {
        var handle = Handle("ana");
        using var phone = await app.SignedInAsync(handle);
        using var desk = app.Browser();
        await desk.SignInAsync($"{handle}@example.org");

        var saved = await phone.FillAsync("/ideas/new?handler=Save", ("Input.Title", " Half a tit"), ("Input.Money", "Ten <b>dollars</b>"), ("Input.Sources", "research"));

        Assert.Equal(HttpStatusCode.SeeOther, saved.Status);
        Assert.Equal(" Half a tit", (await desk.OpenAsync("/stories/drafts")).Page.QuerySelector($"a[href='{saved.Goes}']")!.TextContent);
        var page = await desk.OpenAsync(saved.Goes!);
        Assert.Equal("Ten <b>dollars</b>", page.Page.QuerySelector("[name='Input.Money']")!.TextContent.Trim());
        Assert.True(((IHtmlInputElement)page.Page.QuerySelector("[name='Input.Sources'][value=research]")!).IsChecked);
        using var joe = await app.SignedInAsync(Handle("joe"));
        Assert.Equal(HttpStatusCode.NotFound, (await joe.OpenAsync(saved.Goes!)).Status);
    }

    [Fact]
    public async Task A_draft_becomes_one_idea_and_its_address_leads_there()
    {
        using var ana = await app.SignedInAsync(Handle("ana"));
        var draft = (await ana.FillAsync("/ideas/new?handler=Save", ("Input.Title", Unique("Begun on the bus")))).Goes!;

        var proposed = await ana.SendAsync("/ideas/new", (await ana.OpenAsync(draft)).Fields(), ("Input.Body", "Ask a neighbour."), ("Input.Sources", "research"));

        Assert.StartsWith("/ideas/begun-on-the-bus", proposed.Goes, StringComparison.Ordinal);
        Assert.Equal(proposed.Goes, (await ana.OpenAsync(draft)).Goes);
        Assert.Null((await ana.OpenAsync("/stories/drafts")).Page.QuerySelector($"a[href='{draft}']"));
    }

    [Fact]
    public async Task An_edit_goes_on_where_it_was_left_and_ends_when_it_is_saved()
    {
        using var ana = await app.SignedInAsync(Handle("ana"));
        var path = (await ana.FillAsync("/ideas/new", ("Input.Title", Unique("Edited twice")), ("Input.Body", "Ask."), ("Input.Sources", "research"))).Goes!;
        await ana.FillAsync($"{path}/edit?handler=Save", ("Input.Money", "Thirty coins"));

        var again = await ana.OpenAsync($"{path}/edit");
        Assert.Equal("Thirty coins", again.Page.QuerySelector("[name='Input.Money']")!.TextContent.Trim());
        Assert.Equal("", await app.OfIdeaAsync(path["/ideas/".Length..], i => i.Content.Words.Money));
        Assert.Equal(HttpStatusCode.SeeOther, (await ana.SendAsync($"{path}/edit", again.Fields())).Status);

        Assert.Equal("Thirty coins", await app.OfIdeaAsync(path["/ideas/".Length..], i => i.Content.Words.Money));
        Assert.False(await app.InDbAsync(db => db.IdeaDrafts.AnyAsync(d => d.IdeaId != null && db.Ideas.Any(i => i.Id == d.IdeaId && path.EndsWith(i.Slug)), Stop)));
    }

    [Fact]
    public async Task A_save_that_comes_late_writes_over_nothing_and_is_told_what_is_there()
    {
        using var ana = await app.SignedInAsync(Handle("ana"));
        using var joe = await app.SignedInAsync(Handle("joe"));
        var id = Guid.CreateVersion7();

        Assert.Equal(HttpStatusCode.OK, (await SaveAsync(ana, id, 2, "Newer")).StatusCode);
        using var late = await SaveAsync(ana, id, 1, "Older");

        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        Assert.Contains("Newer", await late.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, (await SaveAsync(ana, id, 2, "From another window")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await SaveAsync(ana, id, 2, "Newer")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await SaveAsync(joe, id, 3, "Not mine")).StatusCode);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await SaveAsync(ana, id, 3, new string('x', IdeaDraft.Limit + 1))).StatusCode);
        Assert.Equal("Newer", await app.InDbAsync(db => db.IdeaDrafts.Where(d => d.Id == id).Select(d => d.Fields["Title"]).SingleAsync(Stop)));
    }

    [Fact]
    public async Task Thrown_away_it_can_be_brought_back()
    {
        using var ana = await app.SignedInAsync(Handle("ana"));
        var draft = (await ana.FillAsync("/ideas/new?handler=Save", ("Input.Title", "Thrown away"))).Goes!;
        var id = draft[(draft.IndexOf('=', StringComparison.Ordinal) + 1)..];

        var gone = await ana.SendAsync($"/stories/drafts?handler=Discard&id={id}", (await ana.OpenAsync("/stories/drafts")).Fields());
        var after = await ana.OpenAsync(gone.Goes!);
        Assert.Null(after.Page.QuerySelector($"a[href='{draft}']"));
        await ana.SendAsync($"/stories/drafts?handler=BringBack&id={id}", after.Fields());

        Assert.NotNull((await ana.OpenAsync("/stories/drafts")).Page.QuerySelector($"a[href='{draft}']"));
    }

    static async Task<HttpResponseMessage> SaveAsync(Browser browser, Guid draft, int turn, string title)
    {
        var token = (await browser.OpenAsync("/ideas/new")).Fields().First(f => f.Key == "__RequestVerificationToken").Value;
        using var request = new HttpRequestMessage(HttpMethod.Put, $"/ideas/drafts/{draft}") { Content = JsonContent.Create(new { turn, fields = new Dictionary<string, string> { ["Title"] = title } }) };
        request.Headers.Add("RequestVerificationToken", token);
        return await browser.Http.SendAsync(request, Stop);
    }
}
