using System.Net;
using System.Net.Http.Json;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using HealthDoers.Domain.Members;
using HealthDoers.Web.Access;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace HealthDoers.Tests.Web.Stories.Writing;

/// <summary>A signed-in member in front of a browser without script.</summary>
sealed class Author : IDisposable
{
    readonly HttpClient _http;
    string? _token;

    Author(Member member, HttpClient http) => (Member, _http) = (member, http);

    public Member Member { get; }

    static CancellationToken Now => TestContext.Current.CancellationToken;

    /// <param name="handle">Made unique: several tests share an app and each wants its own Ana.</param>
    public static async Task<Author> InAsync(WebApp app, string handle = "ana", Duties duties = Duties.None)
    {
        var member = new Member($"{handle}_{Guid.NewGuid():N}"[..20], handle, DateTimeOffset.UtcNow);
        member.TakeOn(duties);
        var account = Account.Of(member, $"{member.Handle}@example.org", null, DateTimeOffset.UtcNow);
        await app.InDbAsync(async db =>
        {
            db.AddRange(member, account);
            return await db.SaveChangesAsync();
        });
        var cookie = app.Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(SessionCookie.Scheme);
        var ticket = new AuthenticationTicket(SessionCookie.For(account), new() { IssuedUtc = DateTimeOffset.UtcNow, ExpiresUtc = DateTimeOffset.UtcNow.AddDays(1) }, SessionCookie.Scheme);
        var jar = new CookieContainer();
        jar.Add(app.Address, new Cookie(cookie.Cookie.Name!, cookie.TicketDataFormat.Protect(ticket)));
        return new(member, new(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = jar, UseProxy = false }) { BaseAddress = app.Address });
    }

    public Task<HttpResponseMessage> GetAsync(string path) => _http.GetAsync(path, Now);

    public async Task<IHtmlDocument> ReadAsync(string path) => await PageOf(await GetAsync(path));

    public static async Task<IHtmlDocument> PageOf(HttpResponseMessage answer) =>
        new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync(Now));

    public async Task<HttpResponseMessage> PostAsync(string path, params (string Name, string Value)[] fields) =>
        await _http.PostAsync(path, new FormUrlEncodedContent([.. fields.Select(f => KeyValuePair.Create(f.Name, f.Value)), new("__RequestVerificationToken", await TokenAsync())]), Now);

    public async Task<HttpResponseMessage> PostFilesAsync(string path, (string Name, byte[] Content)[] files, params (string Name, string Value)[] fields)
    {
        var body = new MultipartFormDataContent { { new StringContent(await TokenAsync()), "__RequestVerificationToken" } };
        foreach (var (name, value) in fields)
            body.Add(new StringContent(value), name);
        foreach (var (name, content) in files)
            body.Add(new ByteArrayContent(content), name, "holiday.jpg");
        return await _http.PostAsync(path, body, Now);
    }

    /// <summary>What the script of the form does every few seconds.</summary>
    public async Task<HttpResponseMessage> SaveAsync(Guid draft, int turn, object fields, Guid? storyId = null, int seenVersion = 0)
    {
        var request = new HttpRequestMessage(HttpMethod.Put, $"/stories/drafts/{draft}") { Content = JsonContent.Create(new { turn, fields, storyId, seenVersion }) };
        request.Headers.Add("RequestVerificationToken", await TokenAsync());
        return await _http.SendAsync(request, Now);
    }

    /// <summary>Publishes and returns the path of the story.</summary>
    public async Task<string> PublishAsync(string title, params (string Name, string Value)[] more)
    {
        var answer = await PostAsync("/stories/new", [("Input.Title", title), ("Input.WhatChanged", "Sixty families eat from it."), .. more]);
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        return answer.Headers.Location!.OriginalString;
    }

    async Task<string> TokenAsync() => _token ??= (await ReadAsync("/stories/new")).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

    public void Dispose() => _http.Dispose();
}
