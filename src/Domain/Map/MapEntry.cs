using HealthDoers.Domain.Members;
using HealthDoers.Domain.Places;

namespace HealthDoers.Domain.Map;

/// <summary>
/// What somebody put on the map, with an account or without. Without one it waits for the link in the mail; the same
/// link changes and removes it later.
/// </summary>
public sealed class MapEntry : Entity
{
    public const int TitleLimit = 100;
    public const int SummaryLimit = 300;
    public const int LinkLimit = 500;
    public const int MostTopics = 5;

    /// <summary>How long an entry waits for its mail to be answered.</summary>
    public static readonly TimeSpan Waits = TimeSpan.FromDays(7);

    /// <summary>What people may add by themselves; the other layers follow from what they tell elsewhere.</summary>
    public static readonly IReadOnlyList<MapLayer> Addable = [MapLayer.ChangeAgent, MapLayer.Community, MapLayer.Initiative, MapLayer.SiteVisitHost];

    MapEntry() { }

    MapEntry(MapEntryContent content, Place place, DateTimeOffset at)
    {
        AddedAt = ChangedAt = at;
        Take(content, place);
    }

    public MapLayer Layer { get; private set; }
    public string Title { get; private set; } = "";
    public string Summary { get; private set; } = "";

    /// <summary>A page elsewhere, http or https; empty when there is none.</summary>
    public string Link { get; private set; } = "";
    public List<string> Topics { get; private set; } = [];
    public Place Place { get; private set; } = null!;
    public Audience SeenBy { get; private set; } = Audience.Everyone;

    /// <summary>The initiative it takes part in, by its slug.</summary>
    public string? Programme { get; private set; }

    /// <summary>Null for somebody without an account.</summary>
    public Guid? OwnerId { get; private set; }
    public Member? Owner { get; private set; }

    /// <summary>Keyed hash of the address whose mail opens it, for somebody without an account. The address is not kept.</summary>
    public string? AddressHash { get; private set; }
    public DateTimeOffset AddedAt { get; private set; }
    public DateTimeOffset ChangedAt { get; private set; }

    /// <summary>When its mail was answered; null while it waits and nobody sees it.</summary>
    public DateTimeOffset? ConfirmedAt { get; private set; }

    /// <summary>Taken out of sight by an editor.</summary>
    public TakenDown? TakenDown { get; private set; }
    public Origin Origin { get; private set; }
    public string? ExternalId { get; private set; }

    /// <summary>Grows with every edit; whoever edits an older one is shown both.</summary>
    public int Version { get; private set; } = 1;

    public MapEntryContent Content => new(Layer, Title, Summary, Link, Topics, SeenBy, Programme);

    public static MapEntry OfMember(Member owner, MapEntryContent content, Place place, DateTimeOffset at)
    {
        if (!owner.IsActive)
            throw new RuleBrokenException("Your account is suspended, so you cannot add to the map for now.");
        var entry = new MapEntry(content, place, at) { OwnerId = owner.Id, ConfirmedAt = at };
        entry.Raise(new MapEntryChanged(entry.Id));
        return entry;
    }

    /// <summary>Waits until the link in its mail is followed.</summary>
    public static MapEntry OfVisitor(string addressHash, MapEntryContent content, Place place, DateTimeOffset at) =>
        new(content, place, at) { AddressHash = addressHash };

    public static MapEntry Imported(string externalId, MapEntryContent content, Place place, DateTimeOffset at, Origin origin = Origin.Import)
    {
        var entry = new MapEntry(content, place, at) { ExternalId = externalId, Origin = origin, ConfirmedAt = at };
        entry.Raise(new MapEntryChanged(entry.Id));
        return entry;
    }

    public void Confirm(DateTimeOffset at)
    {
        if (ConfirmedAt is not null)
            return;
        ConfirmedAt = at;
        Raise(new MapEntryChanged(Id));
    }

    /// <param name="seenVersion">The version the editor of this change began with.</param>
    /// <exception cref="StaleEntryException">Somebody else changed the entry meanwhile.</exception>
    public void Edit(MapEntryContent content, Place place, int seenVersion, DateTimeOffset at)
    {
        if (seenVersion != Version)
            throw new StaleEntryException();
        Version++;
        ChangedAt = at;
        Take(content, place);
        Raise(new MapEntryChanged(Id));
    }

    public void TakeDownBy(Member editor, string reason, DateTimeOffset at)
    {
        if (!editor.IsEditor)
            throw new RuleBrokenException("Only an editor can take an entry off the map.");
        TakenDown = new(editor.Id, reason, at);
        Raise(new MapEntryChanged(Id));
    }

    public void PutBackBy(Member editor)
    {
        if (!editor.IsEditor)
            throw new RuleBrokenException("Only an editor can put an entry back on the map.");
        TakenDown = null;
        Raise(new MapEntryChanged(Id));
    }

    /// <summary>Called before the row goes.</summary>
    public void Leave() => Raise(new MapEntryRemoved(Id));

    void Take(MapEntryContent content, Place place)
    {
        Layer = content.Layer;
        Title = content.Title;
        Summary = content.Summary;
        Link = content.Link;
        Topics = [.. content.Topics];
        SeenBy = content.SeenBy;
        Programme = content.Programme;
        Place = place;
    }
}

/// <summary>What its owner says of an entry. Already cleaned and within its limits.</summary>
public sealed record MapEntryContent(
    MapLayer Layer, string Title, string Summary, string Link, IReadOnlyList<string> Topics, Audience SeenBy, string? Programme = null);

/// <summary>An editor took it off the map, and why.</summary>
public sealed record TakenDown(Guid ById, string Reason, DateTimeOffset At);

/// <summary>Somebody else changed the entry meanwhile; nothing was overwritten.</summary>
public sealed class StaleEntryException() : Exception("Somebody else changed this entry meanwhile.");
