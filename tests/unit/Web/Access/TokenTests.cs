using System.Net;
using System.Text.Json.Nodes;
using HealthDoers.Domain.Members;
using HealthDoers.Web.Access;

namespace HealthDoers.Tests.Web.Access;

public class TokenTests(WebApp app) : IClassFixture<WebApp>
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_token_is_shown_once_works_and_ends_when_it_is_revoked()
    {
        using var browser = await app.SignedInAsync("maker");
        await browser.FillAsync("/account/tokens", ("Input.Name", "My phone"));
        var shown = (await browser.OpenAsync("/account/tokens")).Page.GetElementById("token")!.TextContent;
        Assert.DoesNotContain(shown, (await browser.OpenAsync("/account/tokens")).Body, StringComparison.Ordinal);
        Assert.False(await app.InDbAsync(db => Task.FromResult(db.PersonalTokens.Any(t => t.Hash == shown))));
        using var program = app.Program(shown);
        Assert.Equal(HttpStatusCode.OK, (await AskAsync(program, "/members")).StatusCode);

        var page = await browser.OpenAsync("/account/tokens");
        var revoke = page.Page.QuerySelector("form[action*=Revoke]")!;
        await browser.SendAsync(revoke.GetAttribute("action")!, revoke.QuerySelectorAll("input").Select(i => KeyValuePair.Create(i.GetAttribute("name")!, i.GetAttribute("value")!)));

        Assert.Equal(HttpStatusCode.Unauthorized, (await AskAsync(program, "/account/tokens")).StatusCode);
    }

    [Fact]
    public async Task A_stranger_cannot_revoke_my_token()
    {
        var member = await app.MemberAsync("owner");
        await app.TokenAsync(member, TokenScopes.Read);
        var id = await app.InDbAsync(db => Task.FromResult(db.PersonalTokens.Single(t => t.MemberId == member.Id).Id));
        using var stranger = await app.SignedInAsync("stranger");
        var page = await stranger.OpenAsync("/account/tokens");

        var answer = await stranger.SendAsync("/account/tokens?handler=Revoke", page.Fields(), ("id", id.ToString()));

        Assert.Equal(HttpStatusCode.NotFound, answer.Status);
        Assert.Null(await app.InDbAsync(db => Task.FromResult(db.PersonalTokens.Single(t => t.Id == id).RevokedAt)));
    }

    [Theory]
    [InlineData("GET", TokenScopes.Read, HttpStatusCode.NotFound)]
    [InlineData("POST", TokenScopes.Read, HttpStatusCode.Forbidden)]
    [InlineData("GET", TokenScopes.Write, HttpStatusCode.Forbidden)]
    [InlineData("POST", TokenScopes.Read | TokenScopes.Write, HttpStatusCode.NotFound)]
    public async Task A_token_does_what_its_scopes_say(string method, TokenScopes scopes, HttpStatusCode status)
    {
        var member = await app.MemberAsync($"scope_{method}_{(int)scopes}".ToLowerInvariant());
        using var program = app.Program(await app.TokenAsync(member, scopes));

        // An address that leads nowhere: what may pass finds nothing there.
        using var request = new HttpRequestMessage(new(method), new Uri("/api/nothing", UriKind.Relative));
        using var answer = await program.SendAsync(request, Stop);

        Assert.Equal(status, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task A_token_cannot_reach_the_account()
    {
        var member = await app.MemberAsync("reaching");
        using var program = app.Program(await app.TokenAsync(member, TokenScopes.Read | TokenScopes.Write));

        foreach (var path in new[] { "/account/tokens", "/account/data", "/account/password", "/account/leave" })
        {
            using var answer = await program.PostAsync(new Uri(path, UriKind.Relative), new FormUrlEncodedContent([]), Stop);
            Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        }
    }

    [Theory]
    [InlineData("hd_nonsense")]
    [InlineData("")]
    [InlineData("hd_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA hd_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task An_unknown_token_gets_problem_details_and_never_a_redirect(string token)
    {
        using var program = app.Visitor();
        program.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", $"Bearer {token}");

        using var answer = await program.GetAsync(new Uri("/account/tokens", UriKind.Relative), Stop);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal(401, JsonNode.Parse(await answer.Content.ReadAsStringAsync(Stop))!["status"]!.GetValue<int>());
    }

    [Theory]
    [InlineData("Accept", "application/json")]
    [InlineData("HX-Request", "true")]
    public async Task Scripts_get_problem_details_where_people_get_a_redirect(string header, string value)
    {
        using var script = app.Visitor();
        script.DefaultRequestHeaders.Add(header, value);

        using var answer = await script.GetAsync(new Uri("/account/tokens", UriKind.Relative), Stop);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task A_suspended_members_token_is_refused_with_a_sentence()
    {
        var member = await app.MemberAsync("paused");
        var admin = await app.MemberAsync("pauser", Duties.Administrator);
        using var program = app.Program(await app.TokenAsync(member, TokenScopes.Read));
        await app.InDbAsync(async db =>
        {
            db.Members.Single(m => m.Id == member.Id).SuspendBy(admin, "Reported", DateTimeOffset.UtcNow);
            return await db.SaveChangesAsync(Stop);
        });

        using var answer = await program.GetAsync(new Uri("/account", UriKind.Relative), Stop);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Contains("suspended", await answer.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
    }

    static async Task<HttpResponseMessage> AskAsync(HttpClient program, string path) => await program.GetAsync(new Uri(path, UriKind.Relative), Stop);
}
