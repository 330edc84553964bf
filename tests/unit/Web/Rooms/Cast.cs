using System.Net.Http.Json;
using HealthDoers.Domain.Members;
using HealthDoers.Domain.Rooms;
using HealthDoers.Web.Access;
using HealthDoers.Web.Access.PersonalData;
using HealthDoers.Web.Data;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace HealthDoers.Tests.Web.Rooms;

/// <summary>A signed-in member with the cookies and the token of a page they opened.</summary>
public sealed class Person(WebApp app, Member member, string cookies, string token)
{
    public Member Member => member;
    public string Cookies => cookies;
    public HttpClient Http { get; } = At(app.Address, cookies, token);

    /// <summary>The same person at another address: another process, or a second device.</summary>
    public HttpClient HttpAt(Uri address) => At(address, cookies, token);

    public Task<HttpResponseMessage> PostAsync(string room, object message) =>
        Http.PostAsJsonAsync($"/rooms/{room}/messages", message, TestContext.Current.CancellationToken);

    public Task<HttpResponseMessage> SayAsync(string room, string body) => PostAsync(room, new { clientId = Guid.NewGuid(), body });

    static HttpClient At(Uri address, string cookies, string token)
    {
        var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false }) { BaseAddress = address };
        http.DefaultRequestHeaders.Add("Cookie", cookies);
        http.DefaultRequestHeaders.Add("RequestVerificationToken", token);
        return http;
    }
}

static class Cast
{
    public static async Task<Person> PersonAsync(this WebApp app, string handle, Duties duties = Duties.None)
    {
        // Several tests share an app and each wants its own Ana.
        var unique = $"{handle}_{Guid.NewGuid():N}"[..20];
        var member = new Member(unique, char.ToUpperInvariant(handle[0]) + handle[1..], DateTimeOffset.UtcNow);
        member.TakeOn(duties);
        var account = new Account { Id = member.Id, UserName = unique, Email = $"{unique}@example.org", SecurityStamp = Guid.NewGuid().ToString(), CreatedAt = DateTimeOffset.UtcNow };
        await app.InDbAsync(async db =>
        {
            db.Members.Add(member);
            db.Users.Add(account);
            return await db.SaveChangesAsync();
        });
        var services = app.Services;
        var user = SessionCookie.For(account);
        var cookie = services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(SessionCookie.Scheme);
        var now = DateTimeOffset.UtcNow;
        var ticket = new AuthenticationTicket(user, new() { IssuedUtc = now, ExpiresUtc = now.AddDays(1) }, SessionCookie.Scheme);
        var forgery = services.GetRequiredService<IAntiforgery>().GetTokens(new DefaultHttpContext { User = user, RequestServices = services });
        var forgeryCookie = services.GetRequiredService<IOptions<AntiforgeryOptions>>().Value.Cookie.Name;
        return new(app, member, $"{cookie.Cookie.Name}={cookie.TicketDataFormat.Protect(ticket)}; {forgeryCookie}={forgery.CookieToken}", forgery.RequestToken!);
    }

    /// <summary>An open room of its own for a test.</summary>
    public static async Task<string> RoomAsync(this WebApp app)
    {
        var slug = $"room-{Guid.NewGuid():N}";
        await app.InDbAsync(async db =>
        {
            db.Rooms.Add(new Room(slug, new() { ["en"] = new("A room", "For a test") }, DateTimeOffset.UtcNow));
            return await db.SaveChangesAsync();
        });
        return slug;
    }
}

static class RoomsOfMembers
{
    /// <summary>A room that somebody opened, with an agreement that all of these members said yes to.</summary>
    public static async Task<string> RoomOfAsync(this WebApp app, Person by, RoomAudience audience, params Person[] members)
    {
        var slug = $"room-{Guid.NewGuid():N}";
        var now = DateTimeOffset.UtcNow;
        return await app.InDbAsync(async db =>
        {
            var room = new Room(slug, "en", new("A room", "For a test"), audience, null, by.Member, now);
            db.Rooms.Add(room);
            db.RoomAgreements.Add(room.Agree(["Be kind"], "en", by.Member, now));
            foreach (var member in members)
            {
                if (audience != RoomAudience.Open)
                    room.Invite(member.Member, by.Member, now);
                room.Join(member.Member, false, room.AgreementNumber, now);
            }
            await db.SaveChangesAsync();
            return slug;
        });
    }

    /// <summary>Sends the first form of the page, where several stand under each other.</summary>
    public static async Task<Answer> FillFirstAsync(this Browser browser, string path, params (string Field, string Value)[] typed)
    {
        var page = await browser.OpenAsync(path);
        return await browser.SendAsync(path, Answer.FieldsOf(page.Page.QuerySelector("main form")!).ToList(), typed);
    }

    /// <summary>Waits until the notices of this person say so.</summary>
    public static Task ToldAsync(this WebApp app, Person who, string words) => Eventually.UntilAsync(async () =>
        (await who.Http.GetStringAsync("/notifications", TestContext.Current.CancellationToken)).Contains(words, StringComparison.Ordinal));

    public static async Task EraseAsync(this WebApp app, Guid memberId)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var member = await scope.ServiceProvider.GetRequiredService<AppDb>().Members.SingleAsync(m => m.Id == memberId);
        await scope.ServiceProvider.GetRequiredService<Leaving>().LeaveAsync(member, WhatStays.UnderNoName, TestContext.Current.CancellationToken);
    }
}
