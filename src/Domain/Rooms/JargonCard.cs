using HealthDoers.Domain.Glossary;
using HealthDoers.Domain.Members;
using HealthDoers.Domain.Words;

namespace HealthDoers.Domain.Rooms;

/// <summary>
/// Somebody asks what a word of a message means. Raised without a name, nothing here tells who it was or when: the
/// member is never stored, the day is all there is of the time, and the id says nothing of the moment.
/// </summary>
public sealed class JargonCard
{
    public const int WordLimit = 60;

    JargonCard() { }

    internal JargonCard(Guid messageId, string word, Guid? termId, Member? by, DateOnly on) =>
        (MessageId, Word, Key, TermId, ById, On) = (messageId, word, AskedTerm.KeyOf(word), termId, by?.Id, on);

    /// <summary>Random: the usual ids begin with the time.</summary>
    public Guid Id { get; private set; } = Guid.NewGuid();
    public Guid MessageId { get; private set; }

    /// <summary>As it stands in the message; empty for the whole message.</summary>
    public string Word { get; private set; } = "";

    /// <summary>The word as <see cref="AskedTerm"/> knows it.</summary>
    public string Key { get; private set; } = "";

    /// <summary>The term of the glossary that explains it; null while none does.</summary>
    public Guid? TermId { get; private set; }
    public GlossaryTerm? Term { get; private set; }

    /// <summary>Only of who wished to be named.</summary>
    public Guid? ById { get; private set; }
    public Member? By { get; private set; }
    public DateOnly On { get; private set; }

    /// <summary>Whether a word stands in a text, as letters: a card can say nothing that its author did not.</summary>
    public static bool StandsIn(string body, string word) => CleanText.Line(body).Contains(word, StringComparison.OrdinalIgnoreCase);

    internal void BeExplainedBy(Guid termId) => TermId = termId;

    internal void BeNobodys() => ById = null;
}
