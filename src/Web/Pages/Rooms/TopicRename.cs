using HealthDoers.Domain.Rooms;
using HealthDoers.Web.Data;
using HealthDoers.Web.Pages.Rooms.Log;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Pages.Rooms;

static class TopicRename
{
    const int BatchSize = 500;

    /// <summary>
    /// Every message of the topic goes under the new name, each as a change with its own number, so that readers who were
    /// away learn of it. Whoever began the topic may do it, and whoever looks after the room.
    /// </summary>
    /// <returns>How many messages moved.</returns>
    public static async Task<int> RenameTopicAsync(this AppDb db, string slug, string topic, string name, Guid memberId, DateTimeOffset now, CancellationToken stop)
    {
        db.ChangeTracker.Clear();
        return await db.InTransactionAsync(async () =>
        {
            var member = await db.Members.SingleAsync(m => m.Id == memberId, stop);
            if (await db.Rooms.VisibleTo(member).LockedAsync(slug, stop) is not { } room)
                return 0;
            await db.LoadStandingOfAsync(room, [memberId], stop);
            await db.LoadHubAsync(room, stop);
            var log = db.Messages.Where(m => m.RoomId == room.Id && m.Deletion == null);
            var messages = log.Where(m => m.Topic == topic);
            var begunBy = await messages.OrderBy(m => m.Seq).Select(m => (Guid?)m.AuthorId).FirstOrDefaultAsync(stop);
            room.CheckRenamesTopicOf(begunBy, member, now);
            var isNew = !await log.AnyAsync(m => m.Topic == name, stop);
            // What many have written in, or two topics made one, is not for one of its writers alone.
            if (topic.Length == 0 || !isNew || await messages.CountAsync(stop) > BatchSize)
                room.CheckModeratedBy(member, now);
            await TakeAlongAsync(db, room.Id, topic, name, isNew, stop);
            var moved = 0;
            while (await messages.OrderBy(m => m.Seq).Take(BatchSize).ToListAsync(stop) is { Count: > 0 } batch)
            {
                batch.ForEach(m => m.GoUnder(name));
                await db.SaveChangesAsync(stop);
                batch.ForEach(m => db.Entry(m).State = EntityState.Detached);
                moved += batch.Count;
            }
            return moved;
        }, stop);
    }

    /// <summary>What was known of the topic goes along; where the new name is an older topic, that one's state stays.</summary>
    static async Task TakeAlongAsync(AppDb db, Guid roomId, string topic, string name, bool isNew, CancellationToken stop)
    {
        var there = await db.TopicWatches.Where(w => w.RoomId == roomId && w.Topic == name).Select(w => w.MemberId).ToHashSetAsync(stop);
        var watches = await db.TopicWatches.Where(w => w.RoomId == roomId && w.Topic == topic).ToListAsync(stop);
        db.RemoveRange(watches);
        db.AddRange(watches.Where(w => !there.Contains(w.MemberId)).Select(w => w.Under(name)));
        if (await db.TopicTies.SingleOrDefaultAsync(t => t.RoomId == roomId && t.Topic == topic, stop) is { } tie)
        {
            db.Remove(tie);
            if (!await db.TopicTies.AnyAsync(t => t.RoomId == roomId && t.Topic == name, stop))
                db.TopicTies.Add(tie.Under(name));
        }
        if (await db.RoomTopics.SingleOrDefaultAsync(t => t.RoomId == roomId && t.Name == topic, stop) is not { } settled)
            return;
        db.Remove(settled);
        if (isNew && !await db.RoomTopics.AnyAsync(t => t.RoomId == roomId && t.Name == name, stop))
            db.RoomTopics.Add(new(roomId, name, settled.SettledById, settled.SettledAt));
    }
}
