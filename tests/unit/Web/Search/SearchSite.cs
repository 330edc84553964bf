using System.Net.Http.Headers;
using System.Text.Json;
using HealthDoers.Domain.Members;
using HealthDoers.Domain.Stories;
using HealthDoers.Web.Access;
using HealthDoers.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HealthDoers.Tests.Web.Search;

/// <summary>A site of its own to publish on and to search.</summary>
public sealed class SearchSite : WebApp, IAsyncLifetime
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    /// <summary>For a class of tests it is there with its index filled.</summary>
    public async ValueTask InitializeAsync() => await UntilReadyAsync();

    /// <summary>A site on a folder that is there already, as after a restart.</summary>
    public static SearchSite On(string folder) => new() { Settings = { ["Data:Folder"] = folder } };

    public async Task<JsonElement> SearchAsync(string query, string? token = null, string language = "en")
    {
        using var answer = await GetAsync("/api/search?" + query, token, language);
        answer.EnsureSuccessStatusCode();
        return JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
    }

    public async Task<HttpResponseMessage> GetAsync(string path, string? token = null, string language = "en")
    {
        using var visitor = Visitor();
        using var ask = new HttpRequestMessage(HttpMethod.Get, path);
        ask.Headers.AcceptLanguage.ParseAdd(language);
        if (token is not null)
            ask.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return await visitor.SendAsync(ask);
    }

    public async Task<int> TotalAsync(string query, string? token = null) => (await SearchAsync(query, token)).GetProperty("total").GetInt32();

    /// <summary>Waits until so many are found, and says how long that took.</summary>
    public async Task<TimeSpan> UntilTotalAsync(int wanted, string query, string? token = null)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (await TotalAsync(query, token) is var total && total != wanted)
        {
            var waited = TimeProvider.System.GetElapsedTime(started);
            Assert.True(waited < Patience, $"{query}: {total} found instead of {wanted}");
            await Task.Delay(20);
        }
        return TimeProvider.System.GetElapsedTime(started);
    }

    public async Task UntilReadyAsync()
    {
        var started = TimeProvider.System.GetTimestamp();
        while ((await SearchAsync("q=")).GetProperty("isRebuilding").GetBoolean())
        {
            Assert.True(TimeProvider.System.GetElapsedTime(started) < Patience, "the index was never filled");
            await Task.Delay(20);
        }
    }

    public Task<Member> JoinAsync(string handle, Profile? profile = null) => InDbAsync(async db =>
    {
        var member = new Member(handle, $"Person {handle}", DateTimeOffset.UtcNow);
        member.Describe(profile ?? new());
        db.Members.Add(member);
        await db.SaveChangesAsync();
        return member;
    });

    public async Task<string> TokenAsync(string handle)
    {
        _ = Address;
        await using var scope = Services.CreateAsyncScope();
        var (_, account) = await scope.ServiceProvider.GetRequiredService<Joining>()
            .AddAsync(new($"{handle}@example.org", handle, Handle.Of(handle)), CancellationToken.None, "a long walk to the garden");
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        db.PersonalTokens.Add(PersonalToken.Make(account!.Id, "test", TokenScopes.Read, DateTimeOffset.UtcNow, out var token));
        await db.SaveChangesAsync();
        return token;
    }

    public async Task<Guid> PublishAsync(string title, string summary = "", string language = "en", StoryWords? spanish = null) =>
        (await PublishByAsync(await JoinAsync($"author_{Guid.NewGuid():N}"[..20]), title, summary, language, spanish)).Id;

    public Task<Story> PublishByAsync(Member author, string title, string summary = "", string language = "en", StoryWords? spanish = null) => InDbAsync(async db =>
    {
        db.Attach(author);
        var words = new StoryWords { Title = title, Summary = summary };
        var story = new Story(author, new() { Words = words, Language = language }, $"story-{Guid.NewGuid():N}", DateTimeOffset.UtcNow);
        if (spanish is not null)
            story.Translate("es", spanish);
        db.Stories.Add(story);
        await db.SaveChangesAsync();
        return story;
    });

    public Task<int> ChangeStoryAsync(Guid id, Action<Story> change) => InDbAsync(async db =>
    {
        change(await db.Stories.Include(s => s.Author).Include(s => s.Labels).SingleAsync(s => s.Id == id));
        return await db.SaveChangesAsync();
    });

    public Task<int> ChangeMemberAsync(Guid id, Action<Member> change) => InDbAsync(async db =>
    {
        change(await db.Members.SingleAsync(m => m.Id == id));
        return await db.SaveChangesAsync();
    });

    public static Member Administrator()
    {
        var administrator = new Member("lee_runs", "Lee", DateTimeOffset.UtcNow);
        administrator.TakeOn(Duties.Administrator);
        return administrator;
    }
}
