using System.Net;

namespace HealthDoers.Tests.Web.Hosting;

public sealed class AnswerTests(WebApp app) : IClassFixture<WebApp>
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
    [InlineData("POST", "/")]
    [InlineData("POST", "/stories")]
    [InlineData("PUT", "/rooms/welcome")]
    [InlineData("DELETE", "/search")]
    [InlineData("TRACE", "/stories")]
    public async Task A_page_asked_by_a_method_it_does_not_know_says_so(string method, string path)
    {
        using var browser = app.Browser();
        var form = await browser.OpenAsync("/account/login");
        using var request = new HttpRequestMessage(new(method), path);
        if (method != "TRACE")
            request.Headers.Add("RequestVerificationToken", form.Fields().Single(f => f.Key == "__RequestVerificationToken").Value);

        var answer = await Answer.OfAsync(await browser.Http.SendAsync(request, Stop));

        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.Status);
    }

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
