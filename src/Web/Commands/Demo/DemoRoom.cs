using HealthDoers.Domain.Members;
using HealthDoers.Domain.Rooms;
using HealthDoers.Web.Data;
using HealthDoers.Web.Pages.Rooms.Log;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Commands.Demo;

/// <summary>What invented members say in the Welcome room, at its end and spread over the days since the last word there.</summary>
sealed class DemoRoom(IDbContextFactory<AppDb> dbs, Progress progress)
{
    const string Slug = "welcome";
    const int BatchSize = 200;
    static readonly TimeSpan Span = TimeSpan.FromDays(60);

    /// <param name="chanceOf">By the first message of a batch, so that the same seed says the same.</param>
    public async Task<int> TalkAsync(IReadOnlyList<Member> members, int messages, Func<int, Random> chanceOf, DateTimeOffset now, CancellationToken cancellationToken)
    {
        for (var from = 0; from < messages; from += BatchSize)
        {
            var (chance, until) = (chanceOf(from), Math.Min(from + BatchSize, messages));
            await using var db = await dbs.CreateDbContextAsync(cancellationToken);
            await db.InTransactionAsync(async () =>
            {
                var room = await db.Rooms.LockedAsync(Slug, cancellationToken)
                    ?? throw new VerbFailedException("There is no Welcome room to talk in.");
                var last = await db.Messages.Where(m => m.RoomId == room.Id).Latest(1).Select(m => (DateTimeOffset?)m.CreatedAt).SingleOrDefaultAsync(cancellationToken);
                var at = last > now - Span ? last.Value : now - Span;
                Message? before = null;
                for (var i = from; i < until; i++)
                {
                    at = chance.Between(at, at + 2 * (now - at) / (messages - i));
                    before = Say(room, members, before, chance, at < now ? at : now);
                    db.Messages.Add(before);
                }
                return until;
            }, cancellationToken);
            progress.At((double)until / messages, until);
        }
        return messages;
    }

    static Message Say(Room room, IReadOnlyList<Member> members, Message? before, Random chance, DateTimeOffset at)
    {
        var isAnswer = before is not null && chance.Next(5) < 2;
        var (topic, words) = isAnswer ? (before!.Topic, chance.Pick(DemoTalk.Answers)) : chance.Pick(DemoTalk.Openings);
        var message = room.Post(chance.Pick(members), new(Guid.CreateVersion7(), words, topic, isAnswer ? before!.Seq : null), at);
        for (var i = chance.Next(-3, 4); i > 0; i--)
            if (chance.Pick(members) is var member && member.Id != message.AuthorId)
                message.React(member, chance.Pick(ReactionNames.All), true, at);
        return message;
    }
}
