using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.AspNetCore.SignalR.Protocol;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace HealthDoers.Tests.Web.Live;

/// <summary>One listener at <c>/live</c> and everything it was told, in order.</summary>
sealed class LiveClient : IAsyncDisposable
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    readonly HubConnection _connection;
    readonly ConcurrentQueue<(string What, JsonElement Content)> _told = [];
    readonly TaskCompletionSource _closed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    LiveClient(Uri address, string? cookies)
    {
        var live = new UriBuilder(address) { Scheme = "ws", Path = "/live" }.Uri;
        _connection = new HubConnection(new WebSocketConnections(cookies), new JsonHubProtocol(), new UriEndPoint(live),
            new ServiceCollection().BuildServiceProvider(), NullLoggerFactory.Instance);
        foreach (var what in new[] { "message", "messageChanged", "typing", "presence", "removed", "jargon", "read" })
            _connection.On<JsonElement>(what, content => _told.Enqueue((what, content)));
        _connection.Closed += _ =>
        {
            _closed.TrySetResult();
            return Task.CompletedTask;
        };
    }

    public static async Task<LiveClient> AtAsync(Uri address, string? cookies = null)
    {
        var client = new LiveClient(address, cookies);
        await client._connection.StartAsync(TestContext.Current.CancellationToken);
        return client;
    }

    public Task<JsonElement> JoinAsync(string? room) => _connection.InvokeAsync<JsonElement>("Join", room, TestContext.Current.CancellationToken);
    public Task LeaveAsync(string room) => _connection.InvokeAsync("Leave", room, TestContext.Current.CancellationToken);
    public Task TypeAsync(string room) => _connection.InvokeAsync("Typing", room, TestContext.Current.CancellationToken);

    public Task ClosedAsync() => _closed.Task.WaitAsync(Patience, TestContext.Current.CancellationToken);

    public List<JsonElement> Told(string what) => [.. _told.Where(t => t.What == what).Select(t => t.Content)];

    /// <summary>Waits until so many were told, and fails when they do not come.</summary>
    public async Task<List<JsonElement>> ToldAsync(string what, int count)
    {
        using var late = new CancellationTokenSource(Patience);
        while (Told(what).Count < count)
            await Task.Delay(10, late.Token);
        return Told(what);
    }

    /// <summary>Everything told of messages, once the change of this number was among it.</summary>
    public async Task<List<JsonElement>> ToldInOrderAsync(int rev)
    {
        using var late = new CancellationTokenSource(Patience);
        while (true)
        {
            var all = _told.Where(t => t.What is "message" or "messageChanged").Select(t => t.Content).ToList();
            if (rev == 0 || all.Any(m => m.GetProperty("rev").GetInt64() >= rev))
                return all;
            await Task.Delay(10, late.Token);
        }
    }

    public ValueTask DisposeAsync() => _connection.DisposeAsync();
}
