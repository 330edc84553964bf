using HealthDoers.Domain.Rooms;
using HealthDoers.Web.Access;
using HealthDoers.Web.Data;
using HealthDoers.Web.Look;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Pages.Rooms;

public sealed class IndexModel(AppDb db, CurrentMember current) : PageModel
{
    public IReadOnlyList<RoomRow> Rooms { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var me = await current.GetAsync(cancellationToken);
        var rooms = await db.Rooms.AsNoTracking().VisibleTo(me).Liveliest().ToListAsync(cancellationToken);
        var read = me is null ? [] : await db.ReadMarks.Where(m => m.MemberId == me.Id).ToDictionaryAsync(m => m.RoomId, m => m.Seq, cancellationToken);
        Rooms = [.. rooms.Select(room => new RoomRow(room, room.In(PageFrame.Language), me is null ? 0 : room.LastSeq - read.GetValueOrDefault(room.Id)))];
    }
}

/// <param name="Unread">Messages past the member's read mark.</param>
public sealed record RoomRow(Room Room, RoomWords Words, long Unread);
