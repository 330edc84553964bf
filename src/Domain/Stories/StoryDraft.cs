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
    public DateTimeOffset StartedAt { get; private set; }
    public DateTimeOffset SavedAt { get; private set; }

    /// <summary>Counts saves: an older save that arrives late is not written over a newer one.</summary>
    public int Turn { get; private set; }

    public string Title => Fields.GetValueOrDefault("Title", "");

    /// <summary>False when a later save has come in already.</summary>
    public bool Save(Dictionary<string, string> fields, int turn, DateTimeOffset at)
    {
        if (turn < Turn)
            return false;
        Fields = fields;
        Turn = turn;
        SavedAt = at;
        return true;
    }

    public void Picture(List<StoryPicture> pictures, DateTimeOffset at) => (Pictures, SavedAt) = (pictures, at);
}
