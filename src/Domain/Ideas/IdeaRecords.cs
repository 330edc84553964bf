using HealthDoers.Domain.Stories;

namespace HealthDoers.Domain.Ideas;

/// <summary>One dated step of an idea's standing: somebody claims it with a reason, an editor confirms it.</summary>
public sealed class IdeaStep : Entity
{
    public const int ReferencesLimit = 2_000;

    IdeaStep() { }

    internal IdeaStep(Guid ideaId, EvidenceStanding standing, string reason, string references, Guid claimedById, DateTimeOffset claimedAt)
    {
        IdeaId = ideaId;
        Standing = standing;
        Reason = reason;
        References = references;
        ClaimedById = claimedById;
        ClaimedAt = claimedAt;
    }

    public Guid IdeaId { get; private set; }
    public EvidenceStanding Standing { get; private set; }
    public string Reason { get; private set; } = "";

    /// <summary>Where the evidence can be read, one a line.</summary>
    public string References { get; private set; } = "";
    public Guid ClaimedById { get; private set; }
    public DateTimeOffset ClaimedAt { get; private set; }
    public Guid? ConfirmedById { get; private set; }
    public DateTimeOffset? ConfirmedAt { get; private set; }
    public bool IsConfirmed => ConfirmedAt is not null;

    internal void ConfirmBy(Guid editorId, DateTimeOffset at) => (ConfirmedById, ConfirmedAt) = (editorId, at);
}

/// <summary>What an idea said before an edit.</summary>
public sealed class IdeaRevision : Entity
{
    IdeaRevision() { }

    internal IdeaRevision(Guid ideaId, int number, IdeaContent content, Guid replacedById, DateTimeOffset replacedAt)
    {
        IdeaId = ideaId;
        Number = number;
        Content = content;
        ReplacedById = replacedById;
        ReplacedAt = replacedAt;
    }

    public Guid IdeaId { get; private set; }

    /// <summary>The idea's version that this was, from 1.</summary>
    public int Number { get; private set; }
    public IdeaContent Content { get; private set; } = new();
    public Guid ReplacedById { get; private set; }
    public DateTimeOffset ReplacedAt { get; private set; }
}

/// <summary>The words of an idea in another language than its own.</summary>
public sealed class IdeaTranslation
{
    IdeaTranslation() { }

    internal IdeaTranslation(Guid ideaId, string language, IdeaWords words)
    {
        IdeaId = ideaId;
        Language = language;
        Words = words;
        Title = words.Title;
        Summary = words.Summary;
    }

    public Guid IdeaId { get; private set; }
    public string Language { get; private set; } = "";
    public string Title { get; private set; } = "";
    public string Summary { get; private set; } = "";
    public IdeaWords Words { get; private set; } = new();
}

/// <summary>Every address an idea ever had leads to it, or to the idea it was merged into.</summary>
public sealed class IdeaSlug
{
    IdeaSlug() { }

    public IdeaSlug(string slug, Guid ideaId) => (Slug, IdeaId) = (slug, ideaId);

    public string Slug { get; private set; } = "";
    public Guid IdeaId { get; private set; }

    public void LeadTo(Guid ideaId) => IdeaId = ideaId;
}

/// <summary>A story that shows the idea at work.</summary>
public sealed class IdeaStory
{
    IdeaStory() { }

    internal IdeaStory(Guid ideaId, Guid storyId) => (IdeaId, StoryId) = (ideaId, storyId);

    public Guid IdeaId { get; private set; }
    public Guid StoryId { get; private set; }
}

/// <summary>Not recommended any longer: it harms, or something better is known. What was learned stays to be read.</summary>
public sealed record Retirement(Guid ById, string Reason, DateTimeOffset At);

/// <summary>It said the same as another idea, whose page its address leads to.</summary>
public sealed record Merging(Guid IntoId, Guid ById, DateTimeOffset At);

/// <summary>An idea that a member wants to try. Only they see it.</summary>
public sealed class IdeaToTry
{
    public const int NoteLimit = 500;

    IdeaToTry() { }

    public IdeaToTry(Guid memberId, Guid ideaId, DateTimeOffset at) => (MemberId, IdeaId, At) = (memberId, ideaId, at);

    public Guid MemberId { get; private set; }
    public Guid IdeaId { get; private set; }
    public string Note { get; private set; } = "";
    public DateTimeOffset At { get; private set; }

    public void Remember(string note) => Note = note;
}
