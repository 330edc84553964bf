using System.Collections.Concurrent;
using System.Security.Claims;
using HealthDoers.Web.Access;
using Microsoft.AspNetCore.SignalR;

namespace HealthDoers.Web.Live;

/// <summary>Every live connection of this node. SignalR's own manager keeps the connections; this sees them come and go.</summary>
public sealed class Listeners(LiveRooms rooms, ILogger<DefaultHubLifetimeManager<LiveHub>> log) : DefaultHubLifetimeManager<LiveHub>(log)
{
    readonly ConcurrentDictionary<string, Listener> _all = [];

    public Listener Of(string connectionId) => _all[connectionId];

    /// <summary>The connections of one member, on all their devices.</summary>
    public IEnumerable<Listener> OfMember(Guid memberId) => _all.Values.Where(l => l.MemberId == memberId);

    /// <summary>The members connected here whose ids lie between these two: they are few, however many are told.</summary>
    public IReadOnlyCollection<Guid> Between(Guid first, Guid last) =>
        _all.Values.Select(l => l.MemberId).OfType<Guid>().Where(id => id.CompareTo(first) >= 0 && id.CompareTo(last) <= 0).ToHashSet();

    public override async Task OnConnectedAsync(HubConnectionContext connection)
    {
        await base.OnConnectedAsync(connection);
        _all[connection.ConnectionId] = new(connection, connection.User.IdIn(ClaimTypes.NameIdentifier), connection.User.IdIn(MemberIdentity.Token));
    }

    public override async Task OnDisconnectedAsync(HubConnectionContext connection)
    {
        if (_all.TryRemove(connection.ConnectionId, out var listener))
            rooms.LeaveAll(listener);
        await base.OnDisconnectedAsync(connection);
    }
}

static class ClaimedIds
{
    public static Guid? IdIn(this ClaimsPrincipal user, string claim) => Guid.TryParse(user.FindFirstValue(claim), out var id) ? id : null;
}
