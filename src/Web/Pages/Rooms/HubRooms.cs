using HealthDoers.Domain.Hubs;
using HealthDoers.Domain.Members;
using HealthDoers.Domain.Rooms;
using HealthDoers.Web.Data;
using HealthDoers.Web.Look;
using HealthDoers.Web.Pages.Hubs;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Pages.Rooms;

/// <summary>The rooms of a hub beside its main one, which the page shows by itself.</summary>
sealed class HubRooms(AppDb db) : IHubPart
{
    const int MostShown = 12;

    public int Place => 40;
    public string Partial => "/Pages/Rooms/_HubRooms.cshtml";

    public async Task<object?> ReadAsync(Hub hub, IReadOnlyList<Hub> under, Member? viewer, CancellationToken cancellationToken)
    {
        var rooms = await db.Rooms.AsNoTracking().KnownTo(viewer).Where(r => r.HubId == hub.Id && r.Id != hub.RoomId && r.Closing == null).Liveliest().Take(MostShown).ToListAsync(cancellationToken);
        var isMember = viewer is not null && await db.HubMemberships.Joined().AnyAsync(m => m.HubId == hub.Id && m.MemberId == viewer.Id, cancellationToken);
        if (rooms.Count == 0 && !isMember)
            return null;
        var standing = viewer is null ? [] : await db.RoomMemberships.AsNoTracking().Where(m => m.MemberId == viewer.Id).ToDictionaryAsync(m => m.RoomId, m => m.State, cancellationToken);
        return new RoomsOfHub(hub.Slug, isMember, [.. rooms.Select(r => new RoomRow(r, r.In(PageFrame.Language), 0, standing.GetValueOrDefault(r.Id)))]);
    }
}

/// <param name="CanOpen">The viewer may open another one for the hub.</param>
public sealed record RoomsOfHub(string Hub, bool CanOpen, IReadOnlyList<RoomRow> Rows);
