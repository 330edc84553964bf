using HealthDoers.Domain.Mentoring;
using HealthDoers.Web.Data;
using HealthDoers.Web.Pages.Rooms;
using HealthDoers.Web.Pages.Rooms.Log;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Pages.Mentoring;

/// <summary>What a pact has to do with the log of its room.</summary>
sealed class PactTalk(AppDb db, TimeProvider clock)
{
    /// <summary>The question and the message that opens its topic are stored together.</summary>
    public Task AskAsync(Guid pactId, Guid memberId, Guid clientId, string words, string details, CancellationToken stop)
    {
        db.ChangeTracker.Clear();
        return db.InTransactionAsync(async () =>
        {
            var me = await db.Members.SingleAsync(m => m.Id == memberId, stop);
            var pact = await PactVisit.WithAll(db.Pacts.Of(memberId)).SingleAsync(p => p.Id == pactId, stop);
            var slug = await db.Rooms.Where(r => r.Id == pact.RoomId).Select(r => r.Slug).SingleAsync(stop);
            var room = (await db.Rooms.LockedAsync(slug, stop))!;
            if (await db.Messages.AnyAsync(m => m.RoomId == room.Id && m.AuthorId == memberId && m.ClientId == clientId, stop))
                return false;
            await db.LoadStandingOfAsync(room, [memberId], stop);
            var message = room.Post(me, new(clientId, details.Length == 0 ? $"**{words}**" : $"**{words}**\n\n{details}", pact.TopicOf(words)), clock.GetUtcNow());
            db.Messages.Add(message);
            db.Add(pact.Ask(words, message.Id, me, clock.GetUtcNow()));
            return true;
        }, stop);
    }

    /// <summary>Where each question is talked through and how much was said there, by question; a topic may have another name by now.</summary>
    public async Task<Dictionary<Guid, QuestionTalk>> OfAsync(Pact pact, string room, CancellationToken stop)
    {
        var ids = pact.Questions.Select(q => q.MessageId).ToList();
        var found = await db.Messages.Where(m => ids.Contains(m.Id) && m.Deletion == null)
            .Select(m => new { m.Id, m.Topic, Count = db.Messages.Count(o => o.RoomId == m.RoomId && o.Topic == m.Topic && o.Deletion == null) - 1 }).ToDictionaryAsync(m => m.Id, stop);
        return pact.Questions.ToDictionary(q => q.Id, q => found.TryGetValue(q.MessageId, out var said)
            ? new QuestionTalk(RoomAddress.OfTopic(room, said.Topic), said.Count)
            : new(RoomAddress.Of(room), 0));
    }
}

/// <param name="Replies">Messages after the one that asked.</param>
sealed record QuestionTalk(string Url, int Replies);
