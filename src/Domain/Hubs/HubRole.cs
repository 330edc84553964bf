namespace HealthDoers.Domain.Hubs;

/// <summary>Something that somebody does for a hub: it has a purpose whether or not a person holds it.</summary>
public sealed class HubRole : Entity
{
    public const int TitleLimit = 80;
    public const int PurposeLimit = 400;
    public const int MostPerHub = 20;

    readonly List<HubTerm> _terms = [];

    HubRole() { }

    internal HubRole(Guid hubId, Dictionary<string, HubRoleWords> words, bool stewards, int place)
    {
        HubId = hubId;
        Words = words;
        Stewards = stewards;
        Place = place;
    }

    public Guid HubId { get; private set; }
    public Dictionary<string, HubRoleWords> Words { get; private set; } = [];

    /// <summary>Whoever holds it looks after the hub: its queue, its members and its text.</summary>
    public bool Stewards { get; private set; }
    public int Place { get; private set; }
    public IReadOnlyList<HubTerm> Terms => _terms;

    public HubRoleWords In(string language) =>
        Words.GetValueOrDefault(language) ?? Words.GetValueOrDefault("en") ?? Words.Values.First();

    /// <summary>Null while the role is vacant.</summary>
    public HubTerm? TermAt(DateTimeOffset now) => _terms.FirstOrDefault(t => t.HoldsAt(now));

    internal HubTerm? Overdue(DateTimeOffset now) => _terms.FirstOrDefault(t => t.EndedAt is null && t.Until <= now);

    internal HubTerm Begin(Guid memberId, DateTimeOffset from, DateTimeOffset? until)
    {
        var term = new HubTerm(HubId, Id, memberId, from, until);
        _terms.Add(term);
        return term;
    }

    internal void Say(string language, HubRoleWords words) => Words = new(Words) { [language] = words };
}

public sealed record HubRoleWords(string Title, string Purpose);

/// <summary>Who held a role, and from when until when. Past terms stay as the hub's memory.</summary>
public sealed class HubTerm : Entity
{
    HubTerm() { }

    internal HubTerm(Guid hubId, Guid roleId, Guid memberId, DateTimeOffset from, DateTimeOffset? until)
    {
        HubId = hubId;
        RoleId = roleId;
        MemberId = memberId;
        From = from;
        Until = until;
    }

    public Guid HubId { get; private set; }
    public Guid RoleId { get; private set; }
    public Guid MemberId { get; private set; }
    public DateTimeOffset From { get; private set; }

    /// <summary>Null holds until it is ended.</summary>
    public DateTimeOffset? Until { get; private set; }

    /// <summary>Who takes over when the term has run out.</summary>
    public Guid? SuccessorId { get; private set; }
    public DateTimeOffset? EndedAt { get; private set; }

    public bool HoldsAt(DateTimeOffset now) => EndedAt is null && From <= now && (Until is null || Until > now);

    internal bool End(DateTimeOffset now)
    {
        if (EndedAt is not null)
            return false;
        EndedAt = now;
        return true;
    }

    internal void NameSuccessor(Guid? memberId) => SuccessorId = memberId;
}
