using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace HealthDoers.Web.Live;

/// <summary>The rooms that somebody on this node listens to.</summary>
public sealed class LiveRooms
{
    readonly ConcurrentDictionary<Guid, LiveRoom> _rooms = [];

    /// <summary>What the other nodes should hear; nobody listens where there is one node only.</summary>
    public event Action<LiveWord>? Said;

    public IEnumerable<LiveRoom> All => _rooms.Values;

    public bool TryGet(Guid roomId, [NotNullWhen(true)] out LiveRoom? room) => _rooms.TryGetValue(roomId, out room);

    public LiveRoom Enter(Guid roomId, string slug, Listener listener, string? handle)
    {
        lock (_rooms)
        {
            var room = _rooms.GetOrAdd(roomId, _ => new(roomId, slug, Say));
            room.Enter(listener, handle);
            return room;
        }
    }

    public void Leave(Guid roomId, Listener listener)
    {
        lock (_rooms)
        {
            if (!_rooms.TryGetValue(roomId, out var room))
                return;
            room.Leave(listener);
            if (room.IsEmpty)
                _rooms.TryRemove(roomId, out _);
        }
    }

    public void LeaveAll(Listener listener)
    {
        foreach (var (roomId, room) in _rooms)
            if (room.Hears(listener))
                Leave(roomId, listener);
    }

    /// <summary>In every room that it hears, this connection shows its member, or nobody.</summary>
    public void ShowAs(Listener listener, string? handle)
    {
        foreach (var room in _rooms.Values)
            room.ShowAs(listener, handle);
    }

    /// <summary>Also when nobody of this room is at this node, others may look on.</summary>
    public void Read(Guid roomId, string handle, long seq)
    {
        if (_rooms.TryGetValue(roomId, out var room))
            room.Read(handle, seq);
        else
            Say(new(roomId, LiveWordKind.Read, [handle], seq));
    }

    void Say(LiveWord word) => Said?.Invoke(word);
}
