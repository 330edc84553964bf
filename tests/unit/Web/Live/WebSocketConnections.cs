using System.IO.Pipelines;
using System.Net;
using System.Net.WebSockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http.Features;

namespace HealthDoers.Tests.Web.Live;

/// <summary>SignalR's client over a plain WebSocket, without negotiation. The full client package is not to be had everywhere.</summary>
sealed class WebSocketConnections(string? cookies) : IConnectionFactory
{
    public async ValueTask<ConnectionContext> ConnectAsync(EndPoint endpoint, CancellationToken cancellationToken = default)
    {
        var socket = new ClientWebSocket();
        if (cookies is not null)
            socket.Options.SetRequestHeader("Cookie", cookies);
        await socket.ConnectAsync(((UriEndPoint)endpoint).Uri, cancellationToken);
        return new Connection(socket);
    }

    sealed class Connection : ConnectionContext
    {
        readonly ClientWebSocket _socket;
        readonly Pipe _incoming = new();
        readonly Pipe _outgoing = new();
        readonly CancellationTokenSource _closed = new();

        public Connection(ClientWebSocket socket)
        {
            _socket = socket;
            Transport = new Duplex(_incoming.Reader, _outgoing.Writer);
            Features.Set<IConnectionInherentKeepAliveFeature>(new NoPings());
            _ = ReceiveAsync();
            _ = SendAsync();
        }

        public override string ConnectionId { get; set; } = Guid.NewGuid().ToString();
        public override IFeatureCollection Features { get; } = new FeatureCollection();
        public override IDictionary<object, object?> Items { get; set; } = new Dictionary<object, object?>();
        public override IDuplexPipe Transport { get; set; }
        public override CancellationToken ConnectionClosed => _closed.Token;

        async Task ReceiveAsync()
        {
            try
            {
                while (true)
                {
                    var got = await _socket.ReceiveAsync(_incoming.Writer.GetMemory(4096), CancellationToken.None);
                    if (got.MessageType == WebSocketMessageType.Close)
                        break;
                    _incoming.Writer.Advance(got.Count);
                    await _incoming.Writer.FlushAsync();
                }
                await _incoming.Writer.CompleteAsync();
            }
            catch (Exception cut)
            {
                await _incoming.Writer.CompleteAsync(cut);
            }
            await _closed.CancelAsync();
        }

        async Task SendAsync()
        {
            try
            {
                while (true)
                {
                    var read = await _outgoing.Reader.ReadAsync();
                    foreach (var segment in read.Buffer)
                        await _socket.SendAsync(segment, WebSocketMessageType.Text, true, CancellationToken.None);
                    _outgoing.Reader.AdvanceTo(read.Buffer.End);
                    if (read.IsCompleted)
                        break;
                }
            }
            catch (WebSocketException)
            {
                // The receiving side says how it ended.
            }
            await _outgoing.Reader.CompleteAsync();
        }

        public override async ValueTask DisposeAsync()
        {
            _socket.Dispose();
            await _closed.CancelAsync();
            await base.DisposeAsync();
        }
    }

    sealed record Duplex(PipeReader Input, PipeWriter Output) : IDuplexPipe;

    sealed class NoPings : IConnectionInherentKeepAliveFeature
    {
        public bool HasInherentKeepAlive => true;
    }
}
