using HealthDoers.Domain.Stories;
using HealthDoers.Web.Look;
using HealthDoers.Web.Pages.About;
using HealthDoers.Web.Pages.Glossary;

namespace HealthDoers.Web.Pages.Stories;

/// <summary>A story in the words that one reader gets; its page and its preview draw the same parts from it.</summary>
/// <param name="original">As it was written, although there is a translation.</param>
/// <param name="toMember">Whether the reader is signed in.</param>
sealed class StoryTelling(StoryReading story, bool original, bool toMember, PlainWords.Terms terms, TopicList.Topics topics, SolutionWords solutions)
{
    // Shared by every text of the page: a term is explained where it is first used.
    readonly HashSet<string> _explained = [];

    public StoryReading Story => story;
    public StoryContent Content => story.Content;
    public TopicList.Topics Topics => topics;
    public SolutionWords Solutions => solutions;

    public bool HasTranslation => story.Translation is not null;
    public bool IsTranslated { get; } = story.Translation is not null && !original;

    public StoryWords Words => IsTranslated ? story.Translation! : Content.Words;

    /// <summary>The language of <see cref="Words"/>.</summary>
    public string Language => IsTranslated ? PageFrame.Language : Content.Language;

    /// <summary>The same, null where it is that of the page.</summary>
    public string? Other => PageFrame.IfOther(Language);

    /// <summary>Null where this reader may not open it.</summary>
    public string? AuthorPage => story.Author.IsOpenTo(toMember) ? $"/members/{story.Author.Handle}" : null;

    public string Html(string markdown) => terms.Html(markdown, Language, _explained);

    public string LabelOf(int number) =>
        Words.NumberLabels.ElementAtOrDefault(number) is { Length: > 0 } label ? label : Content.Numbers[number].Label;

    public string ReasonOf(StandingStep step) => IsTold(step) ? Words.StandingReason : step.Reason;

    /// <summary>Null where it is that of the page.</summary>
    public string? LanguageOfReason(StandingStep step) => PageFrame.IfOther(IsTold(step) ? Language : Content.Language);

    bool IsTold(StandingStep step) => Words.StandingReason.Length > 0 && step == story.Steps[^1];
}
