using HealthDoers.Domain.Members;

namespace HealthDoers.Domain.Stories;

/// <summary>A reaction that does something: an intent with a note, which the author sees together with its next step.</summary>
public sealed class StoryResponse : Entity
{
    public const int NoteLimit = 1_000;

    StoryResponse() { }

    public StoryResponse(Story story, Member member, ResponseKind kind, string note, DateTimeOffset at)
    {
        if (!member.IsActive)
            throw new RuleBrokenException("Your account is suspended, so you cannot respond for now.");
        if (!story.IsPublic)
            throw new RuleBrokenException("This story is not public now, so it takes no responses.");
        if (story.AuthorId == member.Id)
            throw new RuleBrokenException("This is your own story. Responses are for what others did with it.");
        StoryId = story.Id;
        MemberId = member.Id;
        Member = member;
        Kind = kind;
        Note = note;
        At = at;
        Raise(new StoryAnswered(story.Id, Id));
    }

    public Guid StoryId { get; private set; }
    public Guid MemberId { get; private set; }
    public Member Member { get; private set; } = null!;
    public ResponseKind Kind { get; private set; }
    public string Note { get; private set; } = "";
    public DateTimeOffset At { get; private set; }

    public void Reword(string note) => Note = note;

    public void TakeBack() => Raise(new StoryResponseTakenBack(StoryId));
}

public enum ResponseKind
{
    /// <summary>They tried it. Next step: tell what happened.</summary>
    WeTriedThis,

    /// <summary>They live the same. Next step: meet the author in the room.</summary>
    ThisIsUsToo,

    /// <summary>They offer a hand. Next step: the author answers.</summary>
    ICanHelp,
}

/// <param name="SubjectId">The story.</param>
public sealed record StoryAnswered(Guid SubjectId, Guid ResponseId) : DomainEvent(SubjectId);

/// <param name="SubjectId">The story.</param>
public sealed record StoryResponseTakenBack(Guid SubjectId) : DomainEvent(SubjectId);
