using HealthDoers.Domain;
using HealthDoers.Domain.Members;
using HealthDoers.Domain.Rooms;
using HealthDoers.Web.Data;
using HealthDoers.Web.Pages.Rooms.Log;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Commands.Importing;

/// <summary>
/// Talk from elsewhere, in the order of the file, at the end of a room's log and with the room locked as for every
/// other message. One that is known by its externalId takes over new text and topic; its author, time and place stay.
/// </summary>
/// <param name="room">For lines that name no room of this site.</param>
sealed class MessageImport(IDbContextFactory<AppDb> dbs, TimeProvider clock, string? room, Action<string> say) : ImportedKind(say)
{
    readonly ImportedAuthors _authors = new();
    HashSet<string> _rooms = [];

    public override async Task BeginAsync(CancellationToken cancellationToken)
    {
        await using var db = await dbs.CreateDbContextAsync(cancellationToken);
        _rooms = await db.Rooms.Where(r => r.Audience == RoomAudience.Open).Select(r => r.Slug).ToHashSetAsync(cancellationToken);
        if (room is not null && !_rooms.Contains(room))
            throw new VerbFailedException($"There is no room \"{room}\" here. Its name is the last part of its address.");
        await _authors.BeginAsync(db, cancellationToken);
    }

    protected override async Task<Tally> TakeAsync(IReadOnlyList<Line> lines, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var given = Read(lines, now);
        await using var db = await dbs.CreateDbContextAsync(cancellationToken);
        await _authors.AddMissingAsync(db, given.Select(g => g.Fields.Author), now, cancellationToken);
        var tally = await db.InTransactionAsync(async () =>
        {
            var sum = new Tally();
            // Whoever locks several rooms does it in this order, so that none waits for another in a circle.
            foreach (var talk in given.GroupBy(g => g.Room).OrderBy(g => g.Key, StringComparer.Ordinal))
                sum += await TakeAsync(db, talk.Key, [.. talk], now, cancellationToken);
            return sum;
        }, cancellationToken);
        return tally with { Skipped = lines.Count - tally.Taken };
    }

    List<Placed> Read(IReadOnlyList<Line> lines, DateTimeOffset now)
    {
        List<Placed> given = [];
        foreach (var line in lines)
        {
            if (!Try(line, () => new MessageFields(line.Fields!, now, warning => Warn(line, warning)), out var fields))
                continue;
            if ((_rooms.Contains(fields.Room) ? fields.Room : room) is not { } slug)
                Skip(line, "names no room of this site; --room gives one for such lines");
            else if (IsFirst(line, $"{slug} {fields.ExternalId}"))
                given.Add(new(line, fields, slug));
        }
        return given;
    }

    async Task<Tally> TakeAsync(AppDb db, string slug, List<Placed> talk, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var here = await db.Rooms.LockedAsync(slug, cancellationToken)
            ?? throw new VerbFailedException($"The room \"{slug}\" is gone.");
        var known = await KnownAsync(db, here.Id, talk, cancellationToken);
        db.ChangeTracker.AutoDetectChangesEnabled = false; // once, when all are read, and not for every line
        var tally = new Tally();
        foreach (var (line, fields, _) in talk)
            try
            {
                if (known.TryGetValue(fields.ExternalId, out var before))
                    tally += Again(line, before, fields, now);
                else
                {
                    known[fields.ExternalId] = Add(db, here, line, fields, known);
                    tally += new Tally(Imported: 1);
                }
            }
            catch (RuleBrokenException broken)
            {
                Skip(line, $"was refused: {broken.Message}");
            }
        db.ChangeTracker.AutoDetectChangesEnabled = true;
        return tally;
    }

    Tally Again(Line line, Message before, MessageFields fields, DateTimeOffset now)
    {
        if (before.Author.Origin == Origin.Import)
            return before.SayAgain(fields.Posting, now) ? new(Updated: 1) : new(Unchanged: 1);
        if (before.Body == fields.Posting.Body && before.Topic == fields.Posting.Topic)
            return new(Unchanged: 1);
        Skip(line, "is a message that a member of this site wrote, and only they change it");
        return new();
    }

    Message Add(AppDb db, Room here, Line line, MessageFields fields, Dictionary<string, Message> known)
    {
        var answered = fields.ReplyTo is { } replyTo ? known.GetValueOrDefault(replyTo) : null;
        if (fields.ReplyTo is not null && answered is null)
            Warn(line, "answers a message that is not in the room, so it stands alone");
        var message = here.Post(_authors[fields.Author], fields.Posting with { ReplyToSeq = answered?.Seq }, fields.At);
        message.CameFrom(fields.ExternalId);
        db.Messages.Add(message);
        return message;
    }

    /// <summary>
    /// Those of the lines and those they answer, by what an export of this site called them: their externalId, or their
    /// id when they have none.
    /// </summary>
    static async Task<Dictionary<string, Message>> KnownAsync(AppDb db, Guid roomId, List<Placed> talk, CancellationToken cancellationToken)
    {
        var asked = talk.SelectMany(g => new[] { g.Fields.ExternalId, g.Fields.ReplyTo }).OfType<string>().ToHashSet();
        var log = db.Messages.Include(m => m.Author).Where(m => m.RoomId == roomId);
        var known = await log.Where(m => asked.Contains(m.ExternalId!)).ToDictionaryAsync(m => m.ExternalId!, cancellationToken);
        var ids = asked.Select(id => Guid.TryParseExact(id, "D", out var guid) ? guid : Guid.Empty).Where(id => id != Guid.Empty).ToList();
        if (ids.Count > 0)
            foreach (var message in await log.Where(m => ids.Contains(m.Id) && m.ExternalId == null).ToListAsync(cancellationToken))
                known.TryAdd(message.Id.ToString(), message);
        return known;
    }

    readonly record struct Placed(Line Line, MessageFields Fields, string Room);
}
