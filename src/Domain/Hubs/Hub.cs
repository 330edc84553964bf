
namespace HealthDoers.Domain.Hubs;

/// <summary>Where people who care about one topic, or live in one region, find each other and look after it together.</summary>
public sealed class Hub : Entity
{
    public const int NameLimit = 120;
    public const int PurposeLimit = 1_000;
    public const int PriorityLimit = 200;
    public const int MostPriorities = 8;

    Hub() { }

    public Hub(HubKind kind, string slug, Dictionary<string, HubWords> words, HubScope scope, DateTimeOffset at, int? sourceYear = null)
    {
        Kind = kind;
        Slug = slug;
        Words = words;
        FoundedAt = at;
        SourceYear = sourceYear;
        Cover(scope);
        Raise(new HubFounded(Id));
    }

    public HubKind Kind { get; private set; }
    public string Slug { get; private set; } = "";

    /// <summary>By language; a hub founded here has at least the one its founders wrote in.</summary>
    public Dictionary<string, HubWords> Words { get; private set; } = [];

    /// <summary>The topics and places whose stories are the hub's without anybody sharing them.</summary>
    public HubScope Scope { get; private set; } = new([], []);

    /// <summary>The topic that a topical hub stewards: the first of its scope.</summary>
    public string? TopicSlug { get; private set; }

    /// <summary>The wider hub that it is part of, and that hears appeals against its decisions.</summary>
    public Guid? ParentId { get; private set; }
    public DateTimeOffset FoundedAt { get; private set; }

    /// <summary>The year of the published list that names it, for a hub of the starter content.</summary>
    public int? SourceYear { get; private set; }

    /// <summary>Grows with every edit of its words or rules; whoever edits an older one is shown both.</summary>
    public int Version { get; private set; } = 1;

    public HubWords In(string language) =>
        Words.GetValueOrDefault(language) ?? Words.GetValueOrDefault("en") ?? Words.Values.First();

    public string LanguageFor(string language) =>
        Words.ContainsKey(language) ? language : Words.ContainsKey("en") ? "en" : Words.Keys.First();

    void Cover(HubScope scope) => (Scope, TopicSlug) = (scope, scope.Topics.FirstOrDefault());
}

/// <param name="Priorities">What it works on first, a sentence each.</param>
public sealed record HubWords(string Name, string Purpose, List<string> Priorities);

public enum HubKind
{
    Topical,
    Geographic,
}
