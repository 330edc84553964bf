using HealthDoers.Domain;
using HealthDoers.Domain.Rooms;
using HealthDoers.Search;
using HealthDoers.Web.Data;
using HealthDoers.Web.Pages.Rooms;
using HealthDoers.Web.Words;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Indexing;

/// <summary>What was said in rooms, each message for those who may read its room.</summary>
sealed class MessageDocuments : IFindable
{
    const int TitleLength = 90;
    const int SummaryLength = 300;

    public string Kind => "message";

    public IQueryable<Guid> All(AppDb db) => db.Messages.Select(m => m.Id);

    public async Task<IReadOnlyCollection<Guid>> ChangedByAsync(AppDb db, IReadOnlyList<DomainEvent> events, CancellationToken cancellationToken)
    {
        var changed = new HashSet<Guid>();
        var said = events.Select(e => e switch
        {
            MessagePosted posted => (Room: posted.SubjectId, posted.Seq),
            MessageChanged change => (Room: change.SubjectId, change.Seq),
            _ => default,
        });
        foreach (var room in said.Where(s => s.Seq > 0).GroupBy(s => s.Room, s => s.Seq))
        {
            var seqs = room.Distinct().ToArray();
            changed.UnionWith(await db.Messages.Where(m => m.RoomId == room.Key && seqs.Contains(m.Seq)).Select(m => m.Id).ToListAsync(cancellationToken));
        }
        // Others may find them now, or the room has another name.
        var rooms = events.Where(e => e is RoomAudienceChanged or RoomRenamed).Select(e => e.SubjectId).Distinct().ToArray();
        if (rooms.Length > 0)
            changed.UnionWith(await db.Messages.Where(m => rooms.Contains(m.RoomId)).Select(m => m.Id).ToListAsync(cancellationToken));
        return changed;
    }

    public async Task<IReadOnlyList<SearchDocument>> ReadAsync(AppDb db, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        var read = await db.Messages.Where(m => ids.Contains(m.Id) && m.Deletion == null)
            .Select(m => new { m.Id, m.Seq, m.Topic, m.Body, m.CreatedAt, m.EditedAt, m.RoomId, m.Room.Slug, m.Room.Words, m.Room.Audience }).ToListAsync(cancellationToken);
        return [.. read.Select(m =>
        {
            var (text, words) = (SafeMarkdown.ToPlainText(m.Body), Room.WordsIn(m.Words, "en"));
            return new SearchDocument
            {
                Kind = Kind,
                Id = m.Id.ToString(),
                Url = RoomAddress.OfMessage(m.Slug, m.Seq),
                Title = m.Topic.Length > 0 ? m.Topic : SafeMarkdown.Excerpt(m.Body, TitleLength) is { Length: > 0 } first ? first : words.Name,
                Summary = SafeMarkdown.Excerpt(m.Body, SummaryLength),
                Body = text,
                Keywords = [.. m.Words.Values.Select(w => w.Name)],
                Language = m.Words.Count == 1 ? m.Words.Keys.First() : "en",
                PublishedAt = m.CreatedAt,
                UpdatedAt = m.EditedAt ?? m.CreatedAt,
                Audience = [m.Audience == RoomAudience.Open ? Audience.Everyone : Audience.Room(m.RoomId)],
            };
        })];
    }
}
