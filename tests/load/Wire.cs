using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace HealthDoers.Load;

/// <summary>
/// One kept-open HTTP/1.1 connection to one address, asked again and again. A bare socket, because load and server
/// share the machine and an HTTP client would take most of it.
/// </summary>
sealed class Wire : IDisposable
{
    static ReadOnlySpan<byte> EndOfHeaders => "\r\n\r\n"u8;

    static ReadOnlySpan<byte> EndOfChunks => "0\r\n\r\n"u8;

    readonly Socket socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    readonly byte[] buffer = new byte[64 * 1024];
    readonly string head;
    readonly byte[] get;

    public Wire(Uri page, IReadOnlyDictionary<string, string> headers)
    {
        if (!page.IsLoopback)
            throw new BenchStoppedException($"{page} is not on this machine, and only this machine is ever measured.");
        var lines = headers.Select(header => $"{header.Key}: {header.Value}\r\n");
        head = $" {page.PathAndQuery} HTTP/1.1\r\nHost: {page.Authority}\r\n{string.Concat(lines)}";
        get = Encoding.ASCII.GetBytes($"GET{head}\r\n");
        socket.Connect(new IPEndPoint(IPAddress.Loopback, page.Port));
    }

    /// <summary>Asks once, reads the whole answer, and returns its status and length with headers.</summary>
    public ValueTask<(int Status, long Bytes)> Get(CancellationToken stop) => Ask(get, stop);

    /// <param name="json">Of ASCII letters only.</param>
    public ValueTask<(int Status, long Bytes)> Post(string json, CancellationToken stop) =>
        Ask(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"POST{head}Content-Type: application/json\r\nContent-Length: {json.Length}\r\n\r\n{json}")), stop);

    public void Dispose() => socket.Dispose();

    async ValueTask<(int Status, long Bytes)> Ask(byte[] request, CancellationToken stop)
    {
        await socket.SendAsync(request, stop);
        var held = 0;
        var headers = -1;
        while (headers < 0)
        {
            held += await Read(held, stop);
            headers = buffer.AsSpan(0, held).IndexOf(EndOfHeaders);
        }
        var answered = Encoding.ASCII.GetString(buffer, 0, headers + 2);
        var status = int.Parse(answered.AsSpan(9, 3), CultureInfo.InvariantCulture);
        long total = held;
        if (Header(answered, "Content-Length: ") is { } length)
        {
            var whole = headers + 4 + long.Parse(length, CultureInfo.InvariantCulture);
            while (total < whole)
                total += await Read(0, stop);
        }
        else
        {
            // Nothing is asked ahead, so the closing chunk is the last thing on the wire.
            while (!buffer.AsSpan(0, held).EndsWith(EndOfChunks))
            {
                var kept = Math.Min(held, EndOfChunks.Length);
                buffer.AsSpan(held - kept, kept).CopyTo(buffer);
                var more = await Read(kept, stop);
                held = kept + more;
                total += more;
            }
        }
        return (status, total);
    }

    async ValueTask<int> Read(int at, CancellationToken stop)
    {
        var read = await socket.ReceiveAsync(buffer.AsMemory(at), stop);
        return read > 0 ? read : throw new IOException("The server closed the connection.");
    }

    static string? Header(string head, string name)
    {
        var at = head.IndexOf(name, StringComparison.OrdinalIgnoreCase);
        return at < 0 ? null : head[(at + name.Length)..head.IndexOf('\r', at)];
    }
}
