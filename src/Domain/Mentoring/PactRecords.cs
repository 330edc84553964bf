using HealthDoers.Domain.Members;
using HealthDoers.Domain.Rooms;

namespace HealthDoers.Domain.Mentoring;

/// <summary>Somebody in a pact, for themselves or for a community.</summary>
public sealed class PactMember
{
    PactMember() { }

    internal PactMember(Guid pactId, Guid memberId, PactRole role, Guid? listingId, DateTimeOffset at) =>
        (PactId, MemberId, Role, ListingId, At) = (pactId, memberId, role, listingId, at);

    public Guid PactId { get; private set; }
    public Guid MemberId { get; private set; }
    public Member Member { get; private set; } = null!;
    public PactRole Role { get; private set; }
    public Guid? ListingId { get; private set; }
    public DateTimeOffset At { get; private set; }
    public DateTimeOffset? LeftAt { get; private set; }

    /// <summary>Lets the pages of both communities say that there was help; counts once everybody in the pact does.</summary>
    public bool Shows { get; private set; }

    internal void Show(bool shows) => Shows = shows;

    internal void Leave(DateTimeOffset at) => LeftAt ??= at;

    internal void ComeBack(DateTimeOffset at)
    {
        if (LeftAt is not null)
            (At, LeftAt) = (at, null);
    }
}

public enum PactRole
{
    Mentor,
    Mentee,
}

/// <summary>Something that does not work, worked through in a topic of the pact's room until it is answered.</summary>
public sealed class PactQuestion : Entity
{
    /// <summary>Short, for it names a topic of the room.</summary>
    public const int WordsLimit = Posting.TopicLimit - 10;
    public const int HelpedLimit = 1_000;

    PactQuestion() { }

    internal PactQuestion(Guid pactId, string words, Guid messageId, Guid byId, DateTimeOffset at) =>
        (PactId, Words, MessageId, ById, At) = (pactId, words, messageId, byId, at);

    public Guid PactId { get; private set; }
    public string Words { get; private set; } = "";

    /// <summary>The message that opened it; its topic is where it is talked through.</summary>
    public Guid MessageId { get; private set; }
    public Guid ById { get; private set; }
    public DateTimeOffset At { get; private set; }

    /// <summary>What helped; may be empty.</summary>
    public string Helped { get; private set; } = "";
    public DateTimeOffset? AnsweredAt { get; private set; }

    /// <summary>Who wrote what helped.</summary>
    public Guid? AnsweredById { get; private set; }

    public void Answer(Pact pact, string helped, Member by, DateTimeOffset at)
    {
        pact.CheckWorkedOnBy(by);
        (Helped, AnsweredAt, AnsweredById) = (helped, at, by.Id);
    }

    public void OpenAgain(Pact pact, Member by)
    {
        pact.CheckWorkedOnBy(by);
        AnsweredAt = null;
    }

    internal void Forget(Guid memberId)
    {
        // Who answered was not always noted; then it goes with who asked.
        if (Helped.Length > 0 && (AnsweredById ?? ById) == memberId)
            Helped = "";
        if (ById == memberId)
            Words = "…";
        if (AnsweredById == memberId)
            AnsweredById = null;
    }
}

/// <summary>A step on the way, with the day by which it is to be reached.</summary>
public sealed class PactGoal : Entity
{
    public const int WordsLimit = 200;

    PactGoal() { }

    internal PactGoal(Guid pactId, string words, DateOnly? due, Guid byId) => (PactId, Words, Due, ById) = (pactId, words, due, byId);

    public Guid PactId { get; private set; }
    public string Words { get; private set; } = "";
    public DateOnly? Due { get; private set; }
    public Guid ById { get; private set; }
    public DateTimeOffset? ReachedAt { get; private set; }

    /// <param name="reached">False takes it up again.</param>
    public void Reach(Pact pact, bool reached, Member by, DateTimeOffset at)
    {
        pact.CheckWorkedOnBy(by);
        ReachedAt = reached ? ReachedAt ?? at : null;
    }

    internal void Forget() => Words = "…";
}

/// <summary>What one of them takes along.</summary>
public sealed class LearningNote : Entity
{
    LearningNote() { }

    internal LearningNote(Guid pactId, LearningWords words, Guid byId, DateTimeOffset at) => (PactId, Words, ById, At) = (pactId, words, byId, at);

    public Guid PactId { get; private set; }
    public LearningWords Words { get; private set; } = new();
    public Guid ById { get; private set; }
    public DateTimeOffset At { get; private set; }

    internal void Write(LearningWords words, DateTimeOffset at) => (Words, At) = (words, at);
}

public sealed record LearningWords
{
    public const int TextLimit = 2_000;

    public string WhatWeDid { get; init; } = "";
    public string WhatChanged { get; init; } = "";
    public string Advice { get; init; } = "";
}
