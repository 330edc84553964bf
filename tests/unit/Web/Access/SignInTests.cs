using System.Diagnostics;
using System.Net;
using HealthDoers.Domain.Members;
using HealthDoers.Web.Access;

namespace HealthDoers.Tests.Web.Access;

public class SignInTests(WebApp app) : IClassFixture<WebApp>
{
    [Theory]
    [InlineData("/account/profile", "/account/profile")]
    [InlineData("/stories?q=a&page=2", "/stories?q=a&page=2")]
    [InlineData("https://evil.example/", "/")]
    [InlineData("//evil.example/", "/")]
    [InlineData("/\\evil.example/", "/")]
    [InlineData("/\t/evil.example/", "/")]
    [InlineData("javascript:alert(1)", "/")]
    [InlineData("", "/")]
    public async Task Signing_in_leads_back_to_pages_of_this_site_only(string returnUrl, string goes)
    {
        await app.MemberAsync("back" + Math.Abs(returnUrl.GetHashCode(StringComparison.Ordinal)) % 1_000_000);
        using var browser = app.Browser();

        var answer = await browser.FillAsync($"/account/login?returnUrl={Uri.EscapeDataString(returnUrl)}",
            ("Input.Email", $"back{Math.Abs(returnUrl.GetHashCode(StringComparison.Ordinal)) % 1_000_000}@example.org"), ("Input.Password", Browser.Password));

        Assert.Equal((HttpStatusCode.SeeOther, goes), (answer.Status, answer.Goes));
    }

