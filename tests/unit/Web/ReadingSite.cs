using System.Net;
using System.Net.Http.Headers;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using HealthDoers.Tests.Web;

[assembly: AssemblyFixture(typeof(ReadingSite))]

namespace HealthDoers.Tests.Web;

/// <summary>One started site for all tests that only read it.</summary>
public sealed class ReadingSite : WebApp
{
    readonly Lazy<Task> _filled;

    public ReadingSite() => _filled = new(FilledAsync);

    public Task<HttpResponseMessage> GetAsync(string path, string language = "en") => SendAsync(new(HttpMethod.Get, path), language);

    public async Task<HttpResponseMessage> SendAsync(HttpRequestMessage ask, string language = "en")
    {
        await _filled.Value;
        using var visitor = Visitor();
        ask.Headers.AcceptLanguage.Add(new StringWithQualityHeaderValue(language));
        return await visitor.SendAsync(ask, TestContext.Current.CancellationToken);
    }

    public async Task<string> TextAsync(string path, string language = "en")
    {
        using var answer = await GetAsync(path, language);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    public async Task<IDocument> PageAsync(string path, string language = "en") =>
        new HtmlParser().ParseDocument(await TextAsync(path, language));

    /// <summary>The first reader of a new site may come before its index and its map; these tests do not.</summary>
    async Task FilledAsync()
    {
        using var visitor = Visitor();
        await Eventually.UntilAsync(async () => (await visitor.GetStringAsync("/api/search?q=garden")).Contains("\"url\"", StringComparison.Ordinal));
        await Eventually.UntilAsync(async () => (await visitor.GetStringAsync("/api/map/features")).Contains("\"Point\"", StringComparison.Ordinal));
    }
}
