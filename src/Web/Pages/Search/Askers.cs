using HealthDoers.Domain.Rooms;
using HealthDoers.Search;
using HealthDoers.Web.Access;
using HealthDoers.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Pages.Search;

/// <summary>What whoever asks now may find: what everybody may, what members may, and what was said in rooms of theirs.</summary>
sealed class Askers(AppDb db, CurrentMember current, IHttpContextAccessor context)
{
    public async Task<string[]> AudiencesAsync(CancellationToken cancellationToken)
    {
        var everybody = context.HttpContext!.User.Audiences();
        if (current.Id is not { } id)
            return everybody;
        var rooms = await db.RoomMemberships.Joined().Where(m => m.MemberId == id && db.Rooms.Any(r => r.Id == m.RoomId && r.Audience != RoomAudience.Open))
            .Select(m => m.RoomId).ToListAsync(cancellationToken);
        return [.. everybody, .. rooms.Select(Audience.Room)];
    }

    /// <summary>
    /// Leaves out what was said in rooms that were closed to them a moment ago: the index of a long room takes a while to
    /// follow, and words must not wait for it.
    /// </summary>
    public async Task<SearchPage> OnlyOpenAsync(SearchPage found, CancellationToken cancellationToken)
    {
        var messages = found.Items.Where(hit => hit.Kind == "message").Select(hit => Guid.Parse(hit.Id)).ToList();
        if (messages.Count == 0)
            return found;
        var viewer = await current.GetAsync(cancellationToken);
        var open = await db.Messages.Where(m => messages.Contains(m.Id) && db.Rooms.VisibleTo(viewer).Any(r => r.Id == m.RoomId)).Select(m => m.Id).ToHashSetAsync(cancellationToken);
        return found with { Items = [.. found.Items.Where(hit => hit.Kind != "message" || open.Contains(Guid.Parse(hit.Id)))] };
    }
}
