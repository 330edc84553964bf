using HealthDoers.Domain.Rooms;
using HealthDoers.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Pages.Rooms.Log;

static class RoomLock
{
    /// <summary>
    /// The room, with its row locked until the transaction ends. An update that changes nothing is a row lock on
    /// every provider; on SQLite the gate has let nobody else in anyway.
    /// </summary>
    public static Task<Room?> LockedAsync(this IQueryable<Room> rooms, string slug, CancellationToken cancellationToken = default) =>
        rooms.Where(r => r.Slug == slug).LockedAsync(cancellationToken);

    public static async Task<Room?> LockedAsync(this IQueryable<Room> one, CancellationToken cancellationToken)
    {
        await one.ExecuteUpdateAsync(set => set.SetProperty(r => r.OpenedAt, r => r.OpenedAt), cancellationToken);
        return await one.SingleOrDefaultAsync(cancellationToken);
    }

    /// <summary>What these people are in the room; without it nobody is anything.</summary>
    public static Task LoadStandingOfAsync(this AppDb db, Room room, IReadOnlyCollection<Guid> memberIds, CancellationToken cancellationToken = default) =>
        db.RoomMemberships.Where(m => m.RoomId == room.Id && memberIds.Contains(m.MemberId)).LoadAsync(cancellationToken);

    /// <summary>The hub that the room belongs to, with those who look after it; without it they are nobody here.</summary>
    public static Task LoadHubAsync(this AppDb db, Room room, CancellationToken cancellationToken = default) => room.HubId is null
        ? Task.CompletedTask
        : db.Hubs.Include(h => h.Roles).ThenInclude(r => r.Terms).Where(h => h.Id == room.HubId).AsSplitQuery().LoadAsync(cancellationToken);
}
