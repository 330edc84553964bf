using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace HealthDoers.Web.Access;

/// <summary><c>Authorization: Bearer hd_…</c>; on <c>/live</c> also <c>access_token</c> in the query, since browsers cannot set headers there.</summary>
sealed class BearerToken(AccessMemory memory, IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logs, UrlEncoder encoder)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logs, encoder)
{
    public const string Name = "bearer";
    const int LongestToken = 100;

    string? _refusal;

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var given = Given();
        if (given.Length > LongestToken || await memory.OfTokenAsync(Secret.HashOf(given), Context.RequestAborted) is not { } token)
            return Refuse("This token is not known or was revoked.");
        if (await memory.OfMemberAsync(token.MemberId, Context.RequestAborted) is not { } member)
            return Refuse("The member of this token has left.");
        if (member.IsSuspended)
            return Refuse("The account of this token is suspended.");
        var claims = Enum.GetValues<TokenScopes>().Where(s => s != TokenScopes.None && token.Scopes.HasFlag(s))
            .Select(s => new Claim(MemberIdentity.Scope, s.ToString()))
            .Append(new(MemberIdentity.Token, token.Id.ToString()));
        return AuthenticateResult.Success(new(MemberIdentity.Of(member, Name, claims), Name));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Headers.WWWAuthenticate = "Bearer";
        return Caller.AnswerAsync(Context, StatusCodes.Status401Unauthorized, _refusal);
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) =>
        Caller.AnswerAsync(Context, StatusCodes.Status403Forbidden);

    string Given()
    {
        var header = Request.Headers.Authorization.ToString();
        return header.Length > 0 ? header["Bearer".Length..].Trim() : Request.Query["access_token"].ToString();
    }

    AuthenticateResult Refuse(string sentence)
    {
        _refusal = sentence;
        return AuthenticateResult.Fail(sentence);
    }
}
