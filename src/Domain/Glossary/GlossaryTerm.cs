namespace HealthDoers.Domain.Glossary;

/// <summary>A hard word and its plain meaning.</summary>
public sealed class GlossaryTerm : Entity
{
    GlossaryTerm() { }

    public GlossaryTerm(string slug, Dictionary<string, TermWords> words, string source, int? sourceYear, DateTimeOffset at)
    {
        Slug = slug;
        Words = words;
        Source = source;
        SourceYear = sourceYear;
        ChangedAt = at;
        Raise(new TermChanged(Id));
    }

    public string Slug { get; private set; } = "";

    /// <summary>By language; "en" is always there.</summary>
    public Dictionary<string, TermWords> Words { get; private set; } = [];
    public string Source { get; private set; } = "";
    public int? SourceYear { get; private set; }
    public DateTimeOffset ChangedAt { get; private set; }

    /// <summary>Whether this is one of its names, in any language.</summary>
    public bool IsCalled(string word) => Words.Values.Any(w => w.Also.Prepend(w.Term).Contains(word, StringComparer.OrdinalIgnoreCase));

    /// <summary>People say this for it too.</summary>
    public void AlsoCalled(string language, string word, DateTimeOffset at)
    {
        if (IsCalled(word))
            return;
        var words = In(language);
        Words = new(Words) { [Words.ContainsKey(language) ? language : "en"] = words with { Also = [.. words.Also, word] } };
        ChangedAt = at;
        Raise(new TermChanged(Id));
    }

    public TermWords In(string language) => Words.GetValueOrDefault(language) ?? Words["en"];
}

/// <param name="Also">Other forms that mean the same in running text: plurals, abbreviations.</param>
/// <param name="Plain">One short sentence.</param>
public sealed record TermWords(string Term, List<string> Also, string Plain, string More);

public sealed record TermChanged(Guid SubjectId) : DomainEvent(SubjectId);
