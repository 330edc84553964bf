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

        var polls = read.Exists(m => m.Message.HasPoll) ? await PollsAsync(messages, cancellationToken) : null;
        var circles = read.Exists(m => m.Message.HasCircle) ? await CirclesAsync(messages, cancellationToken) : null;
        var cards = read.Exists(m => m.Message.CardCount > 0) ? await CardsAsync(messages, cancellationToken) : null;
        return [.. read.Select(m => MessageItem.Of(m.Message, m.Author,
            m.Mark is null ? null : new(ItemMark.NameOf(m.Mark.Kind), m.Owner?.Handle is { } handle ? new(handle, m.Owner.Name) : null, m.Mark.Due, m.Mark.DoneAt is not null),
            m.Reactions.Select(r => (r.Name, r.Handle))) with { Jargon = [.. cards?[m.Message.Id] ?? []], Poll = polls?.GetValueOrDefault(m.Message.Id), Circle = circles?.GetValueOrDefault(m.Message.Id) })];
    }

    /// <summary>Few messages have cards, so they are looked for only where the messages say that there are some.</summary>
    static async Task<ILookup<Guid, ItemCard>> CardsAsync(IQueryable<Message> messages, CancellationToken cancellationToken)
    {
        var read = await messages.AsNoTracking().Where(m => m.CardCount > 0).SelectMany(m => m.Cards).Select(c => new
        {
            c.Id,
            c.MessageId,
            c.Word,
            By = c.By!.ErasedAt == null ? new { c.By.Handle, c.By.Name } : null,
            Slug = c.Term == null ? null : c.Term.Slug,
            Words = c.Term == null ? null : c.Term.Words,
        }).ToListAsync(cancellationToken);
        return read.OrderBy(c => c.Word, StringComparer.Ordinal).ToLookup(c => c.MessageId, c => new ItemCard(
            c.Id,
            c.Word,
            c.By?.Handle is { } handle ? new(handle, c.By.Name) : null,
            c.Slug is null ? null : $"/glossary#{c.Slug}",
            c.Words?.ToDictionary(w => w.Key, w => w.Value.Plain) ?? []));
    }

    static async Task<Dictionary<Guid, ItemPoll>> PollsAsync(IQueryable<Message> messages, CancellationToken cancellationToken)
    {
        var polls = await messages.AsNoTracking().Where(m => m.HasPoll).Select(m => m.Poll!).ToListAsync(cancellationToken);
        var votes = (await messages.AsNoTracking().Where(m => m.HasPoll && !m.Poll!.IsSecret).SelectMany(m => m.Poll!.Votes).Where(v => v.Member.ErasedAt == null)
            .Select(v => new { v.MessageId, v.Member.Handle, v.Weights }).ToListAsync(cancellationToken)).ToLookup(v => v.MessageId, v => (v.Handle, (IReadOnlyList<int>)v.Weights!));
        return polls.ToDictionary(p => p.MessageId, p => ItemPoll.Of(p, votes[p.MessageId]));
    }

    static async Task<Dictionary<Guid, ItemCircle>> CirclesAsync(IQueryable<Message> messages, CancellationToken cancellationToken)
    {
        var circles = await messages.AsNoTracking().Where(m => m.HasCircle).Select(m => m.Circle!).ToListAsync(cancellationToken);
        return circles.ToDictionary(c => c.MessageId, ItemCircle.Of);
    }
}
