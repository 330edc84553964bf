using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace HealthDoers.Web.Live;

/// <summary>The rooms that somebody on this node listens to.</summary>
public sealed class LiveRooms
{
    readonly ConcurrentDictionary<Guid, LiveRoom> _rooms = [];

    public bool TryGet(Guid roomId, [NotNullWhen(true)] out LiveRoom? room) => _rooms.TryGetValue(roomId, out room);

    public LiveRoom Enter(Guid roomId, string slug, Listener listener, string? handle)
    {
        lock (_rooms)
        {
            var room = _rooms.GetOrAdd(roomId, _ => new(slug));
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
}