    [Fact]
    public async Task A_page_for_members_asks_to_sign_in_and_leads_back()
    {
        using var visitor = app.Browser();

        var answer = await visitor.OpenAsync("/account/tokens");

        Assert.Equal(HttpStatusCode.Redirect, answer.Status);
        Assert.EndsWith("/account/login?returnUrl=%2Faccount%2Ftokens", answer.Goes, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_password_and_an_unknown_address_read_the_same_and_take_the_same_time()
    {
        await app.MemberAsync("timed");
        using var browser = app.Browser();
        await browser.SignInAsync("warm@example.org", "something wrong here");

        var known = await TimedAsync("timed@example.org");
        var unknown = await TimedAsync("untimed@example.org");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, known.Status);
        Assert.Equal(unknown.Says, known.Says);
        // A hash takes tens of milliseconds; leaving it out would be many times quicker.
        Assert.InRange(unknown.Took / known.Took, 0.3, 3.5);

        async Task<(HttpStatusCode Status, string? Says, double Took)> TimedAsync(string email)
        {
            var page = await browser.OpenAsync("/account/login");
            List<double> took = [];
            Answer answer = page;
            for (var n = 0; n < SignInTries.Most - 1; n++)
            {
                var began = Stopwatch.GetTimestamp();
                answer = await browser.SendAsync("/account/login", page.Fields(), ("Input.Email", email), ("Input.Password", "something wrong here"));
                took.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            }
            return (answer.Status, answer.Wrong("Input.Password"), took.Min());
        }
    }

    [Theory]
    [InlineData("locked@example.org", true)]
    [InlineData("stranger@example.org", false)]
    public async Task Five_wrong_passwords_close_an_address_whether_or_not_anybody_has_it(string email, bool known)
    {
        if (known)
            await app.MemberAsync("locked");
        using var browser = app.Browser();
        for (var n = 0; n < SignInTries.Most; n++)
            Assert.Contains("do not fit", (await browser.SignInAsync(email, "something wrong here")).Body, StringComparison.Ordinal);

        var closed = await browser.SignInAsync(email);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, closed.Status);
        Assert.Contains("Wait ten minutes", closed.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Guesses_sent_all_at_once_do_not_slip_past_the_lock()
    {
        await app.MemberAsync("rushed");
        using var browser = app.Browser();
        var page = await browser.OpenAsync("/account/login");

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ =>
            browser.SendAsync("/account/login", page.Fields(), ("Input.Email", "RUSHED@example.org"), ("Input.Password", "something wrong here"))));

        Assert.Equal(SignInTries.Most, answers.Count(a => a.Body.Contains("do not fit", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_right_password_starts_the_count_anew()
    {
        await app.MemberAsync("careful");
        using var browser = app.Browser();
        for (var n = 0; n < SignInTries.Most - 1; n++)
            await browser.SignInAsync("careful@example.org", "something wrong here");
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.SignInAsync("careful@example.org")).Status);

        using var again = app.Browser();
        Assert.Contains("do not fit", (await again.SignInAsync("careful@example.org", "something wrong here")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Signing_out_everywhere_ends_every_session_and_token()
    {
        var member = await app.MemberAsync("everywhere");
        using var here = app.Browser();
        using var there = app.Browser();
        await here.SignInAsync("everywhere@example.org");
        await there.SignInAsync("everywhere@example.org");
        using var program = app.Program(await app.TokenAsync(member, TokenScopes.Read));
        Assert.Equal(HttpStatusCode.OK, (await there.OpenAsync("/account/profile")).Status);
        Assert.Equal(HttpStatusCode.OK, (await program.GetAsync(new Uri("/members", UriKind.Relative), TestContext.Current.CancellationToken)).StatusCode);

        var page = await here.OpenAsync("/account/logout");
        await here.SendAsync("/account/logout?handler=Everywhere", page.Fields());

        Assert.Equal(HttpStatusCode.Redirect, (await here.OpenAsync("/account/profile")).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await there.OpenAsync("/account/profile")).Status);
        Assert.True(await app.InDbAsync(db => Task.FromResult(db.PersonalTokens.All(t => t.MemberId != member.Id || t.RevokedAt != null))));
    }

    [Fact]
    public async Task A_suspension_written_by_anybody_ends_sessions_within_seconds_and_is_told_to_who_has_the_password()
    {
        using var browser = await app.SignedInAsync("troubled");
        var admin = await app.MemberAsync("judge", Duties.Administrator);
        Assert.Equal(HttpStatusCode.OK, (await browser.OpenAsync("/account/profile")).Status);

        await app.InDbAsync(async db =>
        {
            db.Members.Single(m => m.Handle == "troubled").SuspendBy(admin, "Reported", DateTimeOffset.UtcNow);
            return await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        });

        var waited = Stopwatch.StartNew();
        while ((await browser.OpenAsync("/account/profile")).Status == HttpStatusCode.OK)
            Assert.True(waited.Elapsed < Quick.Following, "The session outlived the suspension.");
        Assert.Contains("suspended", (await browser.SignInAsync("troubled@example.org")).Body, StringComparison.Ordinal);
        Assert.DoesNotContain("suspended", (await browser.SignInAsync("troubled@example.org", "something wrong here")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Guesses_of_strangers_do_not_keep_the_owner_from_changing_the_password()
    {
        using var here = await app.SignedInAsync("guessed_at");
        using var stranger = app.Browser();
        for (var n = 0; n <= SignInTries.Most; n++)
            await stranger.SignInAsync("guessed_at@example.org", "something wrong here");

        var changed = await here.FillAsync("/account/password", ("Input.Present", Browser.Password), ("Input.Password", "another-lantern-meadow-brick"));

        Assert.Equal(HttpStatusCode.SeeOther, changed.Status);
    }

    [Fact]
    public async Task A_changed_password_keeps_this_browser_and_ends_the_others()
    {
        using var here = await app.SignedInAsync("changing");
        using var there = app.Browser();
        await there.SignInAsync("changing@example.org");

        var wrong = await here.FillAsync("/account/password", ("Input.Present", "not the one at all"), ("Input.Password", "another-lantern-meadow-brick"));
        Assert.NotNull(wrong.Wrong("Input.Present"));
        var right = await here.FillAsync("/account/password", ("Input.Present", Browser.Password), ("Input.Password", "another-lantern-meadow-brick"));

        Assert.Equal((HttpStatusCode.SeeOther, "/account"), (right.Status, right.Goes));
        Assert.Equal(HttpStatusCode.OK, (await here.OpenAsync("/account")).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await there.OpenAsync("/account")).Status);
    }

    [Fact]
    public async Task A_new_address_counts_once_its_mail_is_followed()
    {
        using var browser = await app.SignedInAsync("moving");
        await browser.FillAsync("/account/email", ("Input.Email", "moved@example.org"), ("Input.Password", Browser.Password));
        Assert.Equal(HttpStatusCode.SeeOther, (await app.Browser().SignInAsync("moving@example.org")).Status);

        var link = People.LinkIn(await app.LetterAsync("moved@example.org"), "email/confirm");
        Assert.Equal("/account/login", (await browser.FillAsync(link)).Goes);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.SignInAsync("moving@example.org")).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.SignInAsync("moved@example.org")).Status);
    }

    [Fact]
    public async Task A_post_without_the_token_of_our_page_changes_nothing()
    {
        using var browser = await app.SignedInAsync("forged");

        var answer = await browser.SendAsync("/account/logout", []);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal(HttpStatusCode.OK, (await browser.OpenAsync("/account")).Status);
    }

    [Fact]
    public async Task The_session_cookie_is_out_of_reach_of_scripts_and_other_sites()
    {
        await app.MemberAsync("cookie");
        using var browser = app.Browser();

        var answer = await browser.SignInAsync("cookie@example.org");

        var cookie = Assert.Single(answer.Message.Headers.GetValues("Set-Cookie"), c => c.StartsWith("session=", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
    }
}
