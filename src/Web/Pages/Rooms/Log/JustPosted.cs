namespace HealthDoers.Web.Pages.Rooms.Log;

/// <summary>The last messages that this node wrote, so that its listeners are told without asking the database for what is at hand.</summary>
public sealed class JustPosted
{
    const int Kept = 100;

    readonly Lock _lock = new();
    readonly Dictionary<(string Room, long Seq), MessageItem> _items = [];
    readonly Queue<(string Room, long Seq)> _order = [];

    /// <summary>Only what is committed: a place that was not taken may be another message's.</summary>
    public void Add(string room, MessageItem item)
    {
        lock (_lock)
        {
            if (!_items.TryAdd((room, item.Seq), item))
                return;
            _order.Enqueue((room, item.Seq));
            if (_order.Count > Kept)
                _items.Remove(_order.Dequeue());
        }
    }

    public MessageItem? Find(string room, long seq)
    {
        lock (_lock)
            return _items.GetValueOrDefault((room, seq));
    }
}
