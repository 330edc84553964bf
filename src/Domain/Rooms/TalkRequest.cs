using HealthDoers.Domain.Members;

namespace HealthDoers.Domain.Rooms;

/// <summary>
/// One member asks another for a room for the two of them. A no is never told: it looks like no answer, and whoever asked
/// may ask again after <see cref="Waits"/>.
/// </summary>
public sealed class TalkRequest : Entity
{
    public const int WordsLimit = 500;

    /// <summary>Requests of one member that wait for an answer, or seem to.</summary>
    public const int MostOpen = 10;

    /// <summary>Members that one member may ask in 24 hours.</summary>
    public const int MostADay = 5;

    /// <summary>Days that a request waits, and in which the same member is not asked again.</summary>
    public const int WaitsDays = 30;

    public static readonly TimeSpan Waits = TimeSpan.FromDays(WaitsDays);

    /// <summary>Whoever said no is left in peace so long: what the same member asks meanwhile does not reach them.</summary>
    public static readonly TimeSpan PeaceAfterNo = TimeSpan.FromDays(180);

    TalkRequest() { }

    /// <param name="asked">What this member asked others before.</param>
    /// <exception cref="RuleBrokenException">To oneself, to somebody who takes no requests, again too soon or too many.</exception>
    public TalkRequest(Member from, Member to, string words, AskedBefore asked, DateTimeOffset at)
    {
        if (from.Id == to.Id)
            throw new RuleBrokenException("You cannot ask yourself. Choose somebody else.");
        if (!from.IsActive)
            throw new RuleBrokenException("Your account is suspended, so you cannot ask anybody to talk for now.");
        if (!to.CanBeAskedToTalk)
            throw new RuleBrokenException("This member takes no requests to talk.");
        asked.Check(from, at);
        (FromId, ToId, Words, At) = (from.Id, to.Id, words, at);
    }

    public Guid FromId { get; private set; }
    public Guid ToId { get; private set; }
    public string Words { get; private set; } = "";
    public DateTimeOffset At { get; private set; }
    public TalkAnswer? Answer { get; private set; }

    public bool IsOpenAt(DateTimeOffset at) => Answer is null && at < At + Waits;

    /// <summary>What its sender is told: a no looks like no answer.</summary>
    public bool SeemsOpenAt(DateTimeOffset at) => Answer is null or { Kind: TalkAnswerKind.Declined } && at < At + Waits;

    /// <summary>False for what came while they wished to be left in peace: they never know of it.</summary>
    public bool ReachedThem => Answer is not { Kind: TalkAnswerKind.Declined } no || no.At > At;

    /// <summary>It goes its way: whoever is asked hears of it.</summary>
    public void Send() => Raise(new TalkAsked(Id));

    /// <summary>Yes, also after a no that nobody was told.</summary>
    public void Accept(Member by, Room room, DateTimeOffset at)
    {
        if (by.Id != ToId)
            throw new RuleBrokenException("Only the person who was asked can answer.");
        if (!SeemsOpenAt(at))
            throw new RuleBrokenException("This request is not open any more.");
        Answer = new(TalkAnswerKind.Accepted, at);
        Raise(new TalkAccepted(Id, room.Id));
    }

    /// <summary>Raises nothing: nobody is told.</summary>
    public void Decline(Guid byId, DateTimeOffset at)
    {
        if (byId == ToId)
            Answer ??= new(TalkAnswerKind.Declined, at);
    }

    public void TakeBack(Guid byId, DateTimeOffset at)
    {
        if (byId == FromId && Answer is null or { Kind: TalkAnswerKind.Declined })
            Answer = new(TalkAnswerKind.TakenBack, at);
    }
}

public sealed record TalkAnswer(TalkAnswerKind Kind, DateTimeOffset At);

public enum TalkAnswerKind
{
    Accepted,
    Declined,
    TakenBack,
}

/// <summary>What somebody asked of others before, as far as it limits what they may ask now.</summary>
/// <param name="ThemLately">The same member, less than <see cref="TalkRequest.Waits"/> ago and without a yes.</param>
/// <param name="Open">Requests that wait for an answer, or seem to.</param>
/// <param name="Today">Requests of the last 24 hours.</param>
public sealed record AskedBefore(bool ThemLately, int Open, int Today)
{
    internal void Check(Member from, DateTimeOffset at)
    {
        if (ThemLately)
            throw new RuleBrokenException("You asked this member not long ago. Give them time.");
        FirstDay.AllowTalk(from, Today, at);
        if (Today >= TalkRequest.MostADay)
            throw new RuleBrokenException("You can ask 5 members a day. Ask again tomorrow.");
        if (Open >= TalkRequest.MostOpen)
            throw new RuleBrokenException("You have 10 open requests. Wait for an answer or take one back first.");
    }
}

/// <summary>Somebody does not want to be asked by somebody else. Only they know of it.</summary>
public sealed class TalkBlock
{
    TalkBlock() { }

    public TalkBlock(Guid byId, Guid otherId, DateTimeOffset at) => (ById, OtherId, At) = (byId, otherId, at);

    public Guid ById { get; private set; }
    public Guid OtherId { get; private set; }
    public DateTimeOffset At { get; private set; }
}

public abstract record TalkEvent(Guid SubjectId) : DomainEvent(SubjectId);

/// <param name="SubjectId">The request.</param>
public sealed record TalkAsked(Guid SubjectId) : TalkEvent(SubjectId);

/// <param name="SubjectId">The request.</param>
public sealed record TalkAccepted(Guid SubjectId, Guid RoomId) : TalkEvent(SubjectId);

public static class TalkQueries
{
    /// <summary>Those that wait for an answer.</summary>
    public static IQueryable<TalkRequest> OpenAt(this IQueryable<TalkRequest> requests, DateTimeOffset at)
    {
        var since = at - TalkRequest.Waits;
        return requests.Where(r => r.Answer == null && r.At > since);
    }

    /// <summary>Those that wait, as far as whoever sent them knows.</summary>
    public static IQueryable<TalkRequest> SeemOpenAt(this IQueryable<TalkRequest> requests, DateTimeOffset at)
    {
        var since = at - TalkRequest.Waits;
        return requests.Where(r => (r.Answer == null || r.Answer.Kind == TalkAnswerKind.Declined) && r.At > since);
    }
}
