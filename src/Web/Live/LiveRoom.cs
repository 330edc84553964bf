using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Protocol;

namespace HealthDoers.Web.Live;

/// <summary>
/// Who hears one room on this node, and who is there to be seen, here or at other nodes. Presence, typing and reading
/// live here and nowhere else: they may be lost.
/// </summary>
/// <param name="say">Tells the other nodes, where there are any.</param>
public sealed class LiveRoom(Guid id, string slug, Action<LiveWord> say)
{
    // A node that died says nothing; what it said last is believed for so long.
    static readonly TimeSpan Believed = TimeSpan.FromSeconds(30);
    const int HandlesInAWord = 100;

    readonly Lock _lock = new();
    readonly Dictionary<Listener, string?> _listeners = [];
    readonly Dictionary<(string Node, string Handle), DateTimeOffset> _elsewhere = [];

    public string Slug => slug;

    public bool IsEmpty
    {
        get
        {
            lock (_lock)
                return _listeners.Count == 0;
        }
    }

    /// <summary>The handles of those who are signed in, listen and let others see it, each once.</summary>
    public IReadOnlyList<string> Present
    {
        get
        {
            lock (_lock)
                return [.. _listeners.Values.OfType<string>().Concat(_elsewhere.Keys.Select(e => e.Handle)).Distinct().Order(StringComparer.Ordinal)];
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

    /// <param name="handle">Null for a visitor, and for who does not wish to be seen.</param>
    public void Enter(Listener listener, string? handle)
    {
        bool first;
        lock (_lock)
            first = _listeners.Count == 0;
        if (first)
            say(new(id, LiveWordKind.WhoIsHere, []));
        Set(listener, handle, enter: true);
    }

    public void Leave(Listener listener) => Set(listener, null, leave: true);

    /// <summary>The member chose to be seen, or not to be.</summary>
    public void ShowAs(Listener listener, string? handle) => Set(listener, handle);

    public void Typing(Listener listener)
    {
        string? handle;
        lock (_lock)
            _listeners.TryGetValue(listener, out handle);
        if (handle is null)
            return;
        TellTyping(handle, except: listener);
        say(new(id, LiveWordKind.Typing, [handle]));
    }

    /// <summary>Somebody who lets others see it has read up to here.</summary>
    public void Read(string handle, long seq)
    {
        TellRead(handle, seq);
        say(new(id, LiveWordKind.Read, [handle], seq));
    }

    /// <summary>What another node says of this room.</summary>
    public void Hear(string node, LiveWord word, DateTimeOffset now)
    {
        switch (word.Kind)
        {
            case LiveWordKind.WhoIsHere:
                SayWhoIsHere();
                break;
            case LiveWordKind.Here or LiveWordKind.Gone:
                foreach (var handle in word.Handles)
                    Elsewhere(node, handle, word.Kind == LiveWordKind.Here ? now + Believed : null);
                break;
            case LiveWordKind.Typing:
                TellTyping(word.Handles[0]);
                break;
            case LiveWordKind.Read:
                TellRead(word.Handles[0], word.Seq);
                break;
        }
    }

    /// <summary>Says anew who is here, and lets go of those of whom nothing was heard for long.</summary>
    public void Refresh(DateTimeOffset now)
    {
        SayWhoIsHere();
        List<(string Node, string Handle)> silent;
        lock (_lock)
            silent = [.. _elsewhere.Where(e => e.Value < now).Select(e => e.Key)];
        foreach (var (node, handle) in silent)
            Elsewhere(node, handle, null);
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

    void Set(Listener listener, string? handle, bool enter = false, bool leave = false)
    {
        string? gone = null, came = null;
        bool goneHere = false, cameHere = false;
        lock (_lock)
        {
            if (!_listeners.TryGetValue(listener, out var before) && !enter)
                return;
            if (leave)
                _listeners.Remove(listener);
            else
            {
                cameHere = handle is not null && !_listeners.ContainsValue(handle);
                came = cameHere && !IsElsewhere(handle!) ? handle : null;
                _listeners[listener] = handle;
            }
            goneHere = before is not null && !_listeners.ContainsValue(before);
            gone = goneHere && !IsElsewhere(before!) ? before : null;
            if (goneHere)
                say(new(id, LiveWordKind.Gone, [before!]));
            if (cameHere)
                say(new(id, LiveWordKind.Here, [handle!]));
        }
        if (gone is not null)
            TellPresence(gone, here: false);
        if (came is not null)
            TellPresence(came, here: true, except: listener);
    }

    void Elsewhere(string node, string handle, DateTimeOffset? until)
    {
        bool before, after;
        lock (_lock)
        {
            before = IsElsewhere(handle) || _listeners.ContainsValue(handle);
            if (until is { } believed)
                _elsewhere[(node, handle)] = believed;
            else
                _elsewhere.Remove((node, handle));
            after = IsElsewhere(handle) || _listeners.ContainsValue(handle);
        }
        if (before != after)
            TellPresence(handle, after);
    }

    bool IsElsewhere(string handle) => _elsewhere.Keys.Any(e => e.Handle == handle);

    void SayWhoIsHere()
    {
        List<string> here;
        lock (_lock)
            here = [.. _listeners.Values.OfType<string>().Distinct()];
        foreach (var some in here.Chunk(HandlesInAWord))
            say(new(id, LiveWordKind.Here, some));
    }

    void TellPresence(string handle, bool here, Listener? except = null) => Tell("presence", new { room = slug, handle, here }, except);

    void TellTyping(string handle, Listener? except = null) => Tell("typing", new { room = slug, handle }, except);

    void TellRead(string handle, long seq) => Tell("read", new { room = slug, handle, seq });
}
