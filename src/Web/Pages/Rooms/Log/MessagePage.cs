using HealthDoers.Domain.Rooms;

namespace HealthDoers.Web.Pages.Rooms.Log;

/// <summary>A part of a room's log.</summary>
/// <param name="LastRev">Everything up to here is in what was read so far, once <paramref name="More"/> is false.</param>
/// <param name="More">There is more in the direction asked for.</param>
public sealed record MessagePage(IReadOnlyList<MessageItem> Items, long LastSeq, long LastRev, bool More);

/// <summary>
/// Which part: by place (<c>after</c>, <c>before</c>, the end of the log when neither), or by change
/// (<c>afterRev</c>: what is new, edited or deleted since, in the order of the changes); by place also of one topic only.
/// </summary>
public sealed record MessageAsk(long? After = null, long? Before = null, long? AfterRev = null, int Limit = MessageAsk.UsualLimit, string? Topic = null)
{
    public const int UsualLimit = 50;
    public const int MostLimit = 200;

    public async Task<MessagePage> ReadAsync(IQueryable<Message> log, Room room, CancellationToken cancellationToken)
    {
        // The room was read first: what is said meanwhile shows up as well, and once more after room.LastRev.
        var messages = log.Where(m => m.RoomId == room.Id);
        if (Topic is not null)
            messages = messages.Where(m => m.Topic == Topic && m.Deletion == null);
        var forward = After is not null || AfterRev is not null;
        if (After is { } after)
            messages = messages.Where(m => m.Seq > after);
        if (Before is { } before)
            messages = messages.Where(m => m.Seq < before);
        if (AfterRev is { } afterRev)
            messages = messages.Where(m => m.Rev > afterRev).OrderBy(m => m.Rev).Take(Limit + 1);
        else
            messages = forward ? messages.OrderBy(m => m.Seq).Take(Limit + 1) : messages.Latest(Limit + 1);

        var read = await messages.ReadAsync(cancellationToken);
        var more = read.Count > Limit;
        if (more)
            read.RemoveAt(Limit);
        if (!forward)
            read.Reverse();
        return new(read, room.LastSeq, room.LastRev, more);
    }
}
