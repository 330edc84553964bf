using HealthDoers.Domain.Members;
using HealthDoers.Domain.Stories;

namespace HealthDoers.Domain.Hubs;

/// <summary>Where people who care about one topic, or live in one region, find each other and look after it together.</summary>
public sealed partial class Hub : Entity
{
    public const int NameLimit = 120;
    public const int PurposeLimit = 1_000;
    public const int LineLimit = 200;
    public const int MostPriorities = 8;
    public const int MostQuestions = 5;

    readonly List<HubRole> _roles = [];

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

    public HubRules Rules { get; private set; } = new();

    /// <summary>The present text that members agree to.</summary>
    public Guid? AgreementId { get; private set; }

    /// <summary>Its open room, once somebody began to talk.</summary>
    public Guid? RoomId { get; private set; }

    /// <summary>It went on as part of another hub, where its old address leads.</summary>
    public Merger? Merger { get; private set; }

    /// <summary>In their order. Whoever asks for rights loads them with their terms; without them nobody has any.</summary>
    public IReadOnlyList<HubRole> Roles => _roles;

    public HubWords In(string language) => WordsIn(Words, language);

    /// <summary>The language in which it can be read by somebody who reads this one.</summary>
    public string LanguageFor(string language) => LanguageOf(Words, language);

    /// <summary>The same for words read by themselves.</summary>
    public static HubWords WordsIn(Dictionary<string, HubWords> words, string language) => words[LanguageOf(words, language)];

    public bool IsStewardedBy(Member member, DateTimeOffset now) =>
        member.IsActive && _roles.Any(r => r.Stewards && r.TermAt(now)?.MemberId == member.Id);

    /// <summary>Its stewards, and the editors of the site, who step in where there is none.</summary>
    public bool CanBeModeratedBy(Member member, DateTimeOffset now) =>
        Merger is null && (IsStewardedBy(member, now) || (member.IsEditor && member.IsActive));

    /// <param name="seenVersion">The version that the editor of this change began with.</param>
    /// <exception cref="StaleEditException">Somebody else changed the hub meanwhile.</exception>
    public void Describe(string language, HubWords words, HubRules rules, List<string> regions, Member by, int seenVersion, DateTimeOffset now)
    {
        CheckModeratedBy(by, now);
        if (seenVersion != Version)
            throw new StaleEditException(Version);
        Words = new(Words) { [language] = words };
        Rules = rules;
        Cover(Scope with { Regions = regions });
        Version++;
        Raise(new HubChanged(Id));
    }

    /// <summary>A new text to agree to. Those who agreed to an older one keep it until they agree to this one.</summary>
    public HubAgreement Agree(Dictionary<string, List<string>> points, int number, Member? by, DateTimeOffset now)
    {
        if (by is not null)
            CheckModeratedBy(by, now);
        var agreement = new HubAgreement(Id, number, points, by?.Id, now);
        AgreementId = agreement.Id;
        Version++;
        Raise(new HubChanged(Id));
        return agreement;
    }

    public void TalkIn(Guid roomId)
    {
        RoomId = roomId;
        Raise(new HubChanged(Id));
    }

    public void PutUnder(Hub? parent, HubTree tree, Member by, DateTimeOffset now)
    {
        CheckModeratedBy(by, now);
        if (parent is not null && tree.Under(Id).Contains(parent.Id))
            throw new RuleBrokenException("A hub cannot be part of itself or of one of its own parts.");
        if (parent is not null && !parent.CanBeModeratedBy(by, now))
            throw new RuleBrokenException("Only a steward of both hubs or an editor can make one part of the other.");
        ParentId = parent?.Id;
        Raise(new HubChanged(Id));
    }

    /// <summary>This hub goes on as part of another one, which takes its topics and places.</summary>
    public void MergeInto(Hub other, HubTree tree, Member by, DateTimeOffset now)
    {
        CheckModeratedBy(by, now);
        if (other.Id == Id || other.Merger is not null)
            throw new RuleBrokenException("Choose another hub to merge into.");
        if (other.Kind != Kind)
            throw new RuleBrokenException("Only two hubs of the same kind can merge.");
        if (!other.CanBeModeratedBy(by, now))
            throw new RuleBrokenException("Only a steward of both hubs or an editor can merge them.");
        foreach (var term in _roles.Select(r => r.TermAt(now)).OfType<HubTerm>())
            End(term, by, now);
        other.Cover(new([.. other.Scope.Topics.Union(Scope.Topics)], [.. other.Scope.Regions.Union(Scope.Regions)]));
        if (tree.Under(Id).Contains(other.Id))
            other.ParentId = ParentId;
        Merger = new(other.Id, by.Id, now);
        ParentId = null;
        Raise(new HubMerged(Id, other.Id));
        other.Raise(new HubChanged(other.Id));
    }

    /// <summary>A part of its topics and places becomes a hub of its own.</summary>
    public void LetGo(HubScope part, Member by, DateTimeOffset now)
    {
        CheckModeratedBy(by, now);
        Cover(new([.. Scope.Topics.Except(part.Topics)], [.. Scope.Regions.Except(part.Regions)]));
        Raise(new HubChanged(Id));
    }

    /// <summary>Its sub-hubs and it itself go on under another hub, which took in the one they were part of.</summary>
    public void GoOnUnder(Guid? parentId)
    {
        ParentId = parentId == Id ? null : parentId;
        Raise(new HubChanged(Id));
    }

    internal void CheckModeratedBy(Member by, DateTimeOffset now)
    {
        if (!CanBeModeratedBy(by, now))
            throw new RuleBrokenException("Only a steward of this hub or an editor can do this.");
    }

    static string LanguageOf(Dictionary<string, HubWords> words, string language) =>
        words.ContainsKey(language) ? language : words.ContainsKey("en") ? "en" : words.Keys.First();

    void Cover(HubScope scope) => (Scope, TopicSlug) = (scope, scope.Topics.FirstOrDefault());
}

/// <param name="Priorities">What it works on first, a sentence each.</param>
public sealed record HubWords(string Name, string Purpose, List<string> Priorities)
{
    /// <summary>What it asks people who join; they may leave any of them out.</summary>
    public List<string> Questions { get; init; } = [];
}

/// <param name="ApprovesJoins">A steward says yes before somebody is a member.</param>
/// <param name="ReviewsFirstShares">The first story that a member shares waits until a steward has looked at it.</param>
public sealed record HubRules(bool ApprovesJoins = false, bool ReviewsFirstShares = false);

public sealed record Merger(Guid IntoId, Guid ById, DateTimeOffset At);

public enum HubKind
{
    Topical,
    Geographic,
}
