using HealthDoers.Domain.Mentoring;
using HealthDoers.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Pages.Mentoring;

/// <summary>Somebody who fits, and why.</summary>
sealed record Matched(MentoringWish Wish, MentoringMatch Match);

/// <summary>Finds who fits an offer or an ask: nobody who is full, was asked already, or whom either side passed over.</summary>
sealed class MatchReader(AppDb db, WishReader wishes, TimeProvider clock)
{
    /// <summary>The newest of them; more than anybody reads through.</summary>
    const int MostLookedAt = 2_000;

    public async Task<List<Matched>> ForAsync(MentoringWish mine, int most, CancellationToken stop)
    {
        if (!mine.IsOpen)
            return [];
        var found = await Candidates(mine).OrderByDescending(w => w.OpenedAt).ThenBy(w => w.Id).Take(MostLookedAt).ToListAsync(stop);
        return [.. (await MatchAsync(mine, found, stop)).OrderByDescending(m => m.Match.Score).ThenByDescending(m => m.Wish.OpenedAt).ThenBy(m => m.Wish.Id).Take(most)];
    }

    /// <summary>The match with this one person; null when they do not fit or are not there for each other.</summary>
    public async Task<Matched?> WithAsync(MentoringWish mine, Guid otherId, CancellationToken stop) =>
        mine.IsOpen ? (await MatchAsync(mine, await Candidates(mine).Where(w => w.MemberId == otherId).ToListAsync(stop), stop)).SingleOrDefault() : null;

    IQueryable<MentoringWish> Candidates(MentoringWish mine)
    {
        var (me, now) = (mine.MemberId, clock.GetUtcNow());
        var open = db.MentoringRequests.OpenAt(now);
        var pacts = db.Pacts.Open().Of(me);
        // Whom I asked stays away from my list for as long as they seem to think about it, whatever they answered.
        var since = now - MentoringRequest.Waits;
        return db.MentoringWishes.AsNoTracking().Include(w => w.Member).Open(mine.Kind == WishKind.Ask ? WishKind.Offer : WishKind.Ask)
            .Where(w => w.MemberId != me && w.Member.Origin != Domain.Members.Origin.Import
                && !db.MentoringPasses.Any(p => (p.ById == me && p.OtherId == w.MemberId) || (p.ById == w.MemberId && p.OtherId == me))
                && !open.Any(r => (r.FromId == me && r.ToId == w.MemberId) || (r.FromId == w.MemberId && r.ToId == me))
                && !db.MentoringRequests.Any(r => r.FromId == me && r.ToId == w.MemberId && r.At > since && r.Answer != null && r.Answer.Kind == RequestAnswerKind.Declined)
                && !pacts.Any(p => p.Members.Any(m => m.MemberId == w.MemberId && m.LeftAt == null)));
    }

    async Task<IEnumerable<Matched>> MatchAsync(MentoringWish mine, List<MentoringWish> others, CancellationToken stop)
    {
        var asks = mine.Kind == WishKind.Ask;
        List<MentoringWish> offers = asks ? others : [mine];
        var taken = await wishes.TakenAsync([.. offers.Select(o => o.Id)], stop);
        if (offers.Count == 0 || (!asks && taken.GetValueOrDefault(mine.Id) >= mine.Places))
            return [];
        var tried = await wishes.TriedAsync(offers, stop);
        var my = wishes.Side(mine, tried);
        return others.Where(w => !asks || taken.GetValueOrDefault(w.Id) < w.Places)
            .Select(w => (Wish: w, Match: asks ? MentoringMatch.Between(my, wishes.Side(w, tried)) : MentoringMatch.Between(wishes.Side(w, tried), my)))
            .Where(m => m.Match is not null).Select(m => new Matched(m.Wish, m.Match!));
    }
}
