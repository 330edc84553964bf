using System.Text.Json;
using System.Threading.Channels;
using HealthDoers.Web.Data.Events;
using Npgsql;

namespace HealthDoers.Web.Live;

/// <summary>
/// Carries presence, typing and reading between the nodes of a deployment on PostgreSQL, as NOTIFY payload. A word that
/// is lost is said again or was not worth it; nothing else goes this way.
/// </summary>
sealed class NodesTalk(string connectionString, LiveRooms rooms, NodeName node, TimeProvider clock, ILogger<NodesTalk> log) : BackgroundService
{
    const string Channel = "healthdoers_live";
    const int MostWaiting = 2_000;
    static readonly TimeSpan Refreshing = TimeSpan.FromSeconds(10);
    static readonly TimeSpan AfterLoss = TimeSpan.FromSeconds(2);

    readonly Channel<LiveWord> _said = System.Threading.Channels.Channel.CreateBounded<LiveWord>(new BoundedChannelOptions(MostWaiting) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        rooms.Said += Said;
        try
        {
            await Task.WhenAll(AgainAsync(ListenAsync, stoppingToken), AgainAsync(SpeakAsync, stoppingToken), RefreshAsync(stoppingToken));
        }
        finally
        {
            rooms.Said -= Said;
        }
    }

    void Said(LiveWord word) => _said.Writer.TryWrite(word);

    async Task AgainAsync(Func<CancellationToken, Task> work, CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                await work(stopping);
            }
            catch (Exception lost) when (!stopping.IsCancellationRequested)
            {
                log.LogWarning("The nodes do not hear each other for a moment ({Kind})", lost.GetType().Name);
                await Task.Delay(AfterLoss, clock, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    async Task ListenAsync(CancellationToken stopping)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(stopping);
        connection.Notification += (_, told) => Hear(told.Payload);
        await using (var listen = new NpgsqlCommand($"LISTEN {Channel}", connection))
            await listen.ExecuteNonQueryAsync(stopping);
        while (true)
            await connection.WaitAsync(stopping);
    }

    async Task SpeakAsync(CancellationToken stopping)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(stopping);
        await using var notify = new NpgsqlCommand("SELECT pg_notify($1, $2)", connection);
        notify.Parameters.Add(new() { Value = Channel });
        notify.Parameters.Add(new() { Value = "" });
        await foreach (var word in _said.Reader.ReadAllAsync(stopping))
        {
            notify.Parameters[1].Value = JsonSerializer.Serialize(new Envelope(node.Lease, word));
            await notify.ExecuteNonQueryAsync(stopping);
        }
    }

    async Task RefreshAsync(CancellationToken stopping)
    {
        using var timer = new PeriodicTimer(Refreshing, clock);
        while (await timer.WaitForNextTickAsync(stopping))
            foreach (var room in rooms.All)
                room.Refresh(clock.GetUtcNow());
    }

    void Hear(string payload)
    {
        var (from, word) = JsonSerializer.Deserialize<Envelope>(payload)!;
        if (from != node.Lease && rooms.TryGet(word.Room, out var room))
            room.Hear(from, word, clock.GetUtcNow());
    }

    sealed record Envelope(string Node, LiveWord Word);
}
