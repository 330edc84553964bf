using System.Security.Claims;
using HealthDoers.Domain.Members;
using HealthDoers.Domain.Rooms;
using HealthDoers.Web.Access;
using HealthDoers.Web.Data;
using Microsoft.AspNetCore.SignalR;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Live;

/// <summary>Where browsers and programs listen. Nothing is written here: HTTP writes, this tells.</summary>
public sealed class LiveHub(AppDb db, Listeners listeners, LiveRooms rooms, TimeProvider clock) : Hub
{
    static readonly TimeSpan TypingPause = TimeSpan.FromSeconds(2);

    Listener Me => listeners.Of(Context.ConnectionId);

    /// <exception cref="HubException"><c>not-found</c>: there is no such room, or not for you.</exception>
    public async Task<JoinedRoom> Join(string slug)
    {
        var member = await MemberAsync();
        var found = await FindAsync(slug, member);
        var live = rooms.Enter(found.Id, found.Slug, Me, member is { HidesPresence: false } ? member.Handle : null);
        try
        {
            // Read after entering: whatever is not in these numbers yet will be told.
            var room = await FindAsync(slug, member);
            return new(room.Slug, room.LastSeq, room.LastRev, room.TakesWordsOf(member) && !Context.User!.MayOnlyRead(), live.Present);
        }
        catch (HubException)
        {
            rooms.Leave(found.Id, Me);
            throw;
        }
    }

    public async Task Leave(string slug)
    {
        if (await JoinedAsync(slug) is { } room)
            rooms.Leave(room, Me);
    }

    public async Task Typing(string slug)
    {
        if (Context.Items.TryGetValue(nameof(Typing), out var last) && clock.GetElapsedTime((long)last!) < TypingPause)
            return;
        Context.Items[nameof(Typing)] = clock.GetTimestamp();
        if (await JoinedAsync(slug) is { } room && rooms.TryGet(room, out var live))
            live.Typing(Me);
    }

    async Task<Room> FindAsync(string? slug, Member? member)
    {
        var id = member?.Id ?? Guid.Empty;
        return await db.Rooms.AsNoTracking().VisibleTo(member).Include(r => r.Memberships.Where(m => m.MemberId == id)).SingleOrDefaultAsync(r => r.Slug == slug, Context.ConnectionAborted)
            ?? throw new HubException("not-found");
    }

    /// <summary>The room of this name, when this connection listens to it.</summary>
    async Task<Guid?> JoinedAsync(string? slug)
    {
        var id = await db.Rooms.Where(r => r.Slug == slug).Select(r => r.Id).SingleOrDefaultAsync(Context.ConnectionAborted);
        return rooms.TryGet(id, out var live) && live.Hears(Me) ? id : null;
    }

    async Task<Member?> MemberAsync() => Context.User?.IdIn(ClaimTypes.NameIdentifier) is { } id
        ? await db.Members.AsNoTracking().SingleOrDefaultAsync(m => m.Id == id && m.ErasedAt == null, Context.ConnectionAborted)
        : null;
}

public sealed record JoinedRoom(string Slug, long LastSeq, long LastRev, bool CanPost, IReadOnlyList<string> Present);
