using HealthDoers.Domain.Members;
using HealthDoers.Domain.Words;

namespace HealthDoers.Domain.Glossary;

/// <summary>
/// A word that the glossary does not know and that was asked for: the word alone, without the room or the message it
/// stood in and without who asked.
/// </summary>
public sealed class AskedTerm
{
    AskedTerm() { }

    public AskedTerm(string word, DateOnly on) => (Key, Word, Times, LastAsked) = (KeyOf(word), word, 1, on);

    /// <summary>The same for every spelling that differs in case or blanks only.</summary>
    public string Key { get; private set; } = "";
    public string Word { get; private set; } = "";
    public int Times { get; private set; }

    /// <summary>To the day, so that no moment can be matched with anybody's visit.</summary>
    public DateOnly LastAsked { get; private set; }
    public AskedAnswer? Answer { get; private set; }

    public static string KeyOf(string word) => CleanText.Line(word).ToLowerInvariant();

    public void AnswerBy(Member editor, Guid? termId, DateTimeOffset at)
    {
        if (!editor.IsEditor)
            throw new RuleBrokenException("Only an editor can answer a word.");
        if (Answer is not null)
            throw new RuleBrokenException("Somebody answered this word already.");
        Answer = new(termId, editor.Id, at);
    }
}

/// <param name="TermId">The term that explains it; null when it needs no explaining.</param>
public sealed record AskedAnswer(Guid? TermId, Guid ById, DateTimeOffset At);
