using System.Net;
using HealthDoers.Tests.Web.Rooms;

namespace HealthDoers.Tests.Web.Hosting;

public class AnswerTests(WebApp app) : IClassFixture<WebApp>
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/nothing-here")]
    [InlineData("/members/nobody_at_all")]
    [InlineData("/error/500")]
    public async Task What_is_not_there_is_a_404_that_helps_on(string path)
    {
        var answer = await app.Browser().OpenAsync(path);

        Assert.Equal(HttpStatusCode.NotFound, answer.Status);
        Assert.NotNull(answer.Page.QuerySelector("main a[href='/']"));
    }

    [Fact]
    public async Task A_post_to_nowhere_is_a_404_too()
    {
        using var browser = app.Browser();
        var answer = await browser.SendAsync("/nothing-here", [], ("Input.Body", "text"));
        Assert.Equal(HttpStatusCode.NotFound, answer.Status);
        Assert.NotNull(answer.Page.QuerySelector("main form[action='/search']"));
    }

    [Theory]
    [InlineData("/mentoring?handler=Nope")]
    [InlineData("/rooms/welcome/topics?handler=Nope")]
    public async Task A_post_to_a_handler_that_its_page_does_not_have_is_one_as_well(string path)
    {
        var ana = await app.PersonAsync("ana");
        var answer = await new Browser(ana.Http).SendAsync(path, []);
        Assert.Equal(HttpStatusCode.NotFound, answer.Status);
    }

    [Fact]
    public async Task Who_takes_nothing_but_html_learns_too_that_a_file_is_not_there()
    {
        var ana = await app.PersonAsync("ana");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/rooms/not-there/messages.md");
        request.Headers.Accept.ParseAdd("text/html");
        using var answer = await ana.Http.SendAsync(request, Stop);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Theory]
    [InlineData("POST", "/")]
    [InlineData("POST", "/stories")]
    [InlineData("PUT", "/rooms/welcome")]
    [InlineData("DELETE", "/search")]
    [InlineData("TRACE", "/stories")]
    [InlineData("POST", "/stories/feed.xml")]
    [InlineData("POST", "/sitemap.xml")]
    [InlineData("DELETE", "/api/search")]
    [InlineData("PUT", "/files/0000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("DELETE", "/rooms/welcome/messages")]
    [InlineData("DELETE", "/stories/new")]
    [InlineData("OPTIONS", "/members/nobody_at_all")]
    public async Task An_address_asked_by_a_method_it_does_not_take_says_which_it_takes(string method, string path)
    {
        using var browser = app.Browser();
        using var request = new HttpRequestMessage(new(method), path);

        var answer = await Answer.OfAsync(await browser.Http.SendAsync(request, Stop));

        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.Status);
        Assert.Contains("GET", answer.Message.Content.Headers.Allow);
        Assert.DoesNotContain(method, answer.Message.Content.Headers.Allow);
    }

    [Fact]
    public async Task What_is_not_there_is_not_there_for_any_method()
    {
        foreach (var method in new[] { "OPTIONS", "DELETE", "PATCH" })
        {
            using var request = new HttpRequestMessage(new(method), "/nothing-here");
            using var visitor = app.Visitor();
            Assert.Equal(HttpStatusCode.NotFound, (await visitor.SendAsync(request, Stop)).StatusCode);
        }
    }

    [Fact]
    public async Task An_error_page_has_no_lasting_address_and_is_not_to_be_found()
    {
        var page = (await app.Browser().OpenAsync("/nothing-here")).Page;

        Assert.Null(page.QuerySelector("link[rel=canonical], meta[property='og:url']"));
        Assert.Equal("noindex", page.QuerySelector("meta[name=robots]")!.GetAttribute("content"));
    }

    [Fact]
    public async Task A_draft_sent_as_what_it_is_not_is_refused_in_words_that_a_program_reads()
    {
        using var ana = await app.SignedInAsync("ana_sends_xml");
        using var draft = new StringContent("<draft />", System.Text.Encoding.UTF8, "application/xml");

        using var answer = await ana.Http.PutAsync(new Uri($"/stories/drafts/{Guid.NewGuid()}", UriKind.Relative), draft, Stop);

        Assert.Equal((HttpStatusCode.UnsupportedMediaType, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
    }

    [Fact]
    public async Task A_problem_is_told_in_the_language_of_who_asks()
    {
        using var visitor = app.Visitor();
        visitor.DefaultRequestHeaders.AcceptLanguage.ParseAdd("es");

        var problem = await (await visitor.GetAsync(new Uri("/api/nothing", UriKind.Relative), Stop)).Content.ReadAsStringAsync(Stop);

        Assert.Contains("\"title\":\"No encontrado\"", problem, StringComparison.Ordinal);
        Assert.DoesNotContain("There is nothing here", problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/look")]
    [InlineData("/development/mail")]
    public async Task While_developing_the_pages_for_developers_need_no_sign_in(string path) =>
        Assert.Equal(HttpStatusCode.OK, (await app.Browser().OpenAsync(path)).Status);

    [Fact]
    public async Task An_encoding_that_hides_what_it_says_is_refused()
    {
        using var browser = app.Browser();
        using var form = new StringContent("Input.Email=a", System.Text.Encoding.ASCII);
        form.Headers.ContentType = System.Net.Http.Headers.MediaTypeHeaderValue.Parse("application/x-www-form-urlencoded; charset=utf-7");

        var answer = await Answer.OfAsync(await browser.Http.PostAsync(new Uri("/account/login", UriKind.Relative), form, Stop));

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, answer.Status);
    }

    [Fact]
    public async Task A_program_learns_that_its_token_has_ended_wherever_it_asks()
    {
        using var program = app.Program("no-such-token");

        using var answer = await program.GetAsync(new Uri("/api/search?q=garden", UriKind.Relative), Stop);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task A_null_character_is_refused_and_never_a_500()
    {
        using var browser = app.Browser();
        var answer = await browser.FillAsync("/account/login", ("Input.Email", "a\0@example.org"), ("Input.Password", "\0"));
        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
    }

    [Theory]
    [InlineData("/stories?place=%00&kind=%00")]
    [InlineData("/search?q=gar%0%000den")]
    [InlineData("/members?q=%ed%a0%80")]
    [InlineData("/stories/feed.xml?topic=%00")]
    public async Task A_character_that_says_nothing_is_passed_over(string path) =>
        Assert.Equal(HttpStatusCode.OK, (await app.Browser().OpenAsync(path)).Status);

    [Theory]
    [InlineData("/")]
    [InlineData("/account/login")]
    [InlineData("/nothing-here")]
    public async Task Every_answer_tells_the_browser_what_not_to_do(string path)
    {
        using var answer = await app.Visitor().GetAsync(new Uri(path, UriKind.Relative), Stop);

        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("script-src 'self'", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.False(answer.Headers.Contains("Server"));
        Assert.False(answer.Headers.Contains("Strict-Transport-Security"));
    }

    [Theory]
    [InlineData("/language/es?returnUrl=%2Fmembers%3Fq%3Da", "/members?q=a", "language=c%3Des%7Cuic%3Des")]
    [InlineData("/theme/dark?returnUrl=%2Fmembers", "/members", "theme=dark")]
    [InlineData("/theme/auto", "/", "theme=;")]
    [InlineData("/language/es?returnUrl=%2F%2Fevil.example", "/", "language=")]
    [InlineData("/theme/dark?returnUrl=https%3A%2F%2Fevil.example", "/", "theme=dark")]
    public async Task A_choice_is_kept_in_a_cookie_and_leads_back_to_this_site(string path, string goes, string cookie)
    {
        var answer = await app.Browser().OpenAsync(path);

        Assert.Equal((HttpStatusCode.SeeOther, goes), (answer.Status, answer.Goes));
        Assert.StartsWith(cookie, answer.Message.Headers.GetValues("Set-Cookie").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_visitor_who_chose_Spanish_reads_Spanish()
    {
        using var browser = app.Browser();
        await browser.OpenAsync("/language/es");
        Assert.Contains("Únase", (await browser.OpenAsync("/account/register")).Page.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.OpenAsync("/language/xx")).Status);
    }

    [Fact]
    public async Task Too_many_guesses_in_a_minute_are_told_when_to_come_back()
    {
        await using var limited = new WebApp();
        limited.Settings["RateLimits:Enabled"] = "true";
        using var browser = limited.Browser();
        var page = await browser.OpenAsync("/account/login");

        Answer answer = page;
        for (var n = 0; n < 25 && answer.Status != HttpStatusCode.TooManyRequests; n++)
            answer = await browser.SendAsync("/account/login", page.Fields(), ("Input.Email", $"guess{n}@example.org"), ("Input.Password", "something"));

        Assert.Equal(HttpStatusCode.TooManyRequests, answer.Status);
        Assert.NotNull(answer.Message.Headers.RetryAfter?.Delta);
        Assert.NotNull(answer.Page.QuerySelector("main h1"));
    }
}
