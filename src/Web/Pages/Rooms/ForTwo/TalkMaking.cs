using HealthDoers.Domain;
using HealthDoers.Domain.Members;
using HealthDoers.Domain.Rooms;
using HealthDoers.Web.Data;
using HealthDoers.Web.Look;
using HealthDoers.Web.Pages.Rooms.Log;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace HealthDoers.Web.Pages.Rooms.ForTwo;

/// <summary>Asks, accepts, declines and ends. Of the same two one after the other: who ask each other at once get one room.</summary>
sealed class TalkMaking(AppDb db, TimeProvider clock, IStringLocalizer<ForTwoText> text)
{
    /// <returns>The slug of the room, when the other has asked as well; null when the request waits.</returns>
    public Task<string?> AskAsync(Guid fromId, Guid toId, string words, CancellationToken stop) => InOrderAsync<string?>(fromId, toId, async (two, now) =>
    {
        if (two.Room is { Closing: null })
            throw new RuleBrokenException("The two of you have a room already.");
        await UnblockAsync(fromId, toId, stop); // whoever asks wants to hear from them again
        if (await db.TalkRequests.SeemOpenAt(now).FirstOrDefaultAsync(r => r.FromId == toId && r.ToId == fromId, stop) is { } theirs)
            return Accept(theirs, two, now);
        var request = new TalkRequest(two.Me, two.Other, words, await AskedBeforeAsync(fromId, toId, now, stop), now);
        if (await IsLeftInPeaceAsync(toId, fromId, now, stop))
            request.Decline(toId, now);
        else
            request.Send();
        db.TalkRequests.Add(request);
        return null;
    }, stop);

    /// <returns>The slug of the room.</returns>
    public Task<string> AcceptAsync(TalkRequest sent, CancellationToken stop) => InOrderAsync(sent.ToId, sent.FromId, async (two, now) =>
    {
        await UnblockAsync(sent.ToId, sent.FromId, stop);
        return Accept(await db.TalkRequests.SingleAsync(r => r.Id == sent.Id, stop), two, now);
    }, stop);

    /// <summary>Whoever was asked says no, or whoever asked takes it back. What was accepted meanwhile stays.</summary>
    /// <param name="forGood">What they ask later does not reach me either.</param>
    public Task DropAsync(TalkRequest sent, Guid byId, bool forGood, CancellationToken stop) => InOrderAsync(sent.ToId, sent.FromId, async (_, now) =>
    {
        var request = await db.TalkRequests.SingleAsync(r => r.Id == sent.Id, stop);
        request.Decline(byId, now);
        request.TakeBack(byId, now);
        if (forGood && request.ToId == byId)
            await BlockAsync(byId, request.FromId, now, stop);
        return true;
    }, stop);

    /// <summary>Ends the room of these two. Whoever leaves it reads it no more.</summary>
    public Task EndAsync(Room room, Guid byId, bool leave, bool forGood, CancellationToken stop) => InOrderAsync(byId, room.OtherThan(byId)!.Value, async (two, now) =>
    {
        two.Room!.EndBy(two.Me, now);
        if (forGood)
            await BlockAsync(byId, two.Other.Id, now, stop);
        if (leave && two.Room.StandingOf(two.Me) is { } mine)
        {
            two.Room.Leave(mine, now);
            db.Remove(mine);
        }
        return true;
    }, stop);

    string Accept(TalkRequest request, Two two, DateTimeOffset now)
    {
        var room = two.Room;
        if (room is null)
            db.Rooms.Add(room = Room.ForTwo($"two-{Guid.NewGuid():N}"[..20], new() { [PageFrame.Language] = new(text["RoomName"], text["RoomSays"]) }, two.Me, two.Other, now));
        else
            room.TakeUp(two.Me, two.Other, now);
        request.Accept(two.Me, room, now);
        return room.Slug;
    }

    /// <summary>
    /// With the two and their room locked until it is done, the room first, as whoever leaves the site locks them. An update that
    /// changes nothing is a row lock on every provider.
    /// </summary>
    Task<T> InOrderAsync<T>(Guid meId, Guid otherId, Func<Two, DateTimeOffset, Task<T>> work, CancellationToken stop)
    {
        db.ChangeTracker.Clear();
        return db.InTransactionAsync(async () =>
        {
            var pair = Room.PairOf(meId, otherId);
            await db.Rooms.Where(r => r.Pair == pair).LockedAsync(stop);
            foreach (var id in new[] { meId, otherId }.Order())
                await db.Members.Where(m => m.Id == id).ExecuteUpdateAsync(set => set.SetProperty(m => m.JoinedAt, m => m.JoinedAt), stop);
            // Read once more: it may be there by now.
            var room = await db.Rooms.Include(r => r.Memberships).SingleOrDefaultAsync(r => r.Pair == pair, stop);
            return await work(new(await MemberAsync(meId, stop), await MemberAsync(otherId, stop), room), clock.GetUtcNow());
        }, stop);
    }

    async Task<AskedBefore> AskedBeforeAsync(Guid fromId, Guid toId, DateTimeOffset now, CancellationToken stop)
    {
        var (yesterday, lately) = (now.AddDays(-1), now - TalkRequest.Waits);
        var mine = db.TalkRequests.Where(r => r.FromId == fromId);
        return new(
            await mine.AnyAsync(r => r.ToId == toId && r.At > lately && (r.Answer == null || r.Answer.Kind != TalkAnswerKind.Accepted), stop),
            await mine.SeemOpenAt(now).CountAsync(stop),
            await mine.CountAsync(r => r.At > yesterday, stop));
    }

    /// <summary>They said no lately, or do not want to be asked by this one at all.</summary>
    async Task<bool> IsLeftInPeaceAsync(Guid who, Guid by, DateTimeOffset now, CancellationToken stop)
    {
        var since = now - TalkRequest.PeaceAfterNo;
        return await db.TalkBlocks.AnyAsync(b => b.ById == who && b.OtherId == by, stop)
            || await db.TalkRequests.AnyAsync(r => r.FromId == by && r.ToId == who && r.Answer!.Kind == TalkAnswerKind.Declined && r.Answer.At > since, stop);
    }

    async Task BlockAsync(Guid byId, Guid otherId, DateTimeOffset now, CancellationToken stop)
    {
        if (!await db.TalkBlocks.AnyAsync(b => b.ById == byId && b.OtherId == otherId, stop))
            db.TalkBlocks.Add(new(byId, otherId, now));
    }

    async Task UnblockAsync(Guid byId, Guid otherId, CancellationToken stop) =>
        db.RemoveRange(await db.TalkBlocks.Where(b => b.ById == byId && b.OtherId == otherId).ToListAsync(stop));

    Task<Member> MemberAsync(Guid id, CancellationToken stop) => db.Members.SingleAsync(m => m.Id == id, stop);

    /// <param name="Room">Null while they have none.</param>
    sealed record Two(Member Me, Member Other, Room? Room);
}
