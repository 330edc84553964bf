using HealthDoers.Domain.Rooms;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Pages.Rooms.Log;

static class RoomLock
{
    /// <summary>
    /// The room, with its row locked until the transaction ends. An update that changes nothing is a row lock on
    /// every provider; on SQLite the gate has let nobody else in anyway.
    /// </summary>
    public static async Task<Room?> LockedAsync(this IQueryable<Room> rooms, string slug, CancellationToken cancellationToken = default)
    {
        var one = rooms.Where(r => r.Slug == slug);
        await one.ExecuteUpdateAsync(set => set.SetProperty(r => r.OpenedAt, r => r.OpenedAt), cancellationToken);
        return await one.SingleOrDefaultAsync(cancellationToken);
    }
}
