using HealthDoers.Domain.Words;

namespace HealthDoers.Domain.Stories;

/// <summary>
/// What a member is writing, exactly as typed: nothing is checked, so nothing is ever lost to a check. It becomes a
/// story, or an edit of one, when it is published.
/// </summary>
public sealed class StoryDraft : Entity
{
    /// <summary>Characters of all fields together.</summary>
    public const int Limit = 250_000;
    public const int MostPerMember = 50;

    StoryDraft() { }

    public StoryDraft(Guid authorId, DateTimeOffset at, Guid? id = null, Guid? storyId = null, int seenVersion = 0)
    {
        Id = id ?? Id;
        AuthorId = authorId;
        StoryId = storyId;
        SeenVersion = seenVersion;
        StartedAt = SavedAt = at;
    }

    public Guid AuthorId { get; private set; }

    /// <summary>The story this is an edit of, or null for a new one.</summary>
    public Guid? StoryId { get; private set; }

    /// <summary>The version of the story that the edit began with.</summary>
    public int SeenVersion { get; private set; }

    /// <summary>Field name to text, as the form sent it.</summary>
    public Dictionary<string, string> Fields { get; private set; } = [];
    public List<StoryPicture> Pictures { get; private set; } = [];

    /// <summary>Content hash of an uploaded video.</summary>
    public string? VideoFile { get; private set; }
    public DateTimeOffset StartedAt { get; private set; }
    public DateTimeOffset SavedAt { get; private set; }

    /// <summary>Counts saves: an older save that arrives late is not written over a newer one.</summary>
    public int Turn { get; private set; }

    /// <summary>Set once it became a story or an edit. The empty draft stays for a while, so that a second press of the button finds it.</summary>
    public DateTimeOffset? PublishedAt { get; private set; }

    /// <summary>Thrown away, which can be undone for a day.</summary>
    public DateTimeOffset? DiscardedAt { get; private set; }

    public string Title => Fields.GetValueOrDefault("Title", "");

    /// <summary>What an edit began with, so that its draft has the same pictures.</summary>
    public void BeginWith(StoryContent content) => (Pictures, VideoFile) = ([.. content.Pictures], content.Video?.File);

    /// <summary>False when another save has come in already: a later one, or one of the same turn from another window.</summary>
    public bool Save(Dictionary<string, string> fields, int turn, DateTimeOffset at)
    {
        if (fields.CameTooLate(turn, Fields, Turn))
            return false;
        Fields = fields;
        Turn = turn;
        SavedAt = at;
        return true;
    }

    /// <exception cref="RuleBrokenException">There are <see cref="StoryPicture.Most"/> already.</exception>
    public void Add(StoryPicture picture, DateTimeOffset at)
    {
        if (Pictures.Any(p => p.File == picture.File))
            return;
        if (Pictures.Count >= StoryPicture.Most)
            throw new RuleBrokenException($"A story takes {StoryPicture.Most} pictures at most. Take one out first.");
        (Pictures, SavedAt) = ([.. Pictures, picture], at);
    }

    /// <summary>The pictures that others put into the story meanwhile, as far as there is room.</summary>
    public void AlsoShow(IEnumerable<StoryPicture> theirs, DateTimeOffset at) =>
        (Pictures, SavedAt) = ([.. Pictures.Concat(theirs).DistinctBy(p => p.File).Take(StoryPicture.Most)], at);

    public void Show(string? videoFile, DateTimeOffset at) => (VideoFile, SavedAt) = (videoFile, at);

    /// <summary>An edit goes on from what others saved meanwhile.</summary>
    public void HasSeen(int version) => SeenVersion = version;

    public void Discard(DateTimeOffset at) => DiscardedAt = at;

    public void BringBack() => DiscardedAt = null;

    /// <summary>Its text lives on in the story alone.</summary>
    public void Became(Guid storyId, DateTimeOffset at)
    {
        StoryId = storyId;
        PublishedAt = at;
        Fields = [];
        Pictures = [];
        VideoFile = null;
    }
}
