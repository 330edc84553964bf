using HealthDoers.Domain.Members;
using HealthDoers.Domain.Rooms;
using HealthDoers.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Pages.Rooms.ForTwo;

/// <summary>How one member and another stand to each other, as the first of them may know it.</summary>
/// <param name="Address">Where it leads.</param>
public sealed record TalkStanding(TalkStandingKind Kind, string Address);

public enum TalkStandingKind
{
    /// <summary>I may ask them.</summary>
    MayAsk,
    IAsked,
    TheyAsk,
    WeTalk,
}

static class TalkStandings
{
    /// <summary>Null when there is nothing to offer: it is oneself, or they take no requests.</summary>
    public static async Task<TalkStanding?> TalkStandingAsync(this AppDb db, Member me, Member other, DateTimeOffset now, CancellationToken stop)
    {
        if (me.Id == other.Id)
            return null;
        var pair = Room.PairOf(me.Id, other.Id);
        if (await db.Rooms.VisibleTo(me).Where(r => r.Pair == pair && r.Closing == null).Select(r => r.Slug).SingleOrDefaultAsync(stop) is { } slug)
            return new(TalkStandingKind.WeTalk, RoomAddress.Of(slug));
        if (await db.TalkRequests.OpenAt(now).Where(r => r.FromId == other.Id && r.ToId == me.Id).Select(r => (Guid?)r.Id).FirstOrDefaultAsync(stop) is { } theirs)
            return new(TalkStandingKind.TheyAsk, TalkAddress.OfRequest(theirs));
        if (await db.TalkRequests.SeemOpenAt(now).Where(r => r.FromId == me.Id && r.ToId == other.Id).Select(r => (Guid?)r.Id).FirstOrDefaultAsync(stop) is { } mine)
            return new(TalkStandingKind.IAsked, TalkAddress.OfRequest(mine));
        return me.IsActive && other.CanBeAskedToTalk ? new(TalkStandingKind.MayAsk, TalkAddress.ToAsk(other.Handle)) : null;
    }
}

static class TalkAddress
{
    public static string OfRequest(Guid id) => $"/rooms/requests/{id}";

    public static string ToAsk(string handle) => $"/members/{handle}/talk";

    public static string OfEnd(string slug) => $"/rooms/{slug}/end";
}
