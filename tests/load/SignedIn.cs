using System.Net;
using System.Text.RegularExpressions;

namespace HealthDoers.Load;

static partial class SignedIn
{
    /// <summary>Signs in by the form, as a person does, and returns what the browser would send from then on.</summary>
    public static async Task<string> Cookies(Site site, string email, string password)
    {
        var jar = new CookieContainer();
        using var client = new HttpClient(new SocketsHttpHandler { CookieContainer = jar, AllowAutoRedirect = false }) { BaseAddress = site.Address };
        var form = await client.GetStringAsync("/account/login");
        var token = Token().Match(form);
        using var answer = await client.PostAsync("/account/login", new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["Input.Email"] = email,
            ["Input.Password"] = password,
            ["__RequestVerificationToken"] = WebUtility.HtmlDecode(token.Groups[1].Value),
        }));
        return (int)answer.StatusCode is 302 or 303
            ? jar.GetCookieHeader(site.Address)
            : throw new BenchStoppedException($"Signing in was answered with {(int)answer.StatusCode}, not a redirect.");
    }

    [GeneratedRegex("""name="__RequestVerificationToken"[^>]*value="([^"]+)""")]
    private static partial Regex Token();
}
