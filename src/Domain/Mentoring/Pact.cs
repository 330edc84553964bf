using HealthDoers.Domain.Members;
using HealthDoers.Domain.Stories;
using HealthDoers.Domain.Visits;

namespace HealthDoers.Domain.Mentoring;

/// <summary>People who help each other for a while, with a goal, a rhythm and an end, and a private room to talk in.</summary>
public sealed class Pact : Entity
{
    public const int NotesLimit = 20_000;
    public const int MostQuestions = 200;
    public const int MostGoals = 50;

    readonly List<PactMember> _members = [];
    readonly List<PactQuestion> _questions = [];
    readonly List<PactGoal> _goals = [];
    readonly List<LearningNote> _learnings = [];

    Pact() { }

    public Pact(MentoringWish offer, Guid roomId, PactPlan plan, DateTimeOffset at)
    {
        OfferId = offer.Id;
        RoomId = roomId;
        Form = offer.Form;
        Plan = plan;
        MadeAt = at;
        _members.Add(new(Id, offer.MemberId, PactRole.Mentor, offer.ListingId, at));
    }

    public Guid RoomId { get; private set; }

    /// <summary>The offer it came from.</summary>
    public Guid? OfferId { get; private set; }
    public MentoringForm Form { get; private set; }
    public PactPlan Plan { get; private set; } = new();

    /// <summary>What its people write together, in Markdown.</summary>
    public string Notes { get; private set; } = "";

    /// <summary>Grows with every change of the notes; whoever writes on from an older one is shown both.</summary>
    public int NotesVersion { get; private set; }
    public DateTimeOffset MadeAt { get; private set; }
    public PactEnding? Ending { get; private set; }

    public IReadOnlyList<PactMember> Members => _members;
    public IReadOnlyList<PactQuestion> Questions => _questions;
    public IReadOnlyList<PactGoal> Goals => _goals;
    public IReadOnlyList<LearningNote> Learnings => _learnings;

    public bool IsOpen => Ending is null;

    public PactMember? RoleOf(Guid memberId) => _members.Find(m => m.MemberId == memberId && m.LeftAt is null);

    /// <summary>The one who asked comes in: as the second of two, or as one more of a group.</summary>
    /// <param name="toldId">Who is to hear of it, because the other one said yes.</param>
    public void Join(MentoringWish ask, Guid toldId, DateTimeOffset at)
    {
        CheckIsOpen();
        if (RoleOf(ask.MemberId) is not null)
            throw new RuleBrokenException("You are in this pact already.");
        _members.Add(new(Id, ask.MemberId, PactRole.Mentee, ask.ListingId, at));
        Raise(new PactJoined(Id, toldId));
    }

    /// <summary>Somebody of each side speaks for a community, so it is between communities and their teams may come in.</summary>
    public bool IsBetweenCommunities => Speaks(PactRole.Mentor) && Speaks(PactRole.Mentee);

    /// <summary>A teammate of a community that is in it comes in, on the side of that community.</summary>
    /// <param name="listingId">A community on whose team they are.</param>
    public void LetIn(Member teammate, Guid listingId, DateTimeOffset at)
    {
        CheckIsOpen();
        if (!teammate.IsActive || !IsBetweenCommunities || _members.Find(m => m.ListingId == listingId && m.LeftAt is null) is not { } there)
            throw new RuleBrokenException("This pact is not one of your community.");
        if (_members.Find(m => m.MemberId == teammate.Id) is { } before)
            before.ComeBack(at);
        else
            _members.Add(new(Id, teammate.Id, there.Role, listingId, at));
    }

    /// <summary>Whether the pages of both communities may say that there was help. Everybody in the pact must say so.</summary>
    public void Show(bool shows, Member by)
    {
        CheckIsOf(by);
        RoleOf(by.Id)!.Show(shows);
        foreach (var community in _members.Select(m => m.ListingId).OfType<Guid>().Distinct())
            Raise(new CommunityHelpChanged(community));
    }

    public void Change(PactPlan plan, Member by, DateTimeOffset at)
    {
        CheckWorkedOnBy(by);
        plan.Check(DateOnly.FromDateTime(at.UtcDateTime));
        Plan = plan;
    }

