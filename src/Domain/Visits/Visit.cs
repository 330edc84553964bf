using HealthDoers.Domain.Communities;
using HealthDoers.Domain.Members;

namespace HealthDoers.Domain.Visits;

/// <summary>One community comes to see another: first an application, then a day, then a report and what is tried at home.</summary>
public sealed class Visit : Entity
{
    public const int MostQuestions = 100;
    public const int MostTakeaways = 30;

    readonly List<VisitQuestion> _questions = [];
    readonly List<VisitTakeaway> _takeaways = [];

    Visit() { }

    /// <param name="guest">With its seats.</param>
    /// <param name="taken">Guests of this offer that are expected by now.</param>
    /// <param name="hasApplied">The same community waits for an answer, or is expected.</param>
    /// <exception cref="RuleBrokenException">To oneself, for others, twice, too many, or to where nobody is taken.</exception>
    public Visit(VisitOffer offer, Listing guest, VisitAsk ask, int guests, int taken, bool hasApplied, Member by, DateTimeOffset at, Guid? id = null)
    {
        if (!by.IsActive || !guest.HasOnTeam(by.Id))
            throw new RuleBrokenException("Only somebody on the team of your community can apply for it.");
        if (guest.Id == offer.HostId)
            throw new RuleBrokenException("A community cannot visit itself. Choose another one.");
        if (hasApplied)
            throw new RuleBrokenException("Your community has applied here already, and that visit is still open.");
        offer.CheckRoomFor(guests, taken);
        Id = id ?? Id;
        (OfferId, HostId, Host, GuestId, Guest) = (offer.Id, offer.HostId, offer.Host, guest.Id, guest);
        (Ask, Guests, AppliedById, AppliedAt) = (ask, guests, by.Id, at);
        Raise(new VisitAsked(Id));
    }

    public Guid OfferId { get; private set; }
    public Guid HostId { get; private set; }
    public Listing Host { get; private set; } = null!;
    public Guid GuestId { get; private set; }
    public Listing Guest { get; private set; } = null!;
    public VisitAsk Ask { get; private set; } = new();

    /// <summary>How many people come.</summary>
    public int Guests { get; private set; }

    /// <summary>Null: they were erased.</summary>
    public Guid? AppliedById { get; private set; }
    public DateTimeOffset AppliedAt { get; private set; }
    public VisitAnswer? Answer { get; private set; }

    /// <summary>Agreed once, and not coming all the same.</summary>
    public VisitEnding? CalledOff { get; private set; }

    /// <summary>The day itself: a gathering that only the two teams see.</summary>
    public Guid? GatheringId { get; private set; }
    public VisitReport? Report { get; private set; }

    // Both must say so before anybody else reads of it.
    public bool HostsShow { get; private set; }
    public bool GuestsShow { get; private set; }

    public IReadOnlyList<VisitQuestion> Questions => _questions;
    public IReadOnlyList<VisitTakeaway> Takeaways => _takeaways;

    public bool IsWaiting => Answer is null;
    public bool IsAgreed => Answer is { Kind: VisitAnswerKind.Accepted } && CalledOff is null;
    public bool IsLive => IsWaiting || IsAgreed;
    public bool IsShown => HostsShow && GuestsShow && Report is not null;

    /// <summary>Null for whoever is on neither team. Who is on both speaks for the hosts.</summary>
    public VisitSide? SideOf(Guid memberId) => Host.HasOnTeam(memberId) ? VisitSide.Hosts : Guest.HasOnTeam(memberId) ? VisitSide.Guests : null;

    public void Accept(VisitOffer offer, int taken, string words, Member by, DateTimeOffset at)
    {
        CheckSpokenForBy(by, VisitSide.Hosts);
        CheckWaits();
        offer.CheckRoomFor(Guests, taken);
        Answer = new(VisitAnswerKind.Accepted, words, at);
        Raise(new VisitAccepted(Id));
    }

    /// <summary>Raises nothing: the sentence is there when the guests look, and nobody else learns of it.</summary>
    public void Decline(string words, Member by, DateTimeOffset at)
    {
        CheckSpokenForBy(by, VisitSide.Hosts);
        CheckWaits();
        Answer = new(VisitAnswerKind.Declined, words, at);
    }

    public void TakeBack(Member by, DateTimeOffset at)
    {
        CheckSpokenForBy(by, VisitSide.Guests);
        CheckWaits();
        Answer = new(VisitAnswerKind.TakenBack, "", at);
    }

