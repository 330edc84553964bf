namespace HealthDoers.Web.Words;

/// <summary>A glossary term as tips need it.</summary>
/// <param name="Meaning">Plain words, one or two sentences, no markup.</param>
/// <param name="Language">Two letters: <c>en</c>, <c>es</c>.</param>
public sealed record TipTerm(string Slug, string Term, IReadOnlyList<string> Aliases, string Meaning, string Language);
