using HealthDoers.Domain.Members;
using HealthDoers.Domain.Rooms;
using HealthDoers.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Pages.Rooms.Log;

static class MessageChange
{
    /// <summary>Edits, deletes, reacts, marks, pins or moves, with the room locked so that its next number is nobody else's.</summary>
    /// <returns>The message as it then stands; null when this member sees no such message.</returns>
    public static Task<MessageItem?> ChangeMessageAsync(
        this AppDb db, string slug, long seq, Guid memberId, Action<Message, Member> change, CancellationToken cancellationToken) =>
        db.ChangeMessageAsync(slug, seq, memberId, (message, member) =>
        {
            change(message, member);
            return Task.CompletedTask;
        }, cancellationToken);

    public static async Task<MessageItem?> ChangeMessageAsync(
        this AppDb db, string slug, long seq, Guid memberId, Func<Message, Member, Task> change, CancellationToken cancellationToken)
    {
        // What was tracked before the lock may be old by now.
        db.ChangeTracker.Clear();
        var roomId = await db.InTransactionAsync(async () =>
        {
            var member = await db.Members.SingleOrDefaultAsync(m => m.Id == memberId, cancellationToken);
            if (member is null || await db.Rooms.VisibleTo(member).LockedAsync(slug, cancellationToken) is not { } room)
                return (Guid?)null;
            var message = await db.Messages.Include(m => m.Reactions).Include(m => m.Mark).SingleOrDefaultAsync(m => m.RoomId == room.Id && m.Seq == seq, cancellationToken);
            if (message is null)
                return null;
            await db.LoadPartsOfAsync(message, cancellationToken);
            await db.LoadStandingOfAsync(room, [memberId], cancellationToken);
            await db.LoadHubAsync(room, cancellationToken);
            await change(message, member);
            return room.Id;
        }, cancellationToken);
        return roomId is null
            ? null
            : (await db.Messages.Where(m => m.RoomId == roomId && m.Seq == seq).ReadAsync(cancellationToken)).Single();
    }

    /// <summary>What few messages have, and no message may be changed without: its cards, its poll and its circle.</summary>
    public static async Task LoadPartsOfAsync(this AppDb db, Message message, CancellationToken cancellationToken)
    {
        if (message.CardCount > 0)
            await db.Entry(message).Collection(m => m.Cards).LoadAsync(cancellationToken);
        if (message.HasPoll)
            await db.Entry(message).Reference(m => m.Poll).Query().Include(p => p.Votes).LoadAsync(cancellationToken);
        if (message.HasCircle)
            await db.Entry(message).Reference(m => m.Circle).LoadAsync(cancellationToken);
    }
}
