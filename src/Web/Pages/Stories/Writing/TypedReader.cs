using System.Globalization;
using HealthDoers.Domain.Stories;
using HealthDoers.Domain.Topics;
using HealthDoers.Domain.Words;

namespace HealthDoers.Web.Pages.Stories.Writing;

/// <param name="Field">A property of the form, or <c>Descriptions[hash]</c>.</param>
/// <param name="Says">A key of the texts of the form.</param>
sealed record TypedFault(string Field, string Says, params object[] With);

/// <summary>What a form's reader does to everything that is typed: cleans, cuts into lists, judges, and names what is wrong.</summary>
abstract class TypedReader
{
    const int TagLimit = 60;

    readonly List<TypedFault> _faults = [];

    protected IReadOnlyList<TypedFault> Faults => _faults;

    protected void Begin() => _faults.Clear();

    protected string ReadLanguage(string? typed, string otherwise)
    {
        var language = typed?.Trim() ?? "";
        if (language.Length == 0)
            return otherwise;
        if (StoryLanguages.Knows(language))
            return language;
        Refuse(nameof(StoryForm.Language), "LanguageUnknown");
        return "en";
    }

    protected static StoryPlace? ReadPlace(string name, StoryPlace? before)
    {
        if (name.Length == 0)
            return null;
        return before is not null && before.Name == name ? before : new(name, Slug.From(name, "place"));
    }

    /// <summary>Topics by slug or name; anything else is a free tag.</summary>
    protected (List<string> Topics, List<string> Tags) ReadTopics(IEnumerable<string> ticked, string? more, IReadOnlyCollection<Topic> topics, int most)
    {
        var (known, tags) = (new List<string>(), new List<string>());
        foreach (var typed in ticked.Append(more).OfType<string>().SelectMany(t => t.Split([',', ';', '\n', '|'])).Select(CleanText.Line).Where(t => t.Length > 0))
        {
            if (TopicOf(typed, topics) is { } topic)
                known.Add(topic.Slug);
            else
                tags.Add(typed.ToLower(CultureInfo.InvariantCulture));
        }
        if (known.Distinct().Count() > most)
            Refuse(nameof(StoryForm.Topics), "TooMany", most);
        if (tags.Distinct().Count() > most)
            Refuse(nameof(StoryForm.MoreTopics), "TooMany", most);
        if (tags.Any(t => t.Length > TagLimit))
            Refuse(nameof(StoryForm.MoreTopics), "LineTooLong", TagLimit);
        return ([.. known.Distinct()], [.. tags.Distinct()]);
    }

    protected string Line(string? typed, string field, int limit) => Within(CleanText.Line(typed), field, limit);

    protected string Text(string? typed, string field, int limit) => Within(CleanText.Lines(typed), field, limit);

    protected void Refuse(string field, string says, params object[] with) => _faults.Add(new(field, says, with));

    // Enum.Parse would take numbers and lists of names, too.
    protected static T? Named<T>(string typed) where T : struct, Enum =>
        Enum.GetNames<T>().FirstOrDefault(n => n.Equals(typed.Trim(), StringComparison.OrdinalIgnoreCase)) is { } name ? Enum.Parse<T>(name) : null;

    static Topic? TopicOf(string typed, IReadOnlyCollection<Topic> topics) => topics.FirstOrDefault(t =>
        t.Slug.Equals(typed, StringComparison.OrdinalIgnoreCase) || t.Words.Values.Any(w => w.Name.Equals(typed, StringComparison.OrdinalIgnoreCase)));

    string Within(string text, string field, int limit)
    {
        if (text.Length > limit)
            Refuse(field, "TooLong", limit.ToString("N0", CultureInfo.CurrentCulture), (text.Length - limit).ToString("N0", CultureInfo.CurrentCulture));
        return text;
    }
}
