using System.Globalization;
using HealthDoers.Domain.Stories;

namespace HealthDoers.Domain.Notifications;

/// <summary>"Tell me only if …": what news of a followed thing has to be. All that is said has to hold.</summary>
public sealed record OnlyIf
{
    public const int WordLimit = 60;

    /// <summary>The slug of a topic.</summary>
    public string? Topic { get; init; }

    /// <summary>A hub it belongs to, by its topic or its place.</summary>
    public Guid? Hub { get; init; }
    public EvidenceStanding? AtLeast { get; init; }

    /// <summary>The language it is written in, as "en".</summary>
    public string? Language { get; init; }

    /// <summary>A word or its beginning; case and accents do not matter.</summary>
    public string? Word { get; init; }

    public bool SaysNothing => this == new OnlyIf();

    public bool IsMetBy(NewsFacts news) =>
        (Topic is null || news.Topics.Contains(Topic))
        && (Hub is null || news.Hubs.Contains(Hub.Value))
        && (AtLeast is null || news.Standing >= AtLeast)
        && (Language is null || news.Language == Language)
        && (Word is null || HoldsWord(news.Words, Word));

    static bool HoldsWord(string words, string sought)
    {
        for (var from = 0; from < words.Length; from++)
        {
            from = CultureInfo.InvariantCulture.CompareInfo.IndexOf(words, sought, from, CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace);
            if (from < 0)
                return false;
            if (from == 0 || !char.IsLetterOrDigit(words[from - 1]))
                return true;
        }
        return false;
    }
}

/// <summary>What of a story, an idea or a gathering can be asked for.</summary>
/// <param name="Topics">Slugs.</param>
/// <param name="Standing">Null where there is none, as of a gathering.</param>
public sealed record NewsFacts(IReadOnlyCollection<string> Topics, IReadOnlyCollection<Guid> Hubs, EvidenceStanding? Standing, string Language, string Words);
