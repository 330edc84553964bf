using HealthDoers.Domain.Members;
using HealthDoers.Domain.Rooms;
using HealthDoers.Web.Data;
using HealthDoers.Web.Data.Events;
using HealthDoers.Web.Pages.Rooms.Log;
using Microsoft.AspNetCore.SignalR.Protocol;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Live;

/// <summary>
/// Tells the listeners of this node what happened, in the order of the event numbers. Who loses the right to listen
/// is cut at their event's place in that order, so nothing that comes after it reaches them.
/// </summary>
sealed class LiveFanOut(LiveRooms rooms, Listeners listeners, IDbContextFactory<AppDb> dbs) : IOncePerNode
{
    public string Name => "live";

    public async Task HandleAsync(IReadOnlyList<RaisedEvent> events, CancellationToken cancellationToken)
    {
        var items = await ReadAsync(events, cancellationToken);
        foreach (var raised in events)
            switch (raised.What)
            {
                case MessagePosted posted:
                    Tell("message", posted.SubjectId, posted.Seq, items);
                    break;
                case MessageChanged changed:
                    Tell("messageChanged", changed.SubjectId, changed.Seq, items);
                    break;
                case JargonEvent card:
                    TellCard(card, items);
                    break;
                case RoomMemberRemoved removed:
                    Drop(removed.SubjectId, listener => listener.MemberId == removed.MemberId);
                    break;
                case RoomMemberLeft or RoomAudienceChanged:
                    await DropStrangersAsync(raised.What.SubjectId, cancellationToken);
                    break;
                case MemberPresenceChosen chosen:
                    await ShowAsync(chosen.SubjectId, cancellationToken);
                    break;
                case MemberSignedOutEverywhere or MemberSuspended or MemberErased:
                    foreach (var listener in listeners.OfMember(raised.What.SubjectId))
                        listener.Cut();
                    break;
                case PersonalTokenRevoked revoked:
                    foreach (var listener in listeners.OfMember(revoked.SubjectId).Where(l => l.TokenId == revoked.TokenId))
                        listener.Cut();
                    break;
            }
    }

    void Tell(string what, Guid roomId, long seq, Dictionary<(Guid, long), RoomMessage> items)
    {
        if (rooms.TryGet(roomId, out var room) && items.TryGetValue((roomId, seq), out var item))
            room.Tell(what, item);
    }

    void TellCard(JargonEvent happened, Dictionary<(Guid, long), RoomMessage> items)
    {
        var (roomId, seq) = (happened.SubjectId, happened.Seq);
        if (rooms.TryGet(roomId, out var room) && items.TryGetValue((roomId, seq), out var item) && item.Jargon.FirstOrDefault(c => c.Id == happened.CardId) is { } card)
            room.Tell("jargon", new { room = room.Slug, seq, term = card.Word, meaning = card.MeaningIn("en"), meanings = card.Meanings, url = card.Url, by = card.By });
    }

    async Task ShowAsync(Guid memberId, CancellationToken cancellationToken)
    {
        var connections = listeners.OfMember(memberId).ToList();
        if (connections.Count == 0)
            return;
        await using var db = await dbs.CreateDbContextAsync(cancellationToken);
        var handle = await db.Members.Where(m => m.Id == memberId && !m.HidesPresence && m.ErasedAt == null).Select(m => m.Handle).SingleOrDefaultAsync(cancellationToken);
        foreach (var connection in connections)
            rooms.ShowAs(connection, handle);
    }

    /// <summary>Out of a room that not everybody reads go all who do not belong to it now.</summary>
    async Task DropStrangersAsync(Guid roomId, CancellationToken cancellationToken)
    {
        if (!rooms.TryGet(roomId, out _))
            return;
        await using var db = await dbs.CreateDbContextAsync(cancellationToken);
        if (await db.Rooms.AnyAsync(r => r.Id == roomId && r.Audience == RoomAudience.Open, cancellationToken))
            return;
        var here = await db.RoomMemberships.Joined().Where(m => m.RoomId == roomId).Select(m => m.MemberId).ToHashSetAsync(cancellationToken);
        Drop(roomId, listener => listener.MemberId is not { } id || !here.Contains(id));
    }

    void Drop(Guid roomId, Func<Listener, bool> which)
    {
        if (!rooms.TryGet(roomId, out var room))
            return;
        foreach (var listener in room.Listeners.Where(which))
        {
            rooms.Leave(roomId, listener);
            listener.Tell(new(new InvocationMessage("removed", [new { room = room.Slug }])));
        }
    }

    /// <summary>The present state of every message spoken of in a room that somebody hears.</summary>
    async Task<Dictionary<(Guid, long), RoomMessage>> ReadAsync(IReadOnlyList<RaisedEvent> events, CancellationToken cancellationToken)
    {
        var read = new Dictionary<(Guid, long), RoomMessage>();
        var wanted = events.Select(e => e.What switch
        {
            MessagePosted posted => (Room: posted.SubjectId, posted.Seq),
            MessageChanged changed => (Room: changed.SubjectId, changed.Seq),
            JargonEvent card => (Room: card.SubjectId, card.Seq),
            _ => default,
        });
        foreach (var one in wanted.Where(w => w.Seq > 0).Distinct().GroupBy(w => w.Room, w => w.Seq))
        {
            if (!rooms.TryGet(one.Key, out var room))
                continue;
            await using var db = await dbs.CreateDbContextAsync(cancellationToken);
            var seqs = one.ToArray();
            foreach (var item in await db.Messages.Where(m => m.RoomId == one.Key && seqs.Contains(m.Seq)).ReadAsync(cancellationToken))
                read[(one.Key, item.Seq)] = new(room.Slug, item);
        }
        return read;
    }
}

/// <summary>A message as the live connection tells it: the item, and whose room it is.</summary>
sealed record RoomMessage : MessageItem
{
    [System.Diagnostics.CodeAnalysis.SetsRequiredMembers]
    public RoomMessage(string room, MessageItem item) : base(item) => Room = room;

    public string Room { get; }
}
