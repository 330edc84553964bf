namespace HealthDoers.Domain.Mentoring;

public static class MentoringQueries
{
    /// <summary>Wishes that can be matched: open, of people who take part.</summary>
    public static IQueryable<MentoringWish> Open(this IQueryable<MentoringWish> wishes, WishKind kind) =>
        wishes.Where(w => w.Kind == kind && w.RestsSince == null && w.Member.Suspension == null && w.Member.ErasedAt == null);

    public static IQueryable<MentoringRequest> OpenAt(this IQueryable<MentoringRequest> requests, DateTimeOffset at)
    {
        var since = at - MentoringRequest.Waits;
        return requests.Where(r => r.Answer == null && r.At > since);
    }

    /// <summary>The pacts somebody is in. Nobody else may open them, editors neither.</summary>
    public static IQueryable<Pact> Of(this IQueryable<Pact> pacts, Guid memberId) =>
        pacts.Where(p => p.Members.Any(m => m.MemberId == memberId && m.LeftAt == null));

    /// <summary>Open pacts between communities of these, into which their teammates may come.</summary>
    public static IQueryable<Pact> OfCommunities(this IQueryable<Pact> pacts, IReadOnlyCollection<Guid> listingIds) => pacts.Where(p => p.Ending == null
        && p.Members.Any(m => m.LeftAt == null && m.Role == PactRole.Mentor && m.ListingId != null)
        && p.Members.Any(m => m.LeftAt == null && m.Role == PactRole.Mentee && m.ListingId != null)
        && p.Members.Any(m => m.LeftAt == null && m.ListingId != null && listingIds.Contains(m.ListingId.Value)));

    public static IQueryable<Pact> Open(this IQueryable<Pact> pacts) => pacts.Where(p => p.Ending == null);
}
