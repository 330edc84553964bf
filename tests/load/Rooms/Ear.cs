using System.Buffers.Text;
using System.Globalization;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

namespace HealthDoers.Load.Rooms;

/// <summary>
/// One connection to a SignalR hub by a bare WebSocket, which looks at what it is told only for the number of the
/// message: a thousand full clients would leave the server no machine to run on.
/// </summary>
sealed class Ear(Hearing hearing) : IDisposable
{
    /// <summary>SignalR ends each of its records so.</summary>
    const byte End = 0x1e;

    readonly ClientWebSocket socket = new();
    readonly SemaphoreSlim turn = new(1);
    readonly Dictionary<int, TaskCompletionSource> asked = [];
    byte[] held = new byte[8 * 1024];
    int asks;

    /// <summary>Listens to a room from now on.</summary>
    public async Task JoinAsync(Uri site, string room, CancellationToken stop)
    {
        await socket.ConnectAsync(new UriBuilder(site) { Scheme = "ws", Path = "/live" }.Uri, stop);
        await WriteAsync("""{"protocol":"json","version":1}""", stop);
        _ = ReadAsync();
        await InvokeAsync("Join", [room], stop);
    }

    /// <summary>Calls the hub and waits for it to be done.</summary>
    public async Task InvokeAsync(string method, string[] arguments, CancellationToken stop)
    {
        var answer = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        int number;
        lock (asked)
            asked[number = ++asks] = answer;
        await WriteAsync(JsonSerializer.Serialize(new { type = 1, invocationId = number.ToString(CultureInfo.InvariantCulture), target = method, arguments }), stop);
        await answer.Task.WaitAsync(stop);
    }

    /// <summary>A hub closes a connection of which it hears nothing for half a minute.</summary>
    public Task PingAsync(CancellationToken stop) => WriteAsync("""{"type":6}""", stop);

    public void Dispose()
    {
        socket.Dispose();
        turn.Dispose();
    }

    async Task WriteAsync(string record, CancellationToken stop)
    {
        await turn.WaitAsync(stop);
        try
        {
            await socket.SendAsync(Encoding.UTF8.GetBytes(record + (char)End), WebSocketMessageType.Text, true, stop);
        }
        finally
        {
            turn.Release();
        }
    }

    async Task ReadAsync()
    {
        var filled = 0;
        try
        {
            while (true)
            {
                var got = await socket.ReceiveAsync(held.AsMemory(filled), CancellationToken.None);
                if (got.MessageType == WebSocketMessageType.Close)
                    break;
                filled += got.Count;
                var taken = 0;
                for (int end; (end = held.AsSpan(taken, filled - taken).IndexOf(End)) >= 0; taken += end + 1)
                    Take(held.AsSpan(taken, end));
                held.AsSpan(taken, filled - taken).CopyTo(held);
                filled -= taken;
                if (filled == held.Length)
                    Array.Resize(ref held, held.Length * 2);
            }
        }
        catch (Exception gone) when (gone is WebSocketException or ObjectDisposedException or OperationCanceledException)
        {
            // What it did not hear shows in the figures.
        }
    }

    void Take(ReadOnlySpan<byte> record)
    {
        if (record.IndexOf(Hearing.Mark) is var mark and >= 0)
        {
            if (Utf8Parser.TryParse(record[(mark + Hearing.Mark.Length)..], out int number, out _))
                hearing.Heard(this, number);
        }
        else if (record.StartsWith("""{"type":3,"""u8))
        {
            using var answer = JsonDocument.Parse(record.ToArray());
            TaskCompletionSource? waiting;
            lock (asked)
                asked.Remove(int.Parse(answer.RootElement.GetProperty("invocationId").GetString()!, CultureInfo.InvariantCulture), out waiting);
            if (answer.RootElement.TryGetProperty("error", out var error))
                waiting?.TrySetException(new BenchStoppedException($"The hub answered: {error}"));
            else
                waiting?.TrySetResult();
        }
    }
}
