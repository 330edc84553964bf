using HealthDoers.Domain.Rooms;
using HealthDoers.Web.Access;
using HealthDoers.Web.Data;
using HealthDoers.Web.Pages.Rooms.ForTwo;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Pages.Rooms;

public sealed class IndexModel(AppDb db, CurrentMember current, PairNames names, TimeProvider clock) : PageModel
{
    const int MostShown = 100;

    public bool IsSignedIn { get; private set; }
    public IReadOnlyList<RoomRow> Invitations { get; private set; } = [];
    public IReadOnlyList<RoomRow> Mine { get; private set; } = [];
    public IReadOnlyList<RoomRow> OpenToAll { get; private set; } = [];

    /// <summary>Members-only rooms that I could ask to join.</summary>
    public IReadOnlyList<RoomRow> ByAsking { get; private set; } = [];

    /// <summary>Members who ask for a room for two, and those that I asked.</summary>
    public IReadOnlyList<TalkRow> AskedOfMe { get; private set; } = [];
    public IReadOnlyList<TalkRow> AskedByMe { get; private set; } = [];

    /// <summary>The list shows rooms that are closed and stay readable.</summary>
    public bool ShowsClosed { get; private set; }
    public bool HasClosed { get; private set; }

    public async Task OnGetAsync([FromQuery] bool closed, CancellationToken cancellationToken)
    {
        var me = await current.GetAsync(cancellationToken);
        (IsSignedIn, ShowsClosed) = (me is not null, closed);
        var standing = me is null ? [] : await db.RoomMemberships.AsNoTracking().Where(m => m.MemberId == me.Id).ToDictionaryAsync(m => m.RoomId, m => m.State, cancellationToken);
        var near = standing.Keys.ToList();
        HasClosed = await db.Rooms.VisibleTo(me).AnyAsync(r => r.Closing != null, cancellationToken);
        var listed = closed ? db.Rooms.AsNoTracking().VisibleTo(me).Where(r => r.Closing != null) : db.Rooms.AsNoTracking().KnownTo(me).Where(r => r.Closing == null);
        // One's own are there however quiet they are.
        List<Room> rooms =
        [
            .. await listed.Where(r => near.Contains(r.Id)).Liveliest().ToListAsync(cancellationToken),
            .. await listed.Where(r => !near.Contains(r.Id) && r.Audience == RoomAudience.Open).Liveliest().Take(MostShown).ToListAsync(cancellationToken),
            .. await listed.Where(r => !near.Contains(r.Id) && r.Audience == RoomAudience.MembersOnly).Liveliest().Take(MostShown).ToListAsync(cancellationToken),
        ];
        // Whoever reads an open room without joining has it among the others, with what is new there.
        var read = me is null ? [] : await db.ReadMarks.Where(m => m.MemberId == me.Id).Select(m => m.RoomId).ToHashSetAsync(cancellationToken);
        var mine = rooms.Where(r => standing.GetValueOrDefault(r.Id) == RoomMembershipState.Joined || (r.Audience == RoomAudience.Open && read.Contains(r.Id))).Select(r => r.Id).ToList();
        var unread = me is null ? [] : await RoomTopics.UnreadAsync(db, mine, me, cancellationToken);
        var called = await names.OfAsync(rooms, me, cancellationToken);
        var rows = rooms.ConvertAll(r => new RoomRow(r, called[r.Id], unread.GetValueOrDefault(r.Id), standing.GetValueOrDefault(r.Id)));
        Invitations = [.. rows.Where(r => r.Standing == RoomMembershipState.Invited)];
        Mine = [.. rows.Where(r => r.Standing == RoomMembershipState.Joined)];
        OpenToAll = [.. rows.Where(r => r.Room.Audience == RoomAudience.Open && r.Standing is not (RoomMembershipState.Joined or RoomMembershipState.Invited))];
        ByAsking = [.. rows.Where(r => r.Room.Audience == RoomAudience.MembersOnly
            && r.Standing is (RoomMembershipState.None or RoomMembershipState.Asked or RoomMembershipState.Declined))];
        if (me is null || closed)
            return;
        AskedOfMe = await db.TalksAskedOfAsync(me.Id, clock.GetUtcNow(), cancellationToken);
        AskedByMe = await db.TalksAskedByAsync(me.Id, clock.GetUtcNow(), cancellationToken);
    }
}

/// <param name="Unread">Messages by others that the member has not seen.</param>
/// <param name="Standing">What the member is in it; <c>None</c> for a visitor.</param>
public sealed record RoomRow(Room Room, RoomWords Words, int Unread, RoomMembershipState Standing)
{
    public string Address => RoomAddress.Of(Room.Slug) + (Standing == RoomMembershipState.Joined || Room.Audience == RoomAudience.Open ? "" : "/join");
}
