using HealthDoers.Domain.Rooms;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Pages.Rooms.Log;

static class MessageReading
{
    /// <summary>Reads messages, in the order asked for, with their authors' present names and their reactions.</summary>
    public static async Task<List<MessageItem>> ReadAsync(this IQueryable<Message> messages, CancellationToken cancellationToken)
    {
        var read = await messages.AsNoTracking().Include(m => m.Files).Select(m => new
        {
            Message = m,
            Author = m.Author.ErasedAt == null ? new MessageAuthor(m.Author.Handle, m.Author.Name) : null,
            m.Mark,
            Owner = m.Mark!.Owner!.ErasedAt == null ? new { m.Mark.Owner.Handle, m.Mark.Owner.Name } : null,
            Reactions = m.Reactions.OrderBy(r => r.At).Select(r => new { r.Name, r.Member.Handle }).ToList(),
        }).ToListAsync(cancellationToken);

        return [.. read.Select(m => MessageItem.Of(m.Message, m.Author,
            m.Mark is null ? null : new(ItemMark.NameOf(m.Mark.Kind), m.Owner?.Handle is { } handle ? new(handle, m.Owner.Name) : null, m.Mark.Due, m.Mark.DoneAt is not null),
            m.Reactions.Select(r => (r.Name, r.Handle))))];
    }
}
