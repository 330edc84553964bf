using HealthDoers.Domain.Members;
using HealthDoers.Domain.Stories;
using HealthDoers.Web.Look;
using HealthDoers.Web.Pages.Stories.Conversation;

namespace HealthDoers.Web.Pages.Stories;

/// <summary>All of a story that its page shows to everyone.</summary>
sealed record StoryReading
{
    public required Guid Id { get; init; }
    public required string Slug { get; init; }
    public required StoryContent Content { get; init; }
    public required EvidenceStanding Standing { get; init; }
    public required DateTimeOffset PublishedAt { get; init; }
    public required DateTimeOffset ChangedAt { get; init; }
    public required bool IsPublic { get; init; }

    /// <summary>Why an editor took it out of sight, for its author and editors; null while it is in sight.</summary>
    public string? HiddenBecause { get; init; }
    public required StoryAuthor Author { get; init; }
    public required StoryWords? Translation { get; init; }
    public required List<StandingStep> Steps { get; init; }

    /// <summary>The profile whose story it is.</summary>
    public StoryOwner? Listing { get; init; }
    public Talk Talk { get; init; } = Talk.None;
    public Fragments Fragments { get; } = new();

    public bool IsRetold => Content.Source is not null;
    public int? Seedlings => Content.Seedlings();
}

/// <param name="IsHere">False for one who left or is suspended.</param>
sealed record StoryAuthor(Guid Id, string Handle, string Name, Audience SeenBy, bool IsHere)
{
    public static StoryAuthor Of(Member author) => new(author.Id, author.Handle, author.Name, author.Profile.SeenBy, author.IsActive);

    /// <summary>Whether the story says who wrote it: not for one who left, nor for one whom nobody is to see.</summary>
    public bool IsNamed => Name.Length > 0 && SeenBy != Audience.Nobody;

    public bool IsOpenTo(bool member) => IsNamed && IsHere && (member || SeenBy == Audience.Everyone);
}

sealed record StoryOwner(string Name, string Url);
