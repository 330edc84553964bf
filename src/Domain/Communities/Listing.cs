using HealthDoers.Domain.Members;
using HealthDoers.Domain.Places;
using HealthDoers.Domain.Stories;
using HealthDoers.Domain.Words;

namespace HealthDoers.Domain.Communities;

/// <summary>The profile of a community, an initiative or a partner. Without a steward it is unclaimed.</summary>
public sealed partial class Listing : Entity
{
    const int SaidLimit = 2_000;

    readonly List<ListingLabel> _labels = [];
    readonly List<ListingRevision> _revisions = [];
    readonly List<TeamSeat> _seats = [];
    readonly List<InitiativeTie> _initiatives = [];

    Listing() { }

    Listing(ListingKind kind, ListingContent content, string slug, Origin origin, DateTimeOffset at, Guid? id = null)
    {
        Id = id ?? Id;
        Kind = kind;
        Slug = slug;
        Origin = origin;
        AddedAt = at;
        ChangedAt = at;
        Take(content);
        Raise(new ListingChanged(Id));
    }

    public ListingKind Kind { get; private set; }
    public string Slug { get; private set; } = "";
    public ListingContent Content { get; private set; } = new();

    /// <summary>Where it is on the map, as exactly as its people chose; null leaves it to the place's name. No version of the words holds it.</summary>
    public Place? Place { get; private set; }

    // What lists sort by and queries ask, kept beside the content.
    public string Name { get; private set; } = "";
    public string? RegionName { get; private set; }
    public string? RegionSlug { get; private set; }

    /// <summary>All that its words say in short, in plain lower-case letters.</summary>
    public string Said { get; private set; } = "";

    public Origin Origin { get; private set; }
    public DateTimeOffset AddedAt { get; private set; }
    public DateTimeOffset ChangedAt { get; private set; }

    /// <summary>Who looks after it. Null: it stands as published, and its people may claim it.</summary>
    public Guid? StewardId { get; private set; }

    /// <summary>Taken out of sight by an editor.</summary>
    public Hiding? Hiding { get; private set; }

    /// <summary>Grows with every edit; whoever edits an older one is shown both.</summary>
    public int Version { get; private set; } = 1;

    public IReadOnlyList<ListingLabel> Labels => _labels;
    public IReadOnlyList<ListingRevision> Revisions => _revisions;
    public IReadOnlyList<TeamSeat> Seats => _seats;

    /// <summary>The initiatives it is in or has to do with.</summary>
    public IReadOnlyList<InitiativeTie> Initiatives => _initiatives;

    public bool IsClaimed => StewardId is not null;

    /// <summary>Retold from what was published; nobody looks after it yet.</summary>
    public static Listing Published(ListingKind kind, ListingContent content, string slug, DateTimeOffset at, Origin origin = Origin.Import) =>
        new(kind, content, slug, origin, at);

    /// <param name="id">Chosen by the form, so that a button pressed twice adds one profile.</param>
    public static Listing Founded(ListingKind kind, ListingContent content, string slug, Member by, DateTimeOffset at, Guid? id = null)
    {
        if (!by.IsActive)
            throw new RuleBrokenException("Your account is suspended, so you cannot add a profile for now.");
        return new(kind, content, slug, by.Origin, at, id) { StewardId = by.Id };
    }

    public bool CanBeEditedBy(Member member) => CanBeStewardedBy(member) || member.IsActive && SeatOf(member.Id) is { IsTaken: true };

    public bool CanBeStewardedBy(Member member) => member.IsActive && (member.IsEditor || member.Id == StewardId);

    /// <param name="seenVersion">The version the editor of this change began with.</param>
    /// <exception cref="StaleEditException">Somebody else changed the profile meanwhile.</exception>
    public void Edit(ListingContent content, Member by, int seenVersion, DateTimeOffset at)
    {
        if (!CanBeEditedBy(by))
            throw new RuleBrokenException("Only its team or an editor can change this profile.");
        if (seenVersion != Version)
            throw new StaleEditException(Version);
        Revise(content, by.Id, at);
    }

    /// <summary>An earlier version becomes the present one; what stands now is kept as a version too.</summary>
    public void Restore(ListingRevision revision, Member by, DateTimeOffset at)
    {
        if (!CanBeEditedBy(by))
            throw new RuleBrokenException("Only its team or an editor can restore this profile.");
        Revise(revision.Content, by.Id, at);
    }

    /// <summary>Says how exactly the map shows it.</summary>
    public void PutAt(Place? place)
    {
        if (Place == place)
            return;
        Place = place;
        Raise(new ListingChanged(Id));
    }

    public void MoveTo(string slug) => Slug = slug;

    public void HideBy(Member editor, string reason, DateTimeOffset at)
    {
        if (!editor.IsEditor)
            throw new RuleBrokenException("Only an editor can hide a profile.");
        Hiding = new(editor.Id, reason, at);
        Raise(new ListingChanged(Id));
    }

    public void ShowBy(Member editor)
    {
        if (!editor.IsEditor)
            throw new RuleBrokenException("Only an editor can show a hidden profile again.");
        Hiding = null;
        Raise(new ListingChanged(Id));
    }

    /// <summary>Says once what it has to do with an initiative; again, it changes what was said.</summary>
    public void TieTo(Listing initiative, TieRole role, int? fromYear = null, int? toYear = null)
    {
        if (initiative.Kind != ListingKind.Initiative || initiative.Id == Id)
            throw new ArgumentException("A tie leads to another profile, of an initiative.", nameof(initiative));
        _initiatives.RemoveAll(t => t.InitiativeId == initiative.Id && t.Role == role);
        _initiatives.Add(new(Id, initiative.Id, role, fromYear, toYear));
    }

    /// <summary>Sets which initiatives it takes part in, as its people say. What was published of its roles stays.</summary>
    public void TakePartIn(IReadOnlyCollection<Listing> initiatives)
    {
        var wanted = initiatives.Where(i => i.Id != Id).ToDictionary(i => i.Id);
        _initiatives.RemoveAll(t => t.Role == TieRole.TakesPart && !wanted.ContainsKey(t.InitiativeId));
        foreach (var initiative in wanted.Values.Where(i => !_initiatives.Any(t => t.Role == TieRole.TakesPart && t.InitiativeId == i.Id)))
            TieTo(initiative, TieRole.TakesPart);
    }

    void Revise(ListingContent content, Guid byId, DateTimeOffset at)
    {
        _revisions.Add(new(Id, Version, Content, byId, at));
        Version++;
        ChangedAt = at;
        Take(content);
        Raise(new ListingChanged(Id));
    }

    void Take(ListingContent content)
    {
        Content = content;
        Name = content.Words[content.Language].Name;
        RegionName = content.Place?.Region;
        RegionSlug = content.Place?.RegionSlug;
        Said = Latin.Fold(string.Join(' ', content.Words.Values.SelectMany(w => new[] { w.Name, w.Summary }).Append(content.Place?.Name)), ' ', SaidLimit);
        Said = Said.Length > SaidLimit ? Said[..SaidLimit] : Said;

        var labels = ListingLabel.Of(content).ToList();
        _labels.RemoveAll(old => !labels.Contains((old.Kind, old.Value)));
        foreach (var (kind, value) in labels.Where(l => !_labels.Any(old => (old.Kind, old.Value) == l)))
            _labels.Add(new(Id, kind, value));
    }
}
