using HealthDoers.Domain.Communities;
using HealthDoers.Domain.Members;

namespace HealthDoers.Domain.Visits;

/// <summary>A community opens its door: others may come and see what it does.</summary>
public sealed class VisitOffer : Entity
{
    public const int MostPerCommunity = 10;

    VisitOffer() { }

    /// <param name="host">With its seats.</param>
    /// <param name="open">Offers of the community that stand already.</param>
    /// <param name="id">Chosen by the form, so that a button pressed twice offers once.</param>
    public VisitOffer(Listing host, VisitTerms terms, int open, Member by, DateTimeOffset at, Guid? id = null)
    {
        Id = id ?? Id;
        (HostId, Host, Terms, OfferedAt) = (host.Id, host, terms, at);
        CheckSpokenForBy(by);
        if (open >= MostPerCommunity)
            throw new RuleBrokenException("A community can offer 10 visits at a time. Withdraw one first.");
        Raise(new CommunityHelpChanged(HostId));
    }

    public Guid HostId { get; private set; }
    public Listing Host { get; private set; } = null!;
    public VisitTerms Terms { get; private set; } = new();
    public DateTimeOffset OfferedAt { get; private set; }

    /// <summary>Nobody can apply any more; visits that are agreed stay.</summary>
    public DateTimeOffset? WithdrawnAt { get; private set; }

    public bool IsOpen => WithdrawnAt is null;

    public void Change(VisitTerms terms, Member by)
    {
        CheckSpokenForBy(by);
        Terms = terms;
        Raise(new CommunityHelpChanged(HostId));
    }

    public void Withdraw(Member by, DateTimeOffset at)
    {
        CheckSpokenForBy(by);
        WithdrawnAt ??= at;
        Raise(new CommunityHelpChanged(HostId));
    }

    public void OfferAgain(Member by)
    {
        CheckSpokenForBy(by);
        WithdrawnAt = null;
        Raise(new CommunityHelpChanged(HostId));
    }

    /// <param name="guests">How many would come.</param>
    /// <param name="taken">How many are expected by now.</param>
    internal void CheckRoomFor(int guests, int taken)
    {
        if (!IsOpen)
            throw new RuleBrokenException("The hosts withdrew this offer, so it takes no guests now.");
        if (guests > Terms.MostGuests - taken)
            throw new RuleBrokenException("Fewer places are free than you need. Come with fewer people, or later.");
    }

    void CheckSpokenForBy(Member by)
    {
        if (!by.IsActive || !Host.HasOnTeam(by.Id))
            throw new RuleBrokenException("Only the team of the host community can do this.");
    }
}
