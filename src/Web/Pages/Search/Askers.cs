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
}
