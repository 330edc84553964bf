using HealthDoers.Domain.Members;

namespace HealthDoers.Domain.Mentoring;

/// <summary>
/// One side of a match proposes a pact to the other. A no is never told: it looks like no answer, and whoever waits is
/// free again after <see cref="Waits"/>.
/// </summary>
public sealed class MentoringRequest : Entity
{
    public const int WordsLimit = 1_000;

    /// <summary>Days that a request waits for an answer.</summary>
    public const int WaitsDays = 14;

    public static readonly TimeSpan Waits = TimeSpan.FromDays(WaitsDays);

    MentoringRequest() { }

    /// <exception cref="RuleBrokenException">To oneself, to somebody who is full, or with a plan that cannot be.</exception>
    public MentoringRequest(MentoringWish ask, MentoringWish offer, Member from, PactPlan plan, string words, int taken, DateTimeOffset at)
    {
        if (ask.MemberId == offer.MemberId)
            throw new RuleBrokenException("You cannot be your own mentor. Choose somebody else.");
        if (!from.IsActive)
            throw new RuleBrokenException("Your account is suspended, so you cannot take part in mentoring for now.");
        CheckOpen(ask, offer, taken);
        plan.Check(DateOnly.FromDateTime(at.UtcDateTime));
        (AskId, OfferId) = (ask.Id, offer.Id);
        FromId = from.Id;
        ToId = from.Id == ask.MemberId ? offer.MemberId : ask.MemberId;
        (Plan, Words, At) = (plan, words, at);
        Raise(new MentoringAsked(Id));
    }

    public Guid AskId { get; private set; }
    public Guid OfferId { get; private set; }
    public Guid FromId { get; private set; }
    public Guid ToId { get; private set; }
    public PactPlan Plan { get; private set; } = new();
    public string Words { get; private set; } = "";
    public DateTimeOffset At { get; private set; }

    /// <summary>Accepted, declined or taken back.</summary>
    public RequestAnswer? Answer { get; private set; }

    public bool IsOpenAt(DateTimeOffset at) => Answer is null && at < At + Waits;

    /// <summary>What its sender is told: a no looks like no answer.</summary>
    public bool SeemsOpenAt(DateTimeOffset at) => Answer is null or { Kind: RequestAnswerKind.Declined } && at < At + Waits;

    /// <param name="taken">Places of the offer that are taken by now.</param>
    public void Accept(MentoringWish ask, MentoringWish offer, Member by, int taken, DateTimeOffset at)
    {
        if (by.Id != ToId)
            throw new RuleBrokenException("Only the person who was asked can answer.");
        if (!IsOpenAt(at))
            throw new RuleBrokenException("This request is not open any more.");
        CheckOpen(ask, offer, taken);
        Plan.Check(DateOnly.FromDateTime(at.UtcDateTime));
        Answer = new(RequestAnswerKind.Accepted, at);
    }

    /// <summary>Raises nothing: nobody is told.</summary>
    public void Decline(Member by, DateTimeOffset at)
    {
        if (by.Id == ToId)
            Answer ??= new(RequestAnswerKind.Declined, at);
    }

    public void TakeBack(Member by, DateTimeOffset at)
    {
        if (by.Id == FromId && Answer is null or { Kind: RequestAnswerKind.Declined })
            Answer = new(RequestAnswerKind.TakenBack, at);
    }

    static void CheckOpen(MentoringWish ask, MentoringWish offer, int taken)
    {
        if (!ask.IsOpen)
            throw new RuleBrokenException("This person is not looking for a mentor now.");
        if (!offer.IsOpen)
            throw new RuleBrokenException("This mentor takes a rest for now. Ask somebody else.");
        if (taken >= offer.Places)
            throw new RuleBrokenException("This mentor has no free place now. Ask somebody else, or come back later.");
    }
}

public sealed record RequestAnswer(RequestAnswerKind Kind, DateTimeOffset At);

public enum RequestAnswerKind
{
    Accepted,
    Declined,
    TakenBack,
}
