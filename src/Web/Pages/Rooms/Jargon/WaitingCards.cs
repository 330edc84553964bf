using HealthDoers.Web.Data;
using HealthDoers.Web.Pages.Rooms.Log;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Pages.Rooms.Jargon;

/// <summary>The cards that wait for the glossary, in all rooms.</summary>
static class WaitingCards
{
    /// <summary>Inside a transaction: gives every card of this word its meaning, each message with a number of its own.</summary>
    public static async Task ExplainAsync(AppDb db, string key, Guid termId, CancellationToken stop)
    {
        var waiting = db.Messages.Where(m => m.Deletion == null && m.Cards.Any(c => c.Key == key && c.TermId == null));
        // In the order in which everybody locks rooms.
        foreach (var slug in await db.Rooms.Where(r => waiting.Any(m => m.RoomId == r.Id)).Select(r => r.Slug).Order().ToListAsync(stop))
        {
            var room = (await db.Rooms.LockedAsync(slug, stop))!;
            foreach (var message in await waiting.Where(m => m.RoomId == room.Id).Include(m => m.Cards).OrderBy(m => m.Seq).ToListAsync(stop))
                message.ExplainCards(key, termId);
        }
    }
}
