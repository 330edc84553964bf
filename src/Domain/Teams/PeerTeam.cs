using HealthDoers.Domain.Communities;
using HealthDoers.Domain.Members;
using HealthDoers.Domain.Stories;

namespace HealthDoers.Domain.Teams;

/// <summary>
/// A peer community team: a coach, one mentor community and up to five pacesetter communities that have something in
/// common, with a room of their own. A free team works without a coach. (SCALE synthesis report, glossary; Pathway to
/// Pacesetter, program options.)
/// </summary>
public sealed partial class PeerTeam : Entity
{
    public const int MostPacesetters = 5;

    readonly List<TeamPlace> _places = [];

    PeerTeam() { }

    /// <summary>Whoever founds it brings a community whose profile they look after.</summary>
    public PeerTeam(string slug, TeamWords words, TeamSupport support, Listing community, TeamPart part, Member by, Guid roomId, DateTimeOffset at)
    {
        if (!by.IsActive)
            throw new RuleBrokenException("Your account is suspended, so you cannot found a team for now.");
        CheckIsCommunity(community);
        if (!community.CanBeEditedBy(by))
            throw new RuleBrokenException("Found a team with a community whose profile you look after.");
        Slug = slug;
        Words = words;
        Support = support;
        RoomId = roomId;
        FoundedAt = at;
        var place = new TeamPlace(Id, community.Id, part, by.Id, at);
        place.Take(by.Id, at);
        _places.Add(place);
        Raise(new PeerTeamFounded(Id));
    }

    public string Slug { get; private set; } = "";
    public TeamWords Words { get; private set; } = null!;
    public TeamSupport Support { get; private set; }
    public TeamCoach? Coach { get; private set; }
    public Guid RoomId { get; private set; }
    public DateTimeOffset FoundedAt { get; private set; }

    /// <summary>Its work is over; it stays to be read.</summary>
    public TeamEnding? Ending { get; private set; }

    /// <summary>Taken out of sight by an editor.</summary>
    public Hiding? Hiding { get; private set; }

    /// <summary>Communities that are in it or were asked.</summary>
    public IReadOnlyList<TeamPlace> Places => _places;

    public IEnumerable<TeamPlace> Taken => _places.Where(p => p.IsTaken);

    /// <summary>What it still lacks of a whole team.</summary>
    public IEnumerable<TeamGap> Gaps
    {
        get
        {
            if (Support == TeamSupport.Coached && Coach?.AcceptedAt is null)
                yield return TeamGap.Coach;
            if (!Taken.Any(p => p.Part == TeamPart.Mentor))
                yield return TeamGap.Mentor;
            if (!Taken.Any(p => p.Part == TeamPart.Pacesetter))
                yield return TeamGap.Pacesetter;
        }
    }

    public TeamPlace? PlaceOf(Guid listingId) => _places.Find(p => p.ListingId == listingId);

    public bool IsCoachedBy(Member member) => Coach is { AcceptedAt: not null } coach && coach.MemberId == member.Id;

    /// <summary>Its coach, its communities and the editors say what it is about and whom it asks.</summary>
    /// <param name="communities">Those whose profiles the member looks after or is on the team of.</param>
    public bool CanBeChangedBy(Member member, IReadOnlyCollection<Guid> communities) =>
        member.IsActive && (member.IsEditor || IsCoachedBy(member) || Taken.Any(p => communities.Contains(p.ListingId)));

    /// <summary>The coach and the mentor community lead; where neither is there yet, those who are.</summary>
    public bool CanBeLedBy(Member member, IReadOnlyCollection<Guid> communities)
    {
        if (!member.IsActive)
            return false;
        var mentor = Taken.FirstOrDefault(p => p.Part == TeamPart.Mentor);
        return member.IsEditor || IsCoachedBy(member)
            || (mentor is null && Coach?.AcceptedAt is null ? CanBeChangedBy(member, communities) : mentor is not null && communities.Contains(mentor.ListingId));
    }

    public void Describe(TeamWords words, TeamSupport support, Member by, IReadOnlyCollection<Guid> communities)
    {
        CheckChangedBy(by, communities);
        if (support == TeamSupport.Free && Coach is not null)
            throw new RuleBrokenException("A free team has no coach. The coach steps down first.");
        if ((Words, Support) == (words, support))
            return;
        (Words, Support) = (words, support);
        Raise(new PeerTeamChanged(Id));
    }

    public void EndBy(Member by, IReadOnlyCollection<Guid> communities, DateTimeOffset at)
    {
        if (!CanBeLedBy(by, communities))
            throw new RuleBrokenException("Only the coach, the mentor community or an editor can end this team.");
        if (Ending is not null)
            return;
        Ending = new(by.Id, at);
        Raise(new PeerTeamChanged(Id));
    }

    public void HideBy(Member editor, string reason, DateTimeOffset at)
    {
        if (!editor.IsEditor)
            throw new RuleBrokenException("Only an editor can hide a team.");
        Hiding = new(editor.Id, reason, at);
        Raise(new PeerTeamChanged(Id));
    }

    public void ShowBy(Member editor)
    {
        if (!editor.IsEditor)
            throw new RuleBrokenException("Only an editor can show a hidden team again.");
        Hiding = null;
        Raise(new PeerTeamChanged(Id));
    }

    void CheckChangedBy(Member by, IReadOnlyCollection<Guid> communities)
    {
        if (!CanBeChangedBy(by, communities))
            throw new RuleBrokenException("Only its coach, its communities or an editor can change this team.");
        if (Ending is not null)
            throw new RuleBrokenException("This team has ended, so it cannot be changed.");
    }

    static void CheckIsCommunity(Listing listing)
    {
        if (listing.Kind != ListingKind.Community || listing.Hiding is not null)
            throw new RuleBrokenException("Only a community that everybody can see has a place in a team.");
    }
}

/// <param name="Shares">What its communities have in common, in the team's words.</param>
/// <param name="Language">Of both.</param>
public sealed record TeamWords(string Name, TeamBond Bond, string Shares, string Language)
{
    public const int NameLimit = 80;
    public const int SharesLimit = 300;
}

/// <summary>The kind of thing the communities of a team have in common.</summary>
public enum TeamBond
{
    Focus,

    /// <summary>The same kind of place, such as rural or urban.</summary>
    PlaceType,
    Affinity,
}

public enum TeamSupport
{
    Coached,

    /// <summary>Peers without a coach, as Pathway to Pacesetter offered it at no cost.</summary>
    Free,
}

public enum TeamGap
{
    Coach,
    Mentor,
    Pacesetter,
}

public sealed record TeamEnding(Guid ById, DateTimeOffset At);
