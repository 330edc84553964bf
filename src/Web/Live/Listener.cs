using Microsoft.AspNetCore.SignalR;

namespace HealthDoers.Web.Live;

/// <summary>
/// One connection and what still waits to go out on it. Telling never waits: a connection that cannot keep up is
/// closed, and its reader catches up over HTTP.
/// </summary>
public sealed class Listener(HubConnectionContext connection, Guid? memberId, Guid? tokenId)
{
    const int MostWaiting = 500;

    readonly Queue<SerializedHubMessage> _waiting = [];
    bool _sending;

    public string Id => connection.ConnectionId;

    /// <summary>Null for a visitor who is not signed in.</summary>
    public Guid? MemberId => memberId;

    /// <summary>The personal token the connection was opened with, if any.</summary>
    public Guid? TokenId => tokenId;

    public void Tell(SerializedHubMessage message)
    {
        lock (_waiting)
        {
            if (_sending)
            {
                if (_waiting.Count < MostWaiting)
                    _waiting.Enqueue(message);
                else
                    Cut();
                return;
            }
            _sending = true;
        }
        _ = SendAsync(message);
    }

    public void Cut() => connection.Abort();

    // Runs to its end at once while the connection keeps up. A write that fails closes the connection by itself.
    async Task SendAsync(SerializedHubMessage message)
    {
        var next = message;
        do
            await connection.WriteAsync(next, connection.ConnectionAborted);
        while (TryTakeNext(out next));
    }

    bool TryTakeNext(out SerializedHubMessage next)
    {
        lock (_waiting)
        {
            if (_waiting.TryDequeue(out next!))
                return true;
            _sending = false;
            return false;
        }
    }
}