    /// <exception cref="StaleEditException">Somebody else wrote meanwhile.</exception>
    public void WriteNotes(string notes, int seenVersion, Member by)
    {
        CheckWorkedOnBy(by);
        if (notes == Notes)
            return;
        if (seenVersion != NotesVersion)
            throw new StaleEditException(NotesVersion);
        (Notes, NotesVersion) = (notes, NotesVersion + 1);
    }

    /// <summary>The topic of the room in which a problem is talked through: the question itself, numbered when it comes again.</summary>
    public string TopicOf(string question)
    {
        var before = _questions.Count(q => q.Words == question);
        return before == 0 ? question : $"{question} ({before + 1})";
    }

    /// <summary>A problem to work through.</summary>
    /// <param name="messageId">What was said in the room to open it.</param>
    public PactQuestion Ask(string words, Guid messageId, Member by, DateTimeOffset at)
    {
        CheckWorkedOnBy(by);
        if (_questions.Count >= MostQuestions)
            throw new RuleBrokenException("A pact holds 200 questions. Go on in the room.");
        var question = new PactQuestion(Id, words, messageId, by.Id, at);
        _questions.Add(question);
        Raise(new PactQuestionAsked(Id, question.Id));
        return question;
    }

    public PactGoal Aim(string words, DateOnly? due, Member by)
    {
        CheckWorkedOnBy(by);
        if (_goals.Count >= MostGoals)
            throw new RuleBrokenException("A pact holds 50 goals. Finish some first.");
        var goal = new PactGoal(Id, words, due, by.Id);
        _goals.Add(goal);
        return goal;
    }

    /// <summary>Says what was learned. Each has one note and may write it again.</summary>
    public LearningNote Learn(LearningWords words, Member by, DateTimeOffset at)
    {
        CheckIsOf(by);
        if (_learnings.Find(l => l.ById == by.Id) is { } note)
            note.Write(words, at);
        else
            _learnings.Add(note = new(Id, words, by.Id, at));
        return note;
    }

    public void EndBy(Member by, DateTimeOffset at)
    {
        CheckIsOf(by);
        if (Ending is not null)
            return;
        Ending = new(by.Id, at);
        Raise(new PactEnded(Id));
    }

    /// <summary>It was too early to stop, and goes on.</summary>
    public void GoOn(Member by, DateTimeOffset at)
    {
        CheckIsOf(by);
        if (Ending is null)
            return;
        if (_members.Count(m => m.LeftAt is null) < 2)
            throw new RuleBrokenException("Nobody else is in this pact any more. Look for somebody new.");
        if (Plan.EndsOn <= DateOnly.FromDateTime(at.UtcDateTime))
            Plan = Plan with { EndsOn = DateOnly.FromDateTime(at.UtcDateTime).AddMonths(1) };
        Ending = null;
    }

    /// <summary>Somebody was erased: their words go, and a pact of one ends.</summary>
    public void Forget(Guid memberId, DateTimeOffset at)
    {
        foreach (var member in _members.Where(m => m.MemberId == memberId))
            member.Leave(at);
        _learnings.RemoveAll(l => l.ById == memberId);
        foreach (var question in _questions)
            question.Forget(memberId);
        foreach (var goal in _goals.Where(g => g.ById == memberId))
            goal.Forget();
        if (Ending is null && _members.Count(m => m.LeftAt is null) < 2)
        {
            Ending = new(null, at);
            Raise(new PactEnded(Id));
        }
    }

    bool Speaks(PactRole role) => _members.Exists(m => m.Role == role && m.LeftAt is null && m.ListingId is not null);

    internal void CheckWorkedOnBy(Member by)
    {
        CheckIsOf(by);
        CheckIsOpen();
    }

    void CheckIsOf(Member by)
    {
        if (!by.IsActive || RoleOf(by.Id) is null)
            throw new RuleBrokenException("Only the people of this pact can do this.");
    }

    void CheckIsOpen()
    {
        if (Ending is not null)
            throw new RuleBrokenException("This pact has ended. Take it up again first.");
    }
}

/// <param name="ById">Null: whoever was left over.</param>
public sealed record PactEnding(Guid? ById, DateTimeOffset At);
