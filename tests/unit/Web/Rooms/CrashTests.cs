using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Text.Json;

namespace HealthDoers.Tests.Web.Rooms;

/// <summary>What was acknowledged is there after the process dies in the middle of everything: once, and in order.</summary>
public sealed class CrashTests
{
    const int Deaths = 2;
    const int Senders = 8;

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_acknowledged_message_is_lost_doubled_or_moved_when_the_process_is_killed()
    {
        await using var app = new WebApp();
        var people = await Task.WhenAll(Enumerable.Range(0, Senders).Select(_ => app.PersonAsync("ana")));
        await using var process = new RealProcess(app.Folder);
        var address = await process.StartAsync();

        var acknowledged = new ConcurrentDictionary<Guid, long>();
        using var enough = new CancellationTokenSource();
        var sending = people.Select(person => SendAsync(person.HttpAt(address), acknowledged, enough.Token)).ToList();
        for (var death = 0; death < Deaths; death++)
        {
            var before = acknowledged.Count;
            while (acknowledged.Count < before + 100)
                await Task.Delay(10, Stop);
            await process.KillAsync();
            await process.StartAsync();
        }
        var last = acknowledged.Count;
        while (acknowledged.Count < last + 20)
            await Task.Delay(10, Stop);
        await enough.CancelAsync();
        await Task.WhenAll(sending);

        var log = await LogAsync(address);
        Assert.Equal(Enumerable.Range(1, log.Count).Select(n => (long)n), log.Select(m => m.Seq));
        Assert.Equal(log.Count, log.Select(m => m.ClientId).Distinct().Count());
        var places = log.ToDictionary(m => m.ClientId, m => m.Seq);
        Assert.All(acknowledged, ack => Assert.Equal(ack.Value, places[ack.Key]));
    }

    /// <summary>One message after the other, each until it is acknowledged, as the room's script does.</summary>
    static async Task SendAsync(HttpClient http, ConcurrentDictionary<Guid, long> acknowledged, CancellationToken enough)
    {
        while (!enough.IsCancellationRequested)
        {
            var clientId = Guid.NewGuid();
            while (!acknowledged.ContainsKey(clientId) && !enough.IsCancellationRequested)
                try
                {
                    using var answer = await http.PostAsJsonAsync("/rooms/welcome/messages", new { clientId, body = $"It says {clientId}" }, CancellationToken.None);
                    answer.EnsureSuccessStatusCode();
                    acknowledged[clientId] = (await answer.Content.ReadFromJsonAsync<JsonElement>(CancellationToken.None)).GetProperty("seq").GetInt64();
                }
                catch (HttpRequestException)
                {
                    await Task.Delay(50, CancellationToken.None);
                }
        }
    }

    static async Task<List<(long Seq, Guid ClientId)>> LogAsync(Uri address)
    {
        using var http = new HttpClient { BaseAddress = address };
        var all = new List<(long, Guid)>();
        while (true)
        {
            var page = await http.GetFromJsonAsync<JsonElement>($"/rooms/welcome/messages?after={all.Count}&limit=200", Stop);
            all.AddRange(page.GetProperty("items").EnumerateArray().Select(i => (i.GetProperty("seq").GetInt64(), i.GetProperty("clientId").GetGuid())));
            if (!page.GetProperty("more").GetBoolean())
                return all;
        }
    }
}
