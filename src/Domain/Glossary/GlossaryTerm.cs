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

    public TermWords In(string language) => Words.GetValueOrDefault(language) ?? Words["en"];
}

/// <param name="Also">Other forms that mean the same in running text: plurals, abbreviations.</param>
/// <param name="Plain">One short sentence.</param>
public sealed record TermWords(string Term, List<string> Also, string Plain, string More);

public sealed record TermChanged(Guid SubjectId) : DomainEvent(SubjectId);
