namespace HealthDoers.Domain.Teams;

/// <summary>A community in a peer team: asked first, and shown once its own people said yes.</summary>
public sealed class TeamPlace : Entity
{
    TeamPlace() { }

    internal TeamPlace(Guid teamId, Guid listingId, TeamPart part, Guid askedById, DateTimeOffset askedAt) =>
        (TeamId, ListingId, Part, AskedById, AskedAt) = (teamId, listingId, part, askedById, askedAt);

    public Guid TeamId { get; private set; }
    public Guid ListingId { get; private set; }
    public TeamPart Part { get; private set; }
    public Guid? AskedById { get; private set; }
    public DateTimeOffset AskedAt { get; private set; }
    public Guid? TakenById { get; private set; }
    public DateTimeOffset? TakenAt { get; private set; }

    public bool IsTaken => TakenAt is not null;

    internal void Take(Guid byId, DateTimeOffset at) => (TakenById, TakenAt) = (byId, at);

    internal void Forget(Guid memberId)
    {
        AskedById = AskedById == memberId ? null : AskedById;
        TakenById = TakenById == memberId ? null : TakenById;
    }
}

/// <summary>What a community is in a team.</summary>
public enum TeamPart
{
    /// <summary>Has come far, shares what it learned and goes on learning.</summary>
    Mentor,

    /// <summary>Has some experience and at least three partners, and wants to move faster.</summary>
    Pacesetter,
}
