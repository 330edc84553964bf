using HealthDoers.Domain.Members;

namespace HealthDoers.Domain.Rooms;

public static class RoomQueries
{
    /// <summary>The rooms this viewer may read and listen to; null is a visitor who is not signed in.</summary>
    public static IQueryable<Room> VisibleTo(this IQueryable<Room> rooms, Member? viewer) =>
        viewer is null or { ErasedAt: null } ? rooms.Where(r => r.Audience == RoomAudience.Open) : rooms.Where(r => false);

    public static IQueryable<Room> Liveliest(this IQueryable<Room> rooms) =>
        rooms.OrderByDescending(r => r.LastActiveAt).ThenBy(r => r.Slug);

    /// <summary>The end of the log, or of what came before a place in it. Newest first.</summary>
    public static IQueryable<Message> Latest(this IQueryable<Message> log, int count) =>
        log.OrderByDescending(m => m.Seq).Take(count);
}
