using System.Net;
using HealthDoers.Domain.Stories;
using HealthDoers.Web.Access.Carrying;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace HealthDoers.Tests.Web.Access.Carrying;

/// <summary>The session ends while somebody types. What they typed is at hand after they have signed in.</summary>
public class CarriedFormTests(WebApp app) : IClassFixture<WebApp>
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;
    static readonly string Words = "A line about beans.\r\nAnd a second one, with ñ and 🌱.";

    [Theory]
    [InlineData("/stories/{0}/comment", "Input.Body")]
    [InlineData("/stories/{0}/respond/we-tried-this", "Note")]
    [InlineData("/report/story/{0}", "Input.Note")]
    [InlineData("/rooms/welcome", "Input.Body")]
    [InlineData("/stories/new", "Input.WhatChanged")]
    [InlineData("/account/profile", "Input.About")]
    public async Task What_was_typed_stands_in_its_form_again_after_signing_in(string address, string field)
    {
        var handle = Handle();
        using var ana = await app.SignedInAsync(handle);
        var path = await PathAsync(address);
        var form = (await ana.OpenAsync(path)).Fields().ToList();
        await EndSessionAsync(handle);

        var sent = await ana.SendAsync(path, form, (field, Words));
        Assert.Equal((HttpStatusCode.Redirect, $"/account/login?returnUrl={Uri.EscapeDataString(path)}"), (sent.Status, new Uri(app.Address, sent.Goes).PathAndQuery));
        var signIn = await ana.OpenAsync(sent.Goes!);
        Assert.Contains("Your text is kept", signIn.Body, StringComparison.Ordinal);
        var signedIn = await ana.SendAsync("/account/login", signIn.Fields(), ("Input.Email", $"{handle}@example.org"), ("Input.Password", Browser.Password));
        var back = await ana.OpenAsync(signedIn.Goes!);

        Assert.Equal((path, HttpStatusCode.OK), (signedIn.Goes, back.Status));
        Assert.Equal(Words.ReplaceLineEndings("\n"), Typed(back, field));
        Assert.Contains("Your text is still here", back.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_can_be_sent_from_there_and_is_not_shown_once_it_was()
    {
        var handle = Handle();
        using var ana = await app.SignedInAsync(handle);
        var path = await PathAsync("/stories/{0}/comment");
        await SendSignedOutAsync(ana, handle, path, ("Input.Body", Words));
        await ana.SignInAsync($"{handle}@example.org");
        var again = await ana.OpenAsync(path);
        Assert.Contains("beans", Typed(again, "Input.Body"), StringComparison.Ordinal);
        Assert.Contains("beans", Typed(await ana.OpenAsync(path), "Input.Body"), StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.SeeOther, (await ana.SendAsync(path, again.Fields())).Status);

        Assert.Equal("", Typed(await ana.OpenAsync(path), "Input.Body"));
        Assert.Equal(1, await app.InDbAsync(db => db.Comments.CountAsync(c => c.Author.Handle == handle, Stop)));
        Assert.Equal(0, await app.InDbAsync(db => db.CarriedForms.CountAsync(f => db.Members.Any(m => m.Id == f.TypedBy && m.Handle == handle), Stop)));
    }

    [Fact]
    public async Task Somebody_else_who_signs_in_at_the_same_computer_is_not_shown_it()
    {
        var (ana, ben) = (Handle(), Handle());
        await app.MemberAsync(ben);
        using var shared = await app.SignedInAsync(ana);
        var path = await PathAsync("/stories/{0}/comment");
        await SendSignedOutAsync(shared, ana, path, ("Input.Body", Words));

        await shared.SignInAsync($"{ben}@example.org");

        Assert.Equal("", Typed(await shared.OpenAsync(path), "Input.Body"));
        await shared.FillAsync("/account/logout");
        await shared.SignInAsync($"{ana}@example.org");
        Assert.Equal("", Typed(await shared.OpenAsync(path), "Input.Body"));
    }

    [Fact]
    public async Task Another_page_is_not_filled_in_by_it()
    {
        var handle = Handle();
        using var ana = await app.SignedInAsync(handle);
        var path = await PathAsync("/stories/{0}/comment");
        await SendSignedOutAsync(ana, handle, path, ("Input.Body", Words));
        await ana.SignInAsync($"{handle}@example.org");

        var slug = await app.StoryByAsync(handle);

        Assert.Equal("", Typed(await ana.OpenAsync($"/stories/{slug}/comment"), "Input.Body"));
    }

    [Fact]
    public async Task A_page_elsewhere_cannot_put_words_into_a_members_form()
    {
        using var ana = await app.SignedInAsync(Handle());
        var path = await PathAsync("/stories/{0}/comment");
        using var stranger = app.Browser();
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent([new("Input.Body", "Buy this")]) };
        request.Headers.Add("Origin", "https://elsewhere.example");

        using var answer = await stranger.Http.SendAsync(request, Stop);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.DoesNotContain(answer.Headers, h => h.Key == "Set-Cookie" && h.Value.Any(v => v.StartsWith("carried=", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Passwords_are_never_kept_and_what_is_kept_is_sealed()
    {
        var handle = Handle();
        using var ana = await app.SignedInAsync(handle);
        var form = (await ana.OpenAsync("/account/email")).Fields().ToList();
        await EndSessionAsync(handle);
        await ana.SendAsync("/account/email", form, ("Input.Email", "new@example.org"), ("Input.Password", Browser.Password));

        await ana.SignInAsync($"{handle}@example.org");
        var back = await ana.OpenAsync("/account/email");

        Assert.Equal("new@example.org", back.Page.QuerySelector("[name='Input.Email']")!.GetAttribute("value"));
        Assert.DoesNotContain(Browser.Password, back.Body, StringComparison.Ordinal);
        var kept = await app.InDbAsync(db => db.CarriedForms.AsNoTracking().Where(f => f.Page == "/account/email").Select(f => f.Sealed).SingleAsync(Stop));
        Assert.DoesNotContain("example.org", kept, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Visitors_cannot_fill_the_database_with_it()
    {
        for (var n = 0; n < 205; n++)
        {
            using var stranger = app.Browser();
            await stranger.SendAsync("/stories/new", [], ("Input.Title", $"Title {n}"));
        }
        using var loud = app.Browser();
        var large = await loud.SendAsync("/stories/new", [], ("Input.Body", new string('a', 100_000)));

        Assert.False(large.Message.Headers.TryGetValues("Set-Cookie", out var cookies) && cookies.Any(c => c.StartsWith("carried=", StringComparison.Ordinal)));
        Assert.InRange(await app.InDbAsync(db => db.CarriedForms.CountAsync(f => f.TypedBy == null, Stop)), 1, 200);
    }

    [Theory]
    [InlineData("/stories/{0}/comment", "Input.Body")]
    [InlineData("/rooms/welcome", "Input.Body")]
    [InlineData("/stories/new", "Input.WhatChanged")]
    public async Task A_form_from_before_signing_in_again_is_shown_with_its_text_and_does_nothing(string address, string field)
    {
        var (old, now) = (Handle(), Handle());
        await app.MemberAsync(now);
        using var browser = await app.SignedInAsync(old);
        var path = await PathAsync(address);
        var form = (await browser.OpenAsync(path)).Fields().ToList();
        await browser.FillAsync("/account/logout");
        await browser.SignInAsync($"{now}@example.org");

        var sent = await browser.SendAsync(path, form, (field, Words));

        Assert.Equal(HttpStatusCode.BadRequest, sent.Status);
        Assert.Equal(Words.ReplaceLineEndings("\n"), Typed(sent, field));
        Assert.Contains("opened before you signed in or out", sent.Body, StringComparison.Ordinal);
        Assert.Equal((0, 0, 0), await app.InDbAsync(async db => (
            await db.Comments.CountAsync(c => c.Author.Handle == now, Stop),
            await db.StoryDrafts.CountAsync(d => db.Members.Any(m => m.Id == d.AuthorId && m.Handle == now), Stop),
            await db.Messages.CountAsync(m => db.Members.Any(a => a.Id == m.AuthorId && a.Handle == now), Stop))));
    }

    [Fact]
    public async Task A_null_character_costs_only_itself()
    {
        using var ana = await app.SignedInAsync(Handle());
        var path = await PathAsync("/stories/{0}/comment");

        var sent = await ana.FillAsync(path, ("Input.Body", "Beans\0 and peas"));

        Assert.Equal(HttpStatusCode.BadRequest, sent.Status);
        Assert.Equal("Beans and peas", Typed(sent, "Input.Body"));
        Assert.Equal(HttpStatusCode.SeeOther, (await ana.SendAsync(path, sent.Fields())).Status);
    }

    [Fact]
    public async Task A_null_character_in_what_is_carried_costs_only_itself()
    {
        var handle = Handle();
        using var ana = await app.SignedInAsync(handle);
        var path = await PathAsync("/stories/{0}/comment");
        await SendSignedOutAsync(ana, handle, path, ("Input.Body", "Beans\0 and peas"));

        await ana.SignInAsync($"{handle}@example.org");

        Assert.Equal("Beans and peas", Typed(await ana.OpenAsync(path), "Input.Body"));
    }

    [Fact]
    public async Task What_nobody_comes_back_for_is_let_go_after_two_hours()
    {
        var (late, soon) = (Handle(), Handle());
        foreach (var handle in new[] { late, soon })
        {
            using var ana = await app.SignedInAsync(handle);
            await SendSignedOutAsync(ana, handle, await PathAsync("/stories/{0}/comment"), ("Input.Body", Words));
        }
        var owner = await app.InDbAsync(db => db.Members.Where(m => m.Handle == late).Select(m => (Guid?)m.Id).SingleAsync(Stop));
        await app.InDbAsync(db => db.CarriedForms.Where(f => f.TypedBy == owner).ExecuteUpdateAsync(set => set.SetProperty(f => f.At, DateTimeOffset.UtcNow - CarriedForm.Kept), Stop));

        await app.Services.GetServices<IHostedService>().OfType<OldForms>().Single().RunOnceAsync(Stop);

        Assert.Equal([soon], await app.InDbAsync(db => db.Members.Where(m => db.CarriedForms.Any(f => f.TypedBy == m.Id) && (m.Handle == late || m.Handle == soon)).Select(m => m.Handle).ToListAsync(Stop)));
    }

    static string Handle() => "ana" + Guid.NewGuid().ToString("N")[..10];

    async Task<string> PathAsync(string address) => string.Format(System.Globalization.CultureInfo.InvariantCulture, address,
        await app.InDbAsync(db => db.Stories.Public().OrderBy(s => s.Id).Select(s => s.Slug).FirstAsync(Stop)));

    Task<bool> EndSessionAsync(string handle) => app.InDbAsync(async db =>
    {
        (await db.Users.SingleAsync(a => a.Email == $"{handle}@example.org", Stop)).SecurityStamp = Guid.NewGuid().ToString();
        (await db.Members.SingleAsync(m => m.Handle == handle, Stop)).SignOutEverywhere();
        await db.SaveChangesAsync(Stop);
        await Task.Delay(1_200, Stop);
        return true;
    });

    async Task SendSignedOutAsync(Browser browser, string handle, string path, (string, string) typed)
    {
        var form = (await browser.OpenAsync(path)).Fields().ToList();
        await EndSessionAsync(handle);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.SendAsync(path, form, typed)).Status);
    }

    static string Typed(Answer answer, string field) => answer.Page.QuerySelector($"main [name='{field}']")!.TextContent.ReplaceLineEndings("\n").TrimStart('\n');
}
