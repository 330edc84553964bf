using HealthDoers.Domain.Members;
using HealthDoers.Domain.Words;

namespace HealthDoers.Domain.Rooms;

/// <summary>One entry of a room's log. Deleted, it stays as an empty tombstone, so that every reader learns of it.</summary>
public sealed partial class Message : Entity
{
    readonly List<Reaction> _reactions = [];
    readonly List<MessageFile> _files = [];

    Message() { }

    internal Message(Room room, long seq, long rev, Member author, Posting posting, DateTimeOffset at)
    {
        if (posting.TopicIsTooLong)
            throw new RuleBrokenException("A topic has room for 120 characters.");
        Room = room;
        RoomId = room.Id;
        Seq = seq;
        Rev = rev;
        AuthorId = author.Id;
        ClientId = posting.ClientId;
        Topic = posting.Topic;
        Body = Posting.Checked(posting.Body);
        ReplyToSeq = posting.ReplyToSeq;
        _files.AddRange(posting.CheckedFiles().Select((file, place) => new MessageFile(Id, place, file)));
        CreatedAt = InWholeMilliseconds(at);
        if (posting.Poll is { } ask)
            AskWith(ask);
        if (posting.Circle is { } circle)
            SitAround(circle, author);
    }

    public Guid RoomId { get; private set; }
    public Room Room { get; private set; } = null!;

    /// <summary>Its place in the room for ever, from 1.</summary>
    public long Seq { get; private set; }

    /// <summary>The room's number of the last change to this message.</summary>
    public long Rev { get; private set; }

    public Guid AuthorId { get; private set; }
    public Member Author { get; private set; } = null!;
    public Guid ClientId { get; private set; }
    public string Topic { get; private set; } = "";

    /// <summary>Markdown.</summary>
    public string Body { get; private set; } = "";
    public long? ReplyToSeq { get; private set; }

    /// <summary>What the place it was brought from calls it; null for what was written here.</summary>
    public string? ExternalId { get; private set; }
    public DateTimeOffset CreatedAt { get; private set; }
    public DateTimeOffset? EditedAt { get; private set; }
    public Deletion? Deletion { get; private set; }
    public IReadOnlyList<Reaction> Reactions => _reactions;

    /// <summary>They go with the message when it is deleted.</summary>
    public IReadOnlyList<MessageFile> Files => _files;

    public bool CanBeDeletedBy(Member member, DateTimeOffset at) => member.IsActive && (member.Id == AuthorId || Room.CanBeModeratedBy(member, at));

    /// <summary>Whether posting this again is the same message. What was edited or deleted since is still the one that was sent.</summary>
    public bool Is(Posting posting) => EditedAt is not null || Deletion is not null || (Body == posting.Body && HasPoll == posting.Poll is not null && HasCircle == posting.Circle is not null);

    public void EditBy(Member member, string body, DateTimeOffset at)
    {
        if (member.Id != AuthorId)
            throw new RuleBrokenException("Only its author can change a message.");
        CheckIsThere();
        Room.CheckTakesWordsOf(member);
        body = Posting.Checked(CleanText.Lines(body));
        if (body == Body)
            return;
        KeepVersion(member.Id, at);
        Body = body;
        EditedAt = InWholeMilliseconds(at);
        DropAnsweredCards();
        Rev = Room.NextRevFor(this);
    }

    public void DeleteBy(Member member, DateTimeOffset at)
    {
        if (!CanBeDeletedBy(member, at))
            throw new RuleBrokenException("Only its author, a steward of the room or an editor can delete a message.");
        Empty(member.Id, at);
    }

    public void CameFrom(string externalId) => ExternalId = externalId;

    /// <summary>The place it was brought from says it differently now. What was deleted here stays deleted.</summary>
    /// <returns>False when there was nothing to change.</returns>
    public bool SayAgain(Posting posting, DateTimeOffset at)
    {
        if (Deletion is not null || (Body == posting.Body && Topic == posting.Topic))
            return false;
        if (Body != posting.Body)
            KeepVersion(AuthorId, at);
        Body = Posting.Checked(posting.Body);
        Topic = posting.Topic;
        EditedAt = InWholeMilliseconds(at);
        Rev = Room.NextRevFor(this);
        return true;
    }

    /// <summary>A member leaves: their reactions go, and their own words too when they want that. Otherwise only the name does.</summary>
    public void Forget(Guid memberId, bool wordsToo, DateTimeOffset at)
    {
        if (AuthorId == memberId && wordsToo)
            Empty(memberId, at, keepWords: false);
        else if (TakeOut(memberId, at) || AuthorId == memberId)
            Rev = Room.NextRevFor(this);
    }

    bool TakeOut(Guid memberId, DateTimeOffset at)
    {
        var named = _cards.FindAll(c => c.ById == memberId);
        named.ForEach(c => c.BeNobodys());
        var voted = Poll?.Forget(memberId) == true | Circle?.Forget(memberId, at) == true;
        return _reactions.RemoveAll(r => r.MemberId == memberId) > 0 || named.Count > 0 || voted;
    }

    /// <param name="on">False takes the reaction back. Saying either twice changes nothing.</param>
    public void React(Member member, string name, bool on, DateTimeOffset at)
    {
        if (!ReactionNames.Contains(name))
            throw new RuleBrokenException("There is no such reaction.");
        CheckIsThere();
        Room.CheckTakesWordsOf(member);
        var given = _reactions.Find(r => r.MemberId == member.Id && r.Name == name);
        if (on == given is not null)
            return;
        if (given is null)
            _reactions.Add(new(Id, member, name, at));
        else
            _reactions.Remove(given);
        Rev = Room.NextRevFor(this);
    }

    void Empty(Guid byId, DateTimeOffset at, bool keepWords = true)
    {
        if (Deletion is not null)
            return;
        if (keepWords)
            KeepVersion(byId, at);
        Deletion = new(byId, at);
        Body = "";
        Topic = "";
        Mark = null;
        Pin = null;
        _reactions.Clear();
        _cards.Clear();
        CardCount = 0;
        (Poll, HasPoll) = (null, false);
        (Circle, HasCircle) = (null, false);
        Rev = Room.NextRevFor(this);
    }

    void CheckIsThere()
    {
        if (Deletion is not null)
            throw new RuleBrokenException("This message was deleted.");
    }

    // PostgreSQL keeps microseconds; the same message must read the same everywhere.
    static DateTimeOffset InWholeMilliseconds(DateTimeOffset at) => new(at.UtcTicks - at.UtcTicks % TimeSpan.TicksPerMillisecond, TimeSpan.Zero);
}

public sealed record Deletion(Guid ById, DateTimeOffset At);
