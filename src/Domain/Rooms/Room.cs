using HealthDoers.Domain.Hubs;
using HealthDoers.Domain.Members;

namespace HealthDoers.Domain.Rooms;

/// <summary>
/// A place to talk, kept as a numbered log. It hands out the numbers, so whoever changes one holds the room's row
/// locked: a number is given once and no number is missing.
/// </summary>
public sealed partial class Room : Entity
{
    public const int SlugLimit = 100;
    public const int NameLimit = 80;
    public const int PurposeLimit = 500;

    Room() { }

    /// <summary>An open room of the site itself or of a hub, without stewards of its own.</summary>
    public Room(string slug, Dictionary<string, RoomWords> words, DateTimeOffset at, Guid? hubId = null)
    {
        Slug = slug;
        Words = words;
        HubId = hubId;
        OpenedAt = at;
        LastActiveAt = at;
        Raise(new RoomOpened(Id));
    }

    public string Slug { get; private set; } = "";

    /// <summary>By language; a room of members has one only.</summary>
    public Dictionary<string, RoomWords> Words { get; private set; } = [];

    public RoomAudience Audience { get; private set; }

    /// <summary>The hub it belongs to, whose members may come in without asking and whose stewards look after it too.</summary>
    public Guid? HubId { get; private set; }
    public Hub? Hub { get; private set; }

    /// <summary>The place of the newest message, from 1; 0 while nobody has written.</summary>
    public long LastSeq { get; private set; }

    /// <summary>The number of the newest change: a post, an edit, a deletion, a reaction, a mark, a pin or a move.</summary>
    public long LastRev { get; private set; }

    public DateTimeOffset OpenedAt { get; private set; }
    public DateTimeOffset LastActiveAt { get; private set; }
    public Closing? Closing { get; private set; }

    public RoomWords In(string language) => WordsIn(Words, language);

    /// <summary>The language in which it can be read by somebody who reads this one.</summary>
    public string LanguageFor(string language) => LanguageOf(Words, language);

    /// <summary>The same for words read by themselves.</summary>
    public static RoomWords WordsIn(Dictionary<string, RoomWords> words, string language) => words[LanguageOf(words, language)];

    /// <param name="answered">The circle around the message that this answers, if one sits there.</param>
    public Message Post(Member author, Posting posting, DateTimeOffset at, Circle? answered = null)
    {
        CheckTakesWordsOf(author);
        if (posting.ReplyToSeq is { } replied && (replied < 1 || replied > LastSeq))
            throw new RuleBrokenException("The message you answer is not in this room.");
        if (answered is { IsRunning: true } && answered.TurnOf != author.Id)
            throw new RuleBrokenException("It is somebody else’s turn in this circle.");
        var message = new Message(this, LastSeq + 1, LastRev + 1, author, posting, at);
        LastSeq++;
        LastRev++;
        if (message.CreatedAt > LastActiveAt) // what is brought from elsewhere was said earlier
            LastActiveAt = message.CreatedAt;
        Raise(new MessagePosted(Id, LastSeq, LastRev));
        return message;
    }

    public void Describe(string language, RoomWords words, Member by, DateTimeOffset at)
    {
        CheckModeratedBy(by, at);
        if (Words.GetValueOrDefault(language) == words)
            return;
        var renamed = Words.GetValueOrDefault(language)?.Name != words.Name;
        Words = new(Words) { [language] = words };
        Raise(new RoomChanged(Id));
        if (renamed)
            Raise(new RoomRenamed(Id));
    }

    /// <summary>Whoever may not read it any more stops hearing it at this place of the log.</summary>
    public void OpenTo(RoomAudience audience, Member by, DateTimeOffset at)
    {
        CheckModeratedBy(by, at);
        if (Audience == audience)
            return;
        if (audience != RoomAudience.Open && !_memberships.Any(IsSteward))
            throw new RuleBrokenException("A room that is not open to all needs a steward. Join it and take that on first.");
        Audience = audience;
        Raise(new RoomAudienceChanged(Id));
    }

    /// <summary>It takes no new words, leaves the lists and stays readable.</summary>
    public void CloseBy(Member by, DateTimeOffset at)
    {
        CheckModeratedBy(by, at);
        Close(by.Id, at);
    }

    public void OpenAgain(Member by, DateTimeOffset at)
    {
        CheckModeratedBy(by, at);
        if (Closing is null)
            return;
        Closing = null;
        Raise(new RoomChanged(Id));
    }

    static string LanguageOf(Dictionary<string, RoomWords> words, string language) =>
        words.ContainsKey(language) ? language : words.ContainsKey("en") ? "en" : words.Keys.First();

    internal void Tell(RoomEvent happened) => Raise(happened);

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
