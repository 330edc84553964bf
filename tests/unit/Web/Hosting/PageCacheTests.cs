using System.Net;
using HealthDoers.Web.Data.Starter;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;

namespace HealthDoers.Tests.Web.Hosting;

public sealed class PageCacheTests(WebApp app) : IClassFixture<WebApp>
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<string> PublicPages => ["/", "/stories", "/stories?topic=veterans", "/glossary", "/about", "/about/evidence", "/help", "/privacy", "/stories/feed.xml", "/sitemap.xml"];

    [Theory, MemberData(nameof(PublicPages))]
    public async Task A_visitor_gets_no_cookie_and_no_token_and_the_second_time_the_kept_page(string path)
    {
        path += (path.Contains('?', StringComparison.Ordinal) ? "&" : "?") + "of=this-test";
        using var first = await GetAsync(path);
        using var second = await GetAsync(path);
        var html = await first.Content.ReadAsStringAsync(Stop);

        Assert.False(first.Headers.Contains(HeaderNames.SetCookie));
        Assert.DoesNotContain("__RequestVerificationToken", html, StringComparison.Ordinal);
        Assert.Null(first.Headers.Age);
        Assert.NotNull(second.Headers.Age);
        Assert.Equal(html, await second.Content.ReadAsStringAsync(Stop));
    }

    [Fact]
    public async Task A_kept_page_is_served_without_the_database()
    {
        await TextAsync("/about/agreements");
        await app.InDbAsync(db => db.Database.ExecuteSqlAsync($"ALTER TABLE GlossaryTerms RENAME TO GlossaryTermsAway", Stop));
        try
        {
            using var answer = await GetAsync("/about/agreements");
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }
        finally
        {
            await app.InDbAsync(db => db.Database.ExecuteSqlAsync($"ALTER TABLE GlossaryTermsAway RENAME TO GlossaryTerms", Stop));
        }
    }

    [Fact]
    public async Task A_change_shows_everywhere_within_two_seconds()
    {
        var (id, slug) = await app.InDbAsync(async db => await db.Stories.Where(s => s.ExternalId == "healthy-waterville").Select(s => ValueTuple.Create(s.Id, s.Slug)).SingleAsync(Stop));
        string[] pages = ["/stories/" + slug, "/stories?place=waterville-maine", "/stories/feed.json", "/sitemap.xml?of=change"];
        foreach (var page in pages[..3])
            Assert.DoesNotContain("A town that cooks together", await TextAsync(page), StringComparison.Ordinal);

        await app.InDbAsync(async db =>
        {
            var editor = await db.Members.SingleAsync(m => m.Handle == StarterContent.SiteHandle, Stop);
            var story = await db.Stories.Include(s => s.Labels).SingleAsync(s => s.Id == id, Stop);
            story.Edit(story.Content with { Words = story.Content.Words with { Title = "A town that cooks together" } }, editor, story.Version, TimeProvider.System.GetUtcNow());
            return await db.SaveChangesAsync(Stop);
        });

        foreach (var page in pages[..3])
            await WithinTwoSeconds(async () => (await TextAsync(page)).Contains("A town that cooks together", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_newly_featured_story_leads_the_home_page_within_two_seconds()
    {
        var slug = await app.InDbAsync(db => db.Stories.Where(s => s.Featuring == null && s.ExternalId != "nhs-change-day").OrderBy(s => s.Id).Select(s => s.Slug).FirstAsync(Stop));
        await TextAsync("/");

        await app.InDbAsync(async db =>
        {
            var editor = await db.Members.SingleAsync(m => m.Handle == StarterContent.SiteHandle, Stop);
            var now = TimeProvider.System.GetUtcNow();
            (await db.Stories.SingleAsync(s => s.Slug == slug, Stop)).Feature(editor, now, now.AddDays(28));
            return await db.SaveChangesAsync(Stop);
        });

        await WithinTwoSeconds(async () => (await TextAsync("/")).Contains($"id=\"lead\"><a href=\"/stories/{slug}\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_hidden_story_is_gone_within_two_seconds()
    {
        var slug = await app.InDbAsync(db => db.Stories.Where(s => s.ExternalId == "nhs-change-day").Select(s => s.Slug).SingleAsync(Stop));
        await TextAsync("/stories/" + slug);

        await app.InDbAsync(async db =>
        {
            var editor = await db.Members.SingleAsync(m => m.Handle == StarterContent.SiteHandle, Stop);
            (await db.Stories.SingleAsync(s => s.Slug == slug, Stop)).HideBy(editor, "For a test.", TimeProvider.System.GetUtcNow());
            return await db.SaveChangesAsync(Stop);
        });

        await WithinTwoSeconds(async () =>
        {
            using var answer = await GetAsync("/stories/" + slug);
            return answer.StatusCode == HttpStatusCode.NotFound;
        });
    }

    [Theory]
    [InlineData("Cookie", "language=c%3Des%7Cuic%3Des", "Historias")]
    [InlineData("Accept-Language", "es", "Historias")]
    [InlineData("Cookie", "theme=dark", "data-theme=\"dark\"")]
    public async Task Each_language_and_theme_is_kept_apart(string header, string value, string shows)
    {
        Assert.DoesNotContain(shows, await TextAsync("/stories?of=apart"), StringComparison.Ordinal);

        var other = await TextAsync("/stories?of=apart", (header, value));

        Assert.Contains(shows, other, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("br", "br")]
    [InlineData("gzip, deflate, br", "br")]
    [InlineData("gzip", "gzip")]
    [InlineData("gzip;q=0.5, br;q=0", "gzip")]
    [InlineData("identity", null)]
    public async Task Each_encoding_is_kept_apart_and_never_given_to_one_who_did_not_ask(string asked, string? sent)
    {
        for (var i = 0; i < 2; i++)
        {
            using var answer = await GetAsync("/help?of=encoding", (HeaderNames.AcceptEncoding, asked));
            Assert.Equal(sent, answer.Content.Headers.ContentEncoding.SingleOrDefault());
        }
    }

    [Theory, InlineData("session"), InlineData("notice"), InlineData("something_new")]
    public async Task Who_may_be_signed_in_gets_no_kept_page(string cookie)
    {
        await TextAsync("/about?of=signed-in");

        using var answer = await GetAsync("/about?of=signed-in", (HeaderNames.Cookie, $"theme=dark; {cookie}=anything"));

        Assert.Null(answer.Headers.Age);
    }

    async Task<string> TextAsync(string path, params (string Name, string Value)[] headers)
    {
        using var answer = await GetAsync(path, headers);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync(Stop);
    }

    async Task<HttpResponseMessage> GetAsync(string path, params (string Name, string Value)[] headers)
    {
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false }) { BaseAddress = app.Address };
        using var ask = new HttpRequestMessage(HttpMethod.Get, path);
        foreach (var (name, value) in headers)
            ask.Headers.TryAddWithoutValidation(name, value);
        return await client.SendAsync(ask, Stop);
    }

    static async Task WithinTwoSeconds(Func<Task<bool>> holds)
    {
        var until = TimeProvider.System.GetTimestamp();
        while (!await holds())
        {
            Assert.True(TimeProvider.System.GetElapsedTime(until) < TimeSpan.FromSeconds(2), "It did not show within two seconds.");
            await Task.Delay(50, Stop);
        }
    }
}

public sealed class PageCacheOffTests : IAsyncLifetime
{
    readonly WebApp _app = new() { Settings = { ["Cache:Pages"] = "false" } };

    [Fact]
    public async Task Switched_off_every_page_is_made_anew()
    {
        using var visitor = _app.Visitor();
        var path = new Uri("/stories", UriKind.Relative);
        using var first = await visitor.GetAsync(path, TestContext.Current.CancellationToken);
        using var second = await visitor.GetAsync(path, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, second.StatusCode);
        Assert.Null(second.Headers.Age);
    }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
