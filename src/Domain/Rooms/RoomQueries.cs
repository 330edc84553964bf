using HealthDoers.Domain.Members;

namespace HealthDoers.Domain.Rooms;

public static class RoomQueries
{
    /// <summary>The rooms this viewer may read and listen to; null is a visitor who is not signed in.</summary>
    public static IQueryable<Room> VisibleTo(this IQueryable<Room> rooms, Member? viewer) => viewer switch
    {
        null => rooms.Where(r => r.Audience == RoomAudience.Open),
        { ErasedAt: not null } => rooms.Where(r => false),
        _ => rooms.Where(r => r.Audience == RoomAudience.Open
            || r.Memberships.Any(m => m.MemberId == viewer.Id && m.State == RoomMembershipState.Joined)),
    };

    /// <summary>
    /// The rooms whose name and purpose this viewer may know: those they read, members-only rooms, and private ones
    /// that invited them.
    /// </summary>
    public static IQueryable<Room> KnownTo(this IQueryable<Room> rooms, Member? viewer) => viewer is null or { ErasedAt: not null }
        ? rooms.VisibleTo(viewer)
        : rooms.Where(r => r.Audience != RoomAudience.Private || r.Memberships.Any(m => m.MemberId == viewer.Id
            && (m.State == RoomMembershipState.Joined || m.State == RoomMembershipState.Invited)));

    public static IQueryable<Room> Liveliest(this IQueryable<Room> rooms) =>
        rooms.OrderByDescending(r => r.LastActiveAt).ThenBy(r => r.Slug);

    public static IQueryable<RoomMembership> Joined(this IQueryable<RoomMembership> memberships) =>
        memberships.Where(m => m.State == RoomMembershipState.Joined);

    /// <summary>The end of the log, or of what came before a place in it. Newest first.</summary>
    public static IQueryable<Message> Latest(this IQueryable<Message> log, int count) =>
        log.OrderByDescending(m => m.Seq).Take(count);
}
