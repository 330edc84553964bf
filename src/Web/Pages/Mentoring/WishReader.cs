using HealthDoers.Domain.Mentoring;
using HealthDoers.Web.Data;
using HealthDoers.Web.Time;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Pages.Mentoring;

/// <summary>Offers and asks with what matching needs to know beside them.</summary>
sealed class WishReader(AppDb db, TimeProvider clock)
{
    public Task<MentoringWish?> OfAsync(Guid memberId, WishKind kind, CancellationToken stop) =>
        db.MentoringWishes.Include(w => w.Member).SingleOrDefaultAsync(w => w.MemberId == memberId && w.Kind == kind, stop);

    /// <summary>How many people each offer has in pacts that go on.</summary>
    public async Task<Dictionary<Guid, int>> TakenAsync(IReadOnlyCollection<Guid> offers, CancellationToken stop) =>
        await db.Pacts.Open().Where(p => p.OfferId != null && offers.Contains(p.OfferId.Value))
            .SelectMany(p => p.Members.Where(m => m.Role == PactRole.Mentee && m.LeftAt == null), (p, m) => p.OfferId!.Value)
            .GroupBy(id => id).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, stop);

    /// <summary>What the people of these wishes tried, or the communities they speak for, by wish.</summary>
    public async Task<ILookup<Guid, TriedIdea>> TriedAsync(IReadOnlyCollection<MentoringWish> wishes, CancellationToken stop)
    {
        var members = wishes.Select(w => w.MemberId).ToList();
        var listings = wishes.Select(w => w.ListingId).OfType<Guid>().ToList();
        var adapted = await db.Adaptations.Where(a => a.WithdrawnAt == null && (members.Contains(a.MemberId) || (a.ListingId != null && listings.Contains(a.ListingId.Value))))
            .Select(a => new { a.MemberId, a.ListingId, a.IdeaId }).Distinct().ToListAsync(stop);
        var ids = adapted.Select(a => a.IdeaId).Distinct().ToList();
        var ideas = (await db.Ideas.AsNoTracking().Where(Domain.Ideas.IdeaQueries.IsPublic).Where(i => ids.Contains(i.Id))
            .Select(i => new { i.Id, i.Slug, Topics = i.Labels.Where(l => l.Kind == Domain.Ideas.IdeaLabelKind.Topic).Select(l => l.Value).ToList() }).ToListAsync(stop))
            .ToDictionary(i => i.Id, i => new TriedIdea(i.Slug, i.Topics));
        return wishes.SelectMany(w => adapted.Where(a => ideas.ContainsKey(a.IdeaId) && (a.MemberId == w.MemberId || (a.ListingId is { } of && of == w.ListingId)))
            .Select(a => (Wish: w.Id, Idea: ideas[a.IdeaId])).Distinct()).ToLookup(t => t.Wish, t => t.Idea);
    }

    public MatchSide Side(MentoringWish wish, ILookup<Guid, TriedIdea> tried) =>
        new(wish.Terms, [.. tried[wish.Id]], wish.Terms.Zone.Length == 0 || !Zones.Knows(wish.Terms.Zone) ? null : Zones.LocalOf(clock.GetUtcNow(), wish.Terms.Zone) - clock.GetUtcNow().UtcDateTime);
}
