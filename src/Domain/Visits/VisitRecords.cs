namespace HealthDoers.Domain.Visits;

public enum VisitSide
{
    Hosts,
    Guests,
}

/// <param name="Words">A sentence for the guests; may be empty when they are welcome.</param>
public sealed record VisitAnswer(VisitAnswerKind Kind, string Words, DateTimeOffset At)
{
    public const int WordsLimit = 500;
}

public enum VisitAnswerKind
{
    Accepted,
    Declined,
    TakenBack,
}

public sealed record VisitEnding(VisitSide By, string Words, DateTimeOffset At);

/// <param name="Saw">Markdown.</param>
public sealed record VisitReport(string Saw, DateTimeOffset At)
{
    public const int SawLimit = 5_000;
}

/// <summary>Something to find out, from either side: filled in before, answered there or after.</summary>
public sealed class VisitQuestion : Entity
{
    public const int WordsLimit = 300;
    public const int AnswerLimit = 2_000;

    VisitQuestion() { }

    internal VisitQuestion(Guid visitId, string words, VisitSide side, Guid byId, DateTimeOffset at) =>
        (VisitId, Words, Side, ById, At) = (visitId, words, side, byId, at);

    public Guid VisitId { get; private set; }
    public string Words { get; private set; } = "";

    /// <summary>Who wants to know.</summary>
    public VisitSide Side { get; private set; }
    public Guid? ById { get; private set; }
    public DateTimeOffset At { get; private set; }
    public string Answer { get; private set; } = "";
    public Guid? AnsweredById { get; private set; }
    public DateTimeOffset? AnsweredAt { get; private set; }

    /// <summary>An empty answer opens it again.</summary>
    internal void Answered(string answer, Guid byId, DateTimeOffset at)
    {
        var isEmpty = answer.Length == 0;
        (Answer, AnsweredById, AnsweredAt) = (answer, isEmpty ? null : byId, isEmpty ? null : at);
    }

    internal void Forget(Guid memberId, bool wordsToo)
    {
        if (ById == memberId)
            (ById, Words) = (null, wordsToo ? "…" : Words);
        if (AnsweredById == memberId)
            (AnsweredById, Answer) = (null, wordsToo ? "…" : Answer);
    }
}

/// <summary>A thing that guests take home.</summary>
/// <param name="IdeaId">The idea it is, when the hosts have it as one.</param>
public readonly record struct TakenHome(string Words, Guid? IdeaId);

/// <summary>One thing that guests took home. The adaptation that comes of it has its id, and so has an idea that is proposed for it.</summary>
public sealed class VisitTakeaway : Entity
{
    public const int WordsLimit = 200;

    VisitTakeaway() { }

    internal VisitTakeaway(Guid visitId, TakenHome home, DateTimeOffset at) => (VisitId, Words, IdeaId, At) = (visitId, home.Words, home.IdeaId, at);

    public Guid VisitId { get; private set; }
    public string Words { get; private set; } = "";
    public Guid? IdeaId { get; private set; }
    public DateTimeOffset At { get; private set; }
}
