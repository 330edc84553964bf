using HealthDoers.Domain.Members;

namespace HealthDoers.Domain.Spotlights;

/// <summary>A member is put forward by a peer. Nothing of it is seen before the person agreed to the words.</summary>
public sealed class Spotlight : Entity
{
    public const int WordsLimit = 600;

    Spotlight() { }

    public Spotlight(Member member, Member nominator, string words, DateTimeOffset at)
    {
        if (!nominator.IsActive)
            throw new RuleBrokenException("Your account is suspended, so you cannot put somebody forward for now.");
        if (member.Id == nominator.Id)
            throw new RuleBrokenException("A spotlight comes from somebody else. Ask a peer to put you forward.");
        if (!member.IsActive || member.Origin == Origin.Import)
            throw new RuleBrokenException("This member cannot be put forward.");
        MemberId = member.Id;
        Member = member;
        NominatorId = nominator.Id;
        Proposed = words;
        Words = words;
        At = at;
        Raise(new SpotlightProposed(Id));
    }

    public Guid MemberId { get; private set; }
    public Member Member { get; private set; } = null!;

    /// <summary>Null once they left.</summary>
    public Guid? NominatorId { get; private set; }

    /// <summary>What the peer wrote.</summary>
    public string Proposed { get; private set; } = "";

    /// <summary>What the person agreed to, changed or not.</summary>
    public string Words { get; private set; } = "";
    public DateTimeOffset At { get; private set; }
    public SpotlightAnswer? Answer { get; private set; }
    public SpotlightShowing? Showing { get; private set; }

    public bool IsAgreed => Answer is { Agreed: true };

    public void AgreeBy(Member member, string words, DateTimeOffset at)
    {
        MustBeOf(member);
        Words = words;
        Answer = new(true, at);
        // Other words than an editor saw are looked at again.
        Showing = null;
        Raise(new SpotlightAnswered(Id));
    }

    /// <summary>Says no, or takes an agreement back: it is out of sight at once.</summary>
    public void DeclineBy(Member member, DateTimeOffset at)
    {
        MustBeOf(member);
        Answer = new(false, at);
        Showing = null;
        Raise(new SpotlightAnswered(Id));
    }

    public void ShowBy(Member editor, DateTimeOffset from, DateTimeOffset until)
    {
        if (!editor.IsEditor)
            throw new RuleBrokenException("Only an editor can put somebody into the spotlight.");
        if (!IsAgreed)
            throw new RuleBrokenException("Only words that the person agreed to can be shown.");
        if (until <= from)
            throw new RuleBrokenException("The last day must come after the first.");
        Showing = new(editor.Id, from, until);
        Raise(new SpotlightShown(Id));
    }

    public void EndShowing(Member editor)
    {
        if (!editor.IsEditor)
            throw new RuleBrokenException("Only an editor can end a spotlight.");
        Showing = null;
        Raise(new SpotlightShown(Id));
    }

    public void ForgetNominator() => NominatorId = null;

    void MustBeOf(Member member)
    {
        if (member.Id != MemberId || !member.IsActive)
            throw new RuleBrokenException("Only the person themselves can answer this.");
    }
}

public sealed record SpotlightAnswer(bool Agreed, DateTimeOffset At);

/// <summary>On the home page, in turn with others, from one moment until another.</summary>
public sealed record SpotlightShowing(Guid ById, DateTimeOffset From, DateTimeOffset Until);

public sealed record SpotlightProposed(Guid SubjectId) : DomainEvent(SubjectId);

public sealed record SpotlightAnswered(Guid SubjectId) : DomainEvent(SubjectId);

public sealed record SpotlightShown(Guid SubjectId) : DomainEvent(SubjectId);

public static class SpotlightQueries
{
    public static IQueryable<Spotlight> ShownAt(this IQueryable<Spotlight> spotlights, DateTimeOffset now) =>
        spotlights.Where(s => s.Showing != null && s.Showing.From <= now && s.Showing.Until > now
            && s.Answer != null && s.Answer.Agreed && s.Member.Suspension == null && s.Member.ErasedAt == null);
}
