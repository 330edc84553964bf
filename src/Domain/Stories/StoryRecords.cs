namespace HealthDoers.Domain.Stories;

/// <param name="ById">Null when a consent ended by itself.</param>
public sealed record Withdrawal(Guid? ById, WithdrawalReason Reason, DateTimeOffset At);

public enum WithdrawalReason
{
    AuthorsWish,
    ConsentEnded,
}

public sealed record Hiding(Guid ById, string Reason, DateTimeOffset At);

/// <summary>On the home page from one moment until another.</summary>
public sealed record Featuring(Guid ById, DateTimeOffset From, DateTimeOffset Until);

/// <summary>What a story said before an edit.</summary>
public sealed class StoryRevision : Entity
{
    StoryRevision() { }

    internal StoryRevision(Guid storyId, int number, StoryContent content, Guid replacedById, DateTimeOffset replacedAt)
    {
        StoryId = storyId;
        Number = number;
        Content = content;
        ReplacedById = replacedById;
        ReplacedAt = replacedAt;
    }

    public Guid StoryId { get; private set; }

    /// <summary>The story's version that this was, from 1.</summary>
    public int Number { get; private set; }
    public StoryContent Content { get; private set; } = new();
    public Guid ReplacedById { get; private set; }
    public DateTimeOffset ReplacedAt { get; private set; }
}

/// <summary>The words of a story in another language than its own.</summary>
public sealed class StoryTranslation
{
    StoryTranslation() { }

    internal StoryTranslation(Guid storyId, string language, StoryWords words)
    {
        StoryId = storyId;
        Language = language;
        Words = words;
        Title = words.Title;
        Summary = words.Summary;
    }

    public Guid StoryId { get; private set; }
    public string Language { get; private set; } = "";
    public string Title { get; private set; } = "";
    public string Summary { get; private set; } = "";
    public StoryWords Words { get; private set; } = new();
}

/// <summary>A person agreed to be named or pictured. Only the author and editors see who.</summary>
public sealed class StoryConsent : Entity
{
    public const int WhoLimit = 120;

    StoryConsent() { }

    internal StoryConsent(Guid storyId, string who, ConsentTo what, DateTimeOffset agreedAt, DateTimeOffset? until, string? picture)
    {
        StoryId = storyId;
        Who = who;
        What = what;
        AgreedAt = agreedAt;
        Until = until;
        Picture = picture;
    }

    public Guid StoryId { get; private set; }
    public string Who { get; private set; } = "";
    public ConsentTo What { get; private set; }
    public DateTimeOffset AgreedAt { get; private set; }

    /// <summary>Null holds until it is taken back.</summary>
    public DateTimeOffset? Until { get; private set; }

    /// <summary>Content hash of the picture it covers, when it is about one.</summary>
    public string? Picture { get; private set; }
    public DateTimeOffset? ActedOnAt { get; private set; }

    /// <summary>Since when the story does not name the person any longer.</summary>
    public DateTimeOffset? TakenOutAt { get; private set; }

    public bool HasEnded(DateTimeOffset now) => Until <= now;

    /// <summary>Whether its end withdraws the whole story: a name, or a person who may be in any picture.</summary>
    public bool Withdraws => What == ConsentTo.BeNamed || Picture is null;

    internal bool StandsInTheWay(DateTimeOffset now) => HasEnded(now) && TakenOutAt is null;

    internal void EndAt(DateTimeOffset at) => Until = at;

    internal void RenewUntil(DateTimeOffset? until) => (Until, ActedOnAt, TakenOutAt) = (until, null, null);

    internal void TookOut(DateTimeOffset at) => TakenOutAt = at;

    internal void ActOn(DateTimeOffset at) => ActedOnAt = at;
}

public enum ConsentTo
{
    BeNamed,
    BePictured,
}

/// <summary>Every address a story ever had leads to it.</summary>
public sealed class StorySlug
{
    StorySlug() { }

    public StorySlug(string slug, Guid storyId) => (Slug, StoryId) = (slug, storyId);

    public string Slug { get; private set; } = "";
    public Guid StoryId { get; private set; }
}

/// <summary>Somebody changed the same thing meanwhile; nothing was overwritten.</summary>
public sealed class StaleEditException(int presentVersion) : Exception("Somebody else changed this meanwhile.")
{
    public int PresentVersion { get; } = presentVersion;
}
