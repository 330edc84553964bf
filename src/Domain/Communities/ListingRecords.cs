namespace HealthDoers.Domain.Communities;

/// <summary>What a profile said before an edit.</summary>
public sealed class ListingRevision : Entity
{
    ListingRevision() { }

    internal ListingRevision(Guid listingId, int number, ListingContent content, Guid replacedById, DateTimeOffset replacedAt)
    {
        ListingId = listingId;
        Number = number;
        Content = content;
        ReplacedById = replacedById;
        ReplacedAt = replacedAt;
    }

    public Guid ListingId { get; private set; }
    public int Number { get; private set; }
    public ListingContent Content { get; private set; } = new();

    /// <summary>Who wrote the version after this one.</summary>
    public Guid ReplacedById { get; private set; }
    public DateTimeOffset ReplacedAt { get; private set; }
}

/// <summary>One thing a profile can be found under.</summary>
public sealed class ListingLabel
{
    ListingLabel() { }

    internal ListingLabel(Guid listingId, ListingLabelKind kind, string value) => (ListingId, Kind, Value) = (listingId, kind, value);

    public Guid ListingId { get; private set; }
    public ListingLabelKind Kind { get; private set; }

    /// <summary>A topic's slug or the name of a <see cref="Sector"/>.</summary>
    public string Value { get; private set; } = "";

    internal static IEnumerable<(ListingLabelKind Kind, string Value)> Of(ListingContent content) =>
    [
        .. content.Topics.Distinct().Select(t => (ListingLabelKind.Topic, t)),
        .. content.Sectors.Distinct().Select(s => (ListingLabelKind.Sector, s.ToString())),
    ];
}

public enum ListingLabelKind
{
    Topic,
    Sector,
}

/// <summary>Every address a profile ever had leads to it.</summary>
public sealed class ListingSlug
{
    ListingSlug() { }

    public ListingSlug(string slug, Guid listingId) => (Slug, ListingId) = (slug, listingId);

    public string Slug { get; private set; } = "";
    public Guid ListingId { get; private set; }
}

/// <summary>What a profile has to do with an initiative, in which years. Many to many: nothing sits in one place only.</summary>
public sealed class InitiativeTie
{
    InitiativeTie() { }

    internal InitiativeTie(Guid listingId, Guid initiativeId, TieRole role, int? fromYear, int? toYear) =>
        (ListingId, InitiativeId, Role, FromYear, ToYear) = (listingId, initiativeId, role, fromYear, toYear);

    public Guid ListingId { get; private set; }
    public Guid InitiativeId { get; private set; }
    public TieRole Role { get; private set; }
    public int? FromYear { get; private set; }
    public int? ToYear { get; private set; }
}

public enum TieRole
{
    TakesPart,
    Pacesetter,
    Mentor,
    Leads,
    Funds,
    Supports,

    /// <summary>An initiative within another one.</summary>
    PartOf,
}

/// <summary>A profile in a hub. A profile may be in many hubs, a hub holds many profiles.</summary>
public sealed class HubTie
{
    HubTie() { }

    public HubTie(Guid listingId, Guid hubId) => (ListingId, HubId) = (listingId, hubId);

    public Guid ListingId { get; private set; }
    public Guid HubId { get; private set; }
}
