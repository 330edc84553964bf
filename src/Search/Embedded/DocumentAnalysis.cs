using HealthDoers.Search.Language;
using HealthDoers.Search.Ranking;

namespace HealthDoers.Search.Embedded;

/// <summary>A document taken apart into what the index stores.</summary>
sealed class DocumentAnalysis
{
    DocumentAnalysis(SearchDocument document)
    {
        Fields = new IReadOnlyList<string>[FieldWeights.Count];
        Fields[(int)Field.Title] = Read(document, words => words.Title);
        Fields[(int)Field.Summary] = Read(document, words => words.Summary);
        Fields[(int)Field.Body] = Read(document, words => words.Body);
        Fields[(int)Field.Tags] = Read(document.Tags, document.Language);
        Stems = [.. Fields.SelectMany(stems => stems)];
        TitleKey = QuestionReader.TitleKeyOf(Tokenizer.Tokens(document.Title));
        Lengths = new(Fields.Select(stems => stems.Count));
        IsPublic = document.Audience.Contains(Audience.Everyone);
        if (!IsPublic)
            Words.Clear();
    }

    public IReadOnlyList<string>[] Fields { get; }
    public FieldLengths Lengths { get; }
    public bool IsPublic { get; }
    public HashSet<string> Stems { get; }

    /// <summary>Whole words for completing and repairing. None from what is not public: a suggestion must not betray it.</summary>
    public HashSet<string> Words { get; } = [];
    public string TitleKey { get; }

    public static DocumentAnalysis Of(SearchDocument document) => new(document);

    // Each language by its own rules.
    List<string> Read(SearchDocument document, Func<SearchDocument, string> field) =>
        [.. Read(field(document), document.Language), .. document.Translations.SelectMany(other => Read(field(document.In(other.Language)), other.Language))];

    List<string> Read(string text, string language)
    {
        var stems = new List<string>();
        foreach (var token in Tokenizer.Tokens(text))
        {
            stems.Add(Language.Stems.In(language, token.Word));
            Words.Add(token.Word);
        }
        return stems;
    }
}
