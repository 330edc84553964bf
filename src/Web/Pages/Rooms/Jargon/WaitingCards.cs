using HealthDoers.Domain.Rooms;
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
        // From the cards, of which few wait, and not from all that was ever said.
        var ids = await db.Set<JargonCard>().Where(c => c.Key == key && c.TermId == null).Select(c => c.MessageId).Distinct().ToListAsync(stop);
        var waiting = db.Messages.Where(m => ids.Contains(m.Id));
        // In the order in which everybody locks rooms.
        foreach (var slug in await waiting.Select(m => m.Room.Slug).Distinct().Order().ToListAsync(stop))
        {
            var room = (await db.Rooms.LockedAsync(slug, stop))!;
            foreach (var message in await waiting.Where(m => m.RoomId == room.Id).Include(m => m.Cards).OrderBy(m => m.Seq).ToListAsync(stop))
                message.ExplainCards(key, termId);
        }
    }
}