    public void CallOff(string words, Member by, DateTimeOffset at)
    {
        CheckLive(by);
        if (Report is not null)
            throw new RuleBrokenException("This visit has taken place, so it cannot be called off.");
        CalledOff ??= new(SideOf(by.Id)!.Value, words, at);
        Raise(new VisitCalledOff(Id));
    }

    public void TakesPlaceAt(Guid gatheringId, Member by)
    {
        CheckLive(by);
        GatheringId = gatheringId;
    }

    public VisitQuestion AskAbout(string words, Member by, DateTimeOffset at)
    {
        CheckSide(by);
        if (!IsLive)
            throw new RuleBrokenException("This visit does not take place, so nothing can be added.");
        if (_questions.Count >= MostQuestions)
            throw new RuleBrokenException("A visit holds 100 questions. Answer some of them first.");
        var question = new VisitQuestion(Id, words, SideOf(by.Id)!.Value, by.Id, at);
        _questions.Add(question);
        return question;
    }

    public void Say(VisitQuestion question, string answer, Member by, DateTimeOffset at)
    {
        CheckSide(by);
        if (!IsLive)
            throw new RuleBrokenException("This visit does not take place, so nothing can be added.");
        question.Answered(answer, by.Id, at);
    }

    /// <summary>What the guests saw, and what they take home. Things that were taken up already stay.</summary>
    /// <param name="begunAt">When the visit begins; null while no day is planned.</param>
    /// <param name="taken">Takeaways of which an adaptation or an idea has come.</param>
    /// <returns>Takeaways that are new.</returns>
    public IReadOnlyList<VisitTakeaway> Tell(string saw, IReadOnlyList<TakenHome> home, IReadOnlySet<Guid> taken, DateTimeOffset? begunAt, Member by, DateTimeOffset at)
    {
        CheckLive(by);
        if (!Guest.HasOnTeam(by.Id))
            throw new RuleBrokenException("The guests write the report of a visit.");
        if (begunAt is not { } begun || begun > at)
            throw new RuleBrokenException("Come back once the visit has begun, and write what you saw.");
        _takeaways.RemoveAll(t => !taken.Contains(t.Id) && !home.Contains(new(t.Words, t.IdeaId)));
        var added = home.Distinct().Where(h => !_takeaways.Exists(t => t.IdeaId == h.IdeaId && t.Words == h.Words)).Take(Math.Max(0, MostTakeaways - _takeaways.Count)).Select(h => new VisitTakeaway(Id, h, at)).ToList();
        _takeaways.AddRange(added);
        if (Report is null)
            Raise(new VisitReported(Id));
        else if (IsShown)
            RaiseShown();
        Report = new(saw, Report?.At ?? at);
        return added;
    }

    /// <summary>Whether the pages of both communities may say that this visit was.</summary>
    public void Show(bool shows, Member by)
    {
        CheckSide(by);
        if (Host.HasOnTeam(by.Id))
            HostsShow = shows;
        if (Guest.HasOnTeam(by.Id))
            GuestsShow = shows;
        RaiseShown();
    }

    /// <summary>Nothing here names this member any longer.</summary>
    public void Forget(Guid memberId, bool wordsToo)
    {
        AppliedById = AppliedById == memberId ? null : AppliedById;
        foreach (var question in _questions)
            question.Forget(memberId, wordsToo);
    }

    void RaiseShown()
    {
        Raise(new CommunityHelpChanged(HostId));
        Raise(new CommunityHelpChanged(GuestId));
    }

    void CheckSide(Member by)
    {
        if (!by.IsActive || SideOf(by.Id) is null)
            throw new RuleBrokenException("Only the two communities of this visit can do this.");
    }

    void CheckLive(Member by)
    {
        CheckSide(by);
        if (!IsAgreed)
            throw new RuleBrokenException("This visit is not agreed, or it was called off.");
    }

    void CheckSpokenForBy(Member by, VisitSide side)
    {
        if (!by.IsActive || !(side == VisitSide.Hosts ? Host : Guest).HasOnTeam(by.Id))
            throw new RuleBrokenException("Only the two communities of this visit can do this.");
    }

    void CheckWaits()
    {
        if (!IsWaiting)
            throw new RuleBrokenException("This application is answered already. Look at the page again.");
    }
}
