using HealthDoers.Domain.Members;
using HealthDoers.Domain.Rooms;
using HealthDoers.Web.Words;

namespace HealthDoers.Web.Pages.Rooms.Log;

/// <summary>A message as pages, programs and live listeners get it: the same for every reader.</summary>
public record MessageItem
{
    public required Guid Id { get; init; }
    public required long Seq { get; init; }
    public required long Rev { get; init; }
    public required Guid ClientId { get; init; }
    public required string Topic { get; init; }

    /// <summary>Null when the author has left and was erased.</summary>
    public required MessageAuthor? Author { get; init; }
    public required string Body { get; init; }
    public required string Html { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset? EditedAt { get; init; }
    public required bool Deleted { get; init; }
    public required long? ReplyToSeq { get; init; }

    /// <summary>By name, the handles of those who gave it, oldest first.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> Reactions { get; init; }

    /// <summary>Null unless somebody said what it is for the room.</summary>
    public required ItemMark? Mark { get; init; }
    public required bool Pinned { get; init; }
    public required IReadOnlyList<ItemFile> Files { get; init; }

    /// <summary>The words that somebody asked about, in the order of the alphabet: no order that would tell a time.</summary>
    public IReadOnlyList<ItemCard> Jargon { get; init; } = [];

    /// <summary>Null unless the message asks with a poll.</summary>
    public ItemPoll? Poll { get; init; }

    /// <summary>Null unless a circle sits around the message.</summary>
    public ItemCircle? Circle { get; init; }

    public static MessageItem Of(Message message, MessageAuthor? author, ItemMark? mark = null, params IEnumerable<(string Name, string Handle)> reactions) => new()
    {
        Id = message.Id,
        Seq = message.Seq,
        Rev = message.Rev,
        ClientId = message.ClientId,
        Topic = message.Topic,
        Author = author,
        Body = message.Body,
        Html = SafeMarkdown.ToHtml(message.Body, keepBreaks: true),
        CreatedAt = message.CreatedAt,
        EditedAt = message.EditedAt,
        Deleted = message.Deletion is not null,
        ReplyToSeq = message.ReplyToSeq,
        Mark = mark,
        Pinned = message.Pin is not null,
        Circle = message.Circle is { } circle ? ItemCircle.Of(circle) : null,
        Poll = message.Poll is { } poll ? ItemPoll.Of(poll, []) : null,
        Files = message.Deletion is null ? ItemFile.Of(message.Files) : [],
        Reactions = reactions.GroupBy(r => r.Name).ToDictionary(r => r.Key, IReadOnlyList<string> (r) => [.. r.Select(one => one.Handle)]),
    };
}

public sealed record MessageAuthor(string Handle, string Name)
{
    public static MessageAuthor? Of(Member member) => member.ErasedAt is null ? new(member.Handle, member.Name) : null;
}

/// <param name="Kind"><c>decision</c>, <c>action</c>, <c>prediction</c> or <c>learning</c>.</param>
/// <param name="Owner">Who does it, of an action; null when they left.</param>
public sealed record ItemMark(string Kind, MessageAuthor? Owner, DateOnly? Due, bool Done)
{
    public static string NameOf(MarkKind kind) => kind.ToString().ToLowerInvariant();
}

/// <summary>A word of a message that somebody asked about.</summary>
/// <param name="Word">Empty for the message as a whole.</param>
/// <param name="By">Only who wished to be named.</param>
/// <param name="Meanings">By language; empty while the glossary does not know the word.</param>
public sealed record ItemCard(Guid Id, string Word, MessageAuthor? By, string? Url, IReadOnlyDictionary<string, string> Meanings)
{
    public string? MeaningIn(string language) => Meanings.GetValueOrDefault(language) ?? Meanings.GetValueOrDefault("en");
}

/// <summary>A poll as its readers get it. Of a secret one nobody's name, and no sums before it is closed.</summary>
/// <param name="Kind"><c>choice</c>, <c>ranked</c>, <c>dot</c> or <c>consent</c>.</param>
/// <param name="Dots">How many each gives away, in a dot poll.</param>
/// <param name="Passes">Of a consent poll that is closed: whether nobody objects.</param>
public sealed record ItemPoll(string Kind, bool Secret, int Dots, int Votes, bool Closed, bool? Passes, IReadOnlyList<ItemOption> Options)
{
    [System.Text.Json.Serialization.JsonIgnore]
    public bool IsConsent => Kind == "consent";

    public static ItemPoll Of(Poll poll, IEnumerable<(string Handle, IReadOnlyList<int> Weights)> votes)
    {
        var open = poll.IsSecret ? [] : votes.OrderBy(v => v.Handle, StringComparer.Ordinal).ToList();
        return new(poll.Kind.ToString().ToLowerInvariant(), poll.IsSecret, poll.Dots, poll.VoteCount, !poll.IsOpen, poll.Passes,
            [.. poll.Options.Select((text, i) => new ItemOption(text, poll.TellsSums ? poll.Sums[i] : null, [.. open.Where(v => v.Weights[i] > 0).Select(v => v.Handle)]))]);
    }
}

/// <param name="Sum">Votes, points or dots; null while a secret poll tells none.</param>
/// <param name="By">The handles of those who chose it, in an open poll.</param>
public sealed record ItemOption(string Text, int? Sum, IReadOnlyList<string> By);

/// <summary>A circle as its readers get it.</summary>
/// <param name="Round">0 before it begins.</param>
/// <param name="Turn">The handle of who speaks.</param>
public sealed record ItemCircle(int Round, int Rounds, int TurnSeconds, bool Ended, string? Turn, DateTimeOffset? EndsAt, IReadOnlyList<ItemSeat> Seats)
{
    public static ItemCircle Of(Circle circle) => new(circle.Round, circle.Rounds, circle.TurnSeconds, circle.EndedAt is not null,
        circle.Seats.Find(s => s.MemberId == circle.TurnOf)?.Handle, circle.TurnEndsAt,
        [.. circle.Seats.Select(s => new ItemSeat(s.Handle, s.State.ToString()))]);
}

/// <param name="State"><c>Waits</c>, <c>Speaks</c>, <c>Spoke</c> or <c>Passed</c>, in the present round.</param>
public sealed record ItemSeat(string Handle, string State);
