using HealthDoers.Domain.Members;

namespace HealthDoers.Domain.Communities;

/// <summary>A member says "this is us" of an unclaimed profile, and an editor looks into it.</summary>
public sealed class ListingClaim : Entity
{
    public const int TextLimit = 1_000;

    ListingClaim() { }

    public ListingClaim(Listing listing, Member by, string who, string proof, DateTimeOffset at)
    {
        if (!by.IsActive)
            throw new RuleBrokenException("Your account is suspended, so you cannot claim a profile for now.");
        if (listing.IsClaimed)
            throw new RuleBrokenException("Somebody looks after this profile already. Ask them to invite you to the team.");
        ListingId = listing.Id;
        MemberId = by.Id;
        Who = who;
        Proof = proof;
        At = at;
        Raise(new ClaimMade(listing.Id, Id));
    }

    public Guid ListingId { get; private set; }
    public Guid MemberId { get; private set; }

    /// <summary>Who they are there.</summary>
    public string Who { get; private set; } = "";

    /// <summary>How an editor can check it. Only editors and the claimant read it.</summary>
    public string Proof { get; private set; } = "";
    public DateTimeOffset At { get; private set; }
    public ClaimDecision? Decision { get; private set; }

    public void Accept(Listing listing, Member claimant, Member editor, string reason, DateTimeOffset at)
    {
        if (listing.IsClaimed)
            throw new RuleBrokenException("Somebody looks after this profile by now. Decline this claim and say so.");
        Decide(editor, true, reason, at);
        listing.GiveTo(claimant);
    }

    public void Decline(Member editor, string reason, DateTimeOffset at) => Decide(editor, false, reason, at);

    void Decide(Member editor, bool accepted, string reason, DateTimeOffset at)
    {
        if (!editor.IsEditor)
            throw new RuleBrokenException("Only an editor can decide about a claim.");
        if (editor.Id == MemberId)
            throw new RuleBrokenException("Somebody else has to look at your own claim.");
        if (Decision is not null)
            throw new RuleBrokenException("Somebody decided about this claim already.");
        Decision = new(editor.Id, accepted, reason, at);
        Raise(new ClaimDecided(ListingId, Id));
    }
}

public sealed record ClaimDecision(Guid ById, bool Accepted, string Reason, DateTimeOffset At);
