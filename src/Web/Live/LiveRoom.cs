using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Protocol;

namespace HealthDoers.Web.Live;

/// <summary>
/// Who hears one room on this node, and who is there to be seen. Presence and typing live here and nowhere else: they
/// may be lost. With several nodes they would travel between them as NOTIFY payload, in and out of this class.
/// </summary>
public sealed class LiveRoom(string slug)
{
    readonly Lock _lock = new();
    readonly Dictionary<Listener, string?> _listeners = [];

    public string Slug => slug;

    public bool IsEmpty
    {
        get
        {
            lock (_lock)
                return _listeners.Count == 0;
        }
    }

    /// <summary>The handles of those who are signed in and listen, each once.</summary>
    public IReadOnlyList<string> Present
    {
        get
        {
            lock (_lock)
                return [.. _listeners.Values.OfType<string>().Distinct().Order(StringComparer.Ordinal)];
        }
    }

    public IReadOnlyList<Listener> Listeners
    {
        get
        {
            lock (_lock)
                return [.. _listeners.Keys];
        }
    }

    public bool Hears(Listener listener)
    {
        lock (_lock)
            return _listeners.ContainsKey(listener);
    }

    public void Enter(Listener listener, string? handle)
    {
        bool first;
        lock (_lock)
        {
            first = handle is not null && !_listeners.ContainsValue(handle);
            _listeners[listener] = handle;
        }
        if (first)
            Tell("presence", new { room = slug, handle, here = true }, except: listener);
    }

    public void Leave(Listener listener)
    {
        string? handle;
        bool last;
        lock (_lock)
            last = _listeners.Remove(listener, out handle) && handle is not null && !_listeners.ContainsValue(handle);
        if (last)
            Tell("presence", new { room = slug, handle, here = false });
    }

    public void Typing(Listener listener)
    {
        string? handle;
        lock (_lock)
            _listeners.TryGetValue(listener, out handle);
        if (handle is not null)
            Tell("typing", new { room = slug, handle }, except: listener);
    }

    /// <summary>Written as bytes once, however many listen.</summary>
    public void Tell(string what, object content, Listener? except = null)
    {
        var message = new SerializedHubMessage(new InvocationMessage(what, [content]));
        lock (_lock)
            foreach (var listener in _listeners.Keys)
                if (listener != except)
                    listener.Tell(message);
    }
}
