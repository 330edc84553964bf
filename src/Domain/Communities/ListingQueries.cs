using HealthDoers.Domain.Members;
using HealthDoers.Domain.Words;

namespace HealthDoers.Domain.Communities;

public static class ListingQueries
{
    public static IQueryable<Listing> Public(this IQueryable<Listing> listings) => listings.Where(l => l.Hiding == null);

    public static IQueryable<Listing> Public(this IQueryable<Listing> listings, ListingKind kind) => listings.Public().Where(l => l.Kind == kind);

    /// <summary>The profiles this viewer may open; null is a visitor who is not signed in.</summary>
    public static IQueryable<Listing> VisibleTo(this IQueryable<Listing> listings, Member? viewer)
    {
        if (viewer is null)
            return listings.Public();
        if (viewer.IsEditor)
            return listings;
        return listings.Where(l => l.Hiding == null || l.StewardId == viewer.Id);
    }

    /// <summary>Those that this member looks after or is on the team of.</summary>
    public static IQueryable<Listing> OfTeammate(this IQueryable<Listing> listings, Guid memberId) =>
        listings.Where(l => l.StewardId == memberId || l.Seats.Any(s => s.MemberId == memberId && s.TakenAt != null));

    public static IQueryable<Listing> Labelled(this IQueryable<Listing> listings, ListingLabelKind kind, string value) =>
        listings.Where(l => l.Labels.Any(x => x.Kind == kind && x.Value == value));

    /// <summary>Those whose name, summary or place holds each of these words, whatever their case and accents.</summary>
    public static IQueryable<Listing> Saying(this IQueryable<Listing> listings, string words)
    {
        foreach (var word in Latin.Fold(words, ' ', 200).Split(' ', StringSplitOptions.RemoveEmptyEntries))
            listings = listings.Where(l => l.Said.Contains(word));
        return listings;
    }

    /// <summary>
    /// What a set of initiatives comes to. A profile that sits in several of them is there once; what is an initiative
    /// itself is no member of one.
    /// </summary>
    public static IQueryable<Listing> InAnyOf(this IQueryable<Listing> listings, IReadOnlyCollection<Guid> initiatives) =>
        listings.Where(l => l.Initiatives.Any(t => initiatives.Contains(t.InitiativeId) && t.Role != TieRole.PartOf));
}
