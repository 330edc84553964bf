using HealthDoers.Domain.Words;

namespace HealthDoers.Domain.Ideas;

/// <summary>
/// What a member writes about an idea, exactly as typed: nothing is checked, so nothing is lost to a check. It goes once the idea, or the
/// edit, is public.
/// </summary>
public sealed class IdeaDraft : Entity
{
    /// <summary>Characters of all fields together.</summary>
    public const int Limit = 250_000;
    public const int MostPerMember = 50;

    IdeaDraft() { }

    public IdeaDraft(Guid id, Guid authorId, Guid? ideaId, int seenVersion, DateTimeOffset at) =>
        (Id, AuthorId, IdeaId, SeenVersion, SavedAt) = (id, authorId, ideaId, seenVersion, at);

    public Guid AuthorId { get; private set; }

    /// <summary>The idea that this is an edit of; null for a new one, which will take the draft's id.</summary>
    public Guid? IdeaId { get; private set; }

    /// <summary>The version of the idea that the edit began with.</summary>
    public int SeenVersion { get; private set; }

    /// <summary>Field name to text, as the form sent it.</summary>
    public Dictionary<string, string> Fields { get; private set; } = [];

    /// <summary>Counts saves: an older one that arrives late is not written over a newer one.</summary>
    public int Turn { get; private set; }
    public DateTimeOffset SavedAt { get; private set; }

    /// <summary>Thrown away, which can be undone for a day.</summary>
    public DateTimeOffset? DiscardedAt { get; private set; }

    public string Title => Fields.GetValueOrDefault("Title", "");

    /// <summary>False when another save has come in already: a later one, or one of the same turn from another window.</summary>
    public bool Save(Dictionary<string, string> fields, int turn, DateTimeOffset at)
    {
        if (fields.CameTooLate(turn, Fields, Turn))
            return false;
        (Fields, Turn, SavedAt) = (fields, turn, at);
        return true;
    }

    public void Discard(DateTimeOffset at) => DiscardedAt = at;

    public void BringBack() => DiscardedAt = null;
}
