using HealthDoers.Domain.Members;
using HealthDoers.Domain.Rooms;
using HealthDoers.Web.Data;
using HealthDoers.Web.Pages.Rooms.Log;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Pages.Rooms.Jargon;

/// <summary>A member raises a card, with or without their name. From here on, without means that nobody knows.</summary>
sealed class CardRaising(AppDb db, JargonCards cards, HeldCards held, CardPace pace)
{
    /// <summary>The message with what this member is in its room; null when they see no such message.</summary>
    public async Task<Message?> FindAsync(string slug, long seq, Member me, CancellationToken stop)
    {
        var message = await db.Messages.Include(m => m.Cards).Include(m => m.Author).Include(m => m.Room).AsSplitQuery()
            .SingleOrDefaultAsync(m => m.Seq == seq && m.Deletion == null && db.Rooms.VisibleTo(me).Any(r => r.Id == m.RoomId && r.Slug == slug), stop);
        if (message is not null)
            await db.LoadStandingOfAsync(message.Room, [me.Id], stop);
        return message;
    }

    /// <returns>How long to wait, when there were too many; else null.</returns>
    public async Task<TimeSpan?> RaiseAsync(Message message, Member me, string word, bool named, CancellationToken stop)
    {
        message.CheckTakesCard(word, me);
        if (pace.WaitFor(me.Id) is { } wait)
            return wait;
        if (named)
            await LayAsync(message.Room.Slug, message.Seq, me, word, stop);
        else
            held.Hold(message.RoomId, message.Seq, word);
        return null;
    }

    async Task LayAsync(string slug, long seq, Member me, string word, CancellationToken stop)
    {
        for (var another = true; ; another = false)
        {
            try
            {
                await db.ChangeMessageAsync(slug, seq, me.Id, (message, by) => cards.LayAsync(db, message, word, by, stop), stop);
                return;
            }
            catch (DbUpdateException met) when (another && SecondPress.IsDone(met))
            {
                // Two people asked about a new word at once.
            }
        }
    }
}
