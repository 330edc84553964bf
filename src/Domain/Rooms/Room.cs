using HealthDoers.Domain.Members;

namespace HealthDoers.Domain.Rooms;

/// <summary>
/// A place to talk, kept as a numbered log. It hands out the numbers, so whoever changes one holds the room's row
/// locked: a number is given once and no number is missing.
/// </summary>
public sealed class Room : Entity
{
    public const int SlugLimit = 100;

    Room() { }

    public Room(string slug, Dictionary<string, RoomWords> words, DateTimeOffset at)
    {
        Slug = slug;
        Words = words;
        OpenedAt = at;
        LastActiveAt = at;
        Raise(new RoomOpened(Id));
    }

    public string Slug { get; private set; } = "";

    /// <summary>By language; a room of members has one only.</summary>
    public Dictionary<string, RoomWords> Words { get; private set; } = [];

    public RoomAudience Audience { get; private set; }

    /// <summary>The place of the newest message, from 1; 0 while nobody has written.</summary>
    public long LastSeq { get; private set; }

    /// <summary>The number of the newest change: a post, an edit, a deletion or a reaction.</summary>
    public long LastRev { get; private set; }

    public DateTimeOffset OpenedAt { get; private set; }
    public DateTimeOffset LastActiveAt { get; private set; }
    public Closing? Closing { get; private set; }

    public RoomWords In(string language) =>
        Words.GetValueOrDefault(language) ?? Words.GetValueOrDefault("en") ?? Words.Values.First();

    /// <summary>The same rule as <see cref="RoomQueries.VisibleTo"/>, for a room that is already at hand.</summary>
    public bool IsVisibleTo(Member? viewer) => Audience == RoomAudience.Open && viewer is null or { ErasedAt: null };

    public bool TakesWordsOf(Member? member) => Closing is null && member is { IsActive: true } && IsVisibleTo(member);

    public Message Post(Member author, Posting posting, DateTimeOffset at)
    {
        CheckTakesWordsOf(author);
        if (posting.ReplyToSeq is { } replied && (replied < 1 || replied > LastSeq))
            throw new RuleBrokenException("The message you answer is not in this room.");
        var message = new Message(this, LastSeq + 1, LastRev + 1, author, posting, at);
        LastSeq++;
        LastRev++;
        if (message.CreatedAt > LastActiveAt) // what is brought from elsewhere was said earlier
            LastActiveAt = message.CreatedAt;
        Raise(new MessagePosted(Id, LastSeq, LastRev));
        return message;
    }

    public void CloseBy(Member by, DateTimeOffset at)
    {
        if (!by.IsEditor)
            throw new RuleBrokenException("Only an editor can close a room.");
        if (Closing is not null)
            return;
        Closing = new(by.Id, at);
        Raise(new RoomClosed(Id));
    }

    internal void CheckTakesWordsOf(Member member)
    {
        if (Closing is not null)
            throw new RuleBrokenException("This room is closed, so it takes no new messages.");
        if (!TakesWordsOf(member))
            throw new RuleBrokenException("You cannot write in this room at present.");
    }

    internal long NextRevFor(Message message)
    {
        LastRev++;
        Raise(new MessageChanged(Id, message.Seq, LastRev));
        return LastRev;
    }
}

public sealed record RoomWords(string Name, string Purpose);

public sealed record Closing(Guid ById, DateTimeOffset At);

/// <summary>Who reads a room. In an open room everyone reads and members of the site write.</summary>
public enum RoomAudience
{
    Open,
    MembersOnly,
    Private,
}
