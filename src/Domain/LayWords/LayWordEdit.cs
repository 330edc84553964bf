namespace HealthDoers.Domain.LayWords;

/// <summary>
/// Somebody said what an everyday word is called elsewhere, or corrected it. Edits are only added, so that the history stays;
/// of one phrase the last edit holds.
/// </summary>
public sealed class LayWordEdit : Entity
{
    public const int PhraseLimit = 60;
    public const int MeansLimit = 300;
    public const int MostADay = 30;

    LayWordEdit() { }

    /// <param name="means">Other words for it, parted by commas; empty takes the phrase away.</param>
    /// <exception cref="RuleBrokenException">An editor settled this phrase, and this member is none.</exception>
    public LayWordEdit(string phrase, string means, Guid byId, bool byEditor, LayWordEdit? before, DateTimeOffset at)
    {
        if (before is { ByEditor: true } && !byEditor)
            throw new RuleBrokenException("An editor settled these words. Write to the editors if they should change.");
        Phrase = phrase;
        Means = means;
        ById = byId;
        ByEditor = byEditor;
        At = at;
        Raise(new LayWordsChanged(Id));
    }

    public string Phrase { get; private set; } = "";
    public string Means { get; private set; } = "";
    public Guid? ById { get; private set; }
    public bool ByEditor { get; private set; }
    public DateTimeOffset At { get; private set; }
}

public sealed record LayWordsChanged(Guid SubjectId) : DomainEvent(SubjectId);
