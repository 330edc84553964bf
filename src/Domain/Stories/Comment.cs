using HealthDoers.Domain.Members;

namespace HealthDoers.Domain.Stories;

/// <summary>What somebody says under a story. One that was taken away stays as an empty place, so answers keep their sense.</summary>
public sealed class Comment : Entity
{
    public const int BodyLimit = 5_000;

    Comment() { }

    public Comment(Story story, Member author, string body, Comment? answering, DateTimeOffset at)
    {
        if (!author.IsActive)
            throw new RuleBrokenException("Your account is suspended, so you cannot comment for now.");
        if (!story.IsPublic)
            throw new RuleBrokenException("This story is not public now, so it takes no new comments.");
        if (answering is not null && answering.StoryId != story.Id)
            throw new RuleBrokenException("That comment stands under another story.");
        StoryId = story.Id;
        AuthorId = author.Id;
        Author = author;
        Body = body;
        AnsweringId = answering?.Id;
        At = at;
        Raise(new CommentAdded(story.Id, Id));
    }

    public Guid StoryId { get; private set; }
    public Guid AuthorId { get; private set; }
    public Member Author { get; private set; } = null!;

    /// <summary>Markdown; empty once removed.</summary>
    public string Body { get; private set; } = "";

    /// <summary>The comment it quotes and answers, or null.</summary>
    public Guid? AnsweringId { get; private set; }
    public DateTimeOffset At { get; private set; }
    public DateTimeOffset? EditedAt { get; private set; }
    public Removal? Removal { get; private set; }

    public bool CanBeEditedBy(Member member) => Removal is null && member.IsActive && member.Id == AuthorId;

    public bool CanBeRemovedBy(Member member) => Removal is null && member.IsActive && (member.Id == AuthorId || member.IsEditor);

    public void Edit(string body, Member by, DateTimeOffset at)
    {
        if (!CanBeEditedBy(by))
            throw new RuleBrokenException("Only its author can change this comment.");
        Body = body;
        EditedAt = at;
        Raise(new CommentChanged(StoryId, Id));
    }

    /// <param name="reason">Required when somebody else than the author removes it.</param>
    public void Remove(Member by, string reason, DateTimeOffset at)
    {
        if (!CanBeRemovedBy(by))
            throw new RuleBrokenException("Only its author or an editor can remove this comment.");
        if (by.Id != AuthorId && reason.Length == 0)
            throw new RuleBrokenException("Say why this comment goes. Its author will read it.");
        TakeAway(by.Id, reason, at);
    }

    /// <summary>Its author left and was erased.</summary>
    public void Erase(DateTimeOffset at) => TakeAway(AuthorId, "", at);

    void TakeAway(Guid byId, string reason, DateTimeOffset at)
    {
        Body = "";
        Removal = new(byId, reason, at);
        Raise(new CommentChanged(StoryId, Id));
    }
}

/// <param name="Reason">Empty when the author took it back.</param>
public sealed record Removal(Guid ById, string Reason, DateTimeOffset At);

/// <param name="SubjectId">The story.</param>
public sealed record CommentAdded(Guid SubjectId, Guid CommentId) : DomainEvent(SubjectId);

/// <param name="SubjectId">The story.</param>
public sealed record CommentChanged(Guid SubjectId, Guid CommentId) : DomainEvent(SubjectId);
