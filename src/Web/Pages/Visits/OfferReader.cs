using HealthDoers.Domain.Communities;
using HealthDoers.Domain.Members;
using HealthDoers.Domain.Visits;
using HealthDoers.Web.Data;
using HealthDoers.Web.Look;
using HealthDoers.Web.Pages.Communities;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Pages.Visits;

/// <summary>Offers to host: for a member those of communities like theirs first, with the reason; then the newest.</summary>
sealed class OfferReader(AppDb db, CommunityTraitsList traits, LikenessWords words)
{
    const int Most = 100;

    public async Task<IReadOnlyList<OfferRow>> ReadAsync(IReadOnlyCollection<Guid> mine, string? topic, CancellationToken stop)
    {
        var offers = await db.VisitOffers.AsNoTracking().Open().Where(o => !mine.Contains(o.HostId)).OrderByDescending(o => o.OfferedAt).Take(Most)
            .Select(o => new { o.Id, o.HostId, o.Terms, o.OfferedAt, o.Host.Slug, o.Host.Content }).ToListAsync(stop);
        var like = await LikenessesAsync(mine);
        var shown = offers.Where(o => topic is null || o.Terms.Topics.Contains(topic) || o.Content.Topics.Contains(topic))
            .OrderByDescending(o => like.GetValueOrDefault(o.HostId)?.Score ?? 0).ThenByDescending(o => o.OfferedAt).ToList();
        var near = shown.Where(o => like.ContainsKey(o.HostId)).Select(o => like[o.HostId]).DistinctBy(l => l.Id).ToList();
        var why = near.Zip(await words.SayAsync(near, stop)).ToDictionary(w => w.First.Id, w => w.Second);
        return [.. shown.Select(o => OfferRow.Of(o.Id, o.Terms, o.Slug, o.Content, why.GetValueOrDefault(o.HostId)))];
    }

    public async Task<IReadOnlyList<OfferRow>> OfCommunityAsync(Guid listingId, CancellationToken stop) =>
        [.. (await db.VisitOffers.AsNoTracking().Open().Where(o => o.HostId == listingId).OrderByDescending(o => o.OfferedAt)
            .Select(o => new { o.Id, o.Terms, o.Host.Slug, o.Host.Content }).ToListAsync(stop)).Select(o => OfferRow.Of(o.Id, o.Terms, o.Slug, o.Content, null))];

    /// <summary>The communities for which this member may speak.</summary>
    public Task<List<Listing>> CommunitiesOfAsync(Member me, CancellationToken stop) =>
        db.Listings.Public(ListingKind.Community).OfTeammate(me.Id).Include(l => l.Seats).OrderBy(l => l.Name).ToListAsync(stop);

    /// <summary>Of all communities that are like one of mine, the likeness that says most.</summary>
    async Task<Dictionary<Guid, Likeness>> LikenessesAsync(IReadOnlyCollection<Guid> mine)
    {
        if (mine.Count == 0)
            return [];
        var all = await traits.GetAsync();
        return mine.Where(all.ById.ContainsKey).SelectMany(id => all.Like.To(all.ById[id], int.MaxValue)).Where(LikeOursReader.IsTelling)
            .GroupBy(l => l.Id).ToDictionary(g => g.Key, g => g.MaxBy(l => l.Score)!);
    }
}

/// <param name="Why">How its hosts are like a community of the reader's; null when nothing is known.</param>
sealed record OfferRow(Guid Id, VisitTerms Terms, string Host, string HostUrl, string? Language, string? Place, string? Why)
{
    public string Url => VisitAddress.OfOffer(Id);

    public static OfferRow Of(Guid id, VisitTerms terms, string slug, ListingContent content, string? why) => new(id, terms, content.In(PageFrame.Language).Name,
        ListingAddress.Of(ListingKind.Community, slug), content.Words.ContainsKey(PageFrame.Language) ? null : content.Language, content.Place?.Name, why);
}
