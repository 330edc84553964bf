using System.Collections.Frozen;
using HealthDoers.Domain.Communities;
using HealthDoers.Domain.Ideas;
using HealthDoers.Domain.Members;
using HealthDoers.Web.Data;
using HealthDoers.Web.Data.Events;
using HealthDoers.Web.Look;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Pages.Communities;

/// <summary>What likeness reads of every community, kept until one of them changes or tries something.</summary>
sealed class CommunityTraitsList(IDbContextFactory<AppDb> dbs) : Kept<CommunityTraitsList.Traits>(dbs)
{
    protected override async Task<Traits> ReadAsync(AppDb db)
    {
        var communities = await db.Listings.AsNoTracking().Public(ListingKind.Community).Select(l => new { l.Id, l.Content }).ToListAsync();
        var byAdaptation = db.Adaptations.Where(a => a.WithdrawnAt == null && a.ListingId != null).Select(a => new { Of = a.ListingId!.Value, a.IdeaId });
        var byStory = db.Adaptations.Where(a => a.WithdrawnAt == null && a.ListingId == null && a.StoryId != null)
            .Join(db.Stories.Where(s => s.Withdrawal == null && s.Hiding == null && s.ListingId != null), a => a.StoryId, s => s.Id, (a, s) => new { Of = s.ListingId!.Value, a.IdeaId });
        var ideas = (await db.Ideas.Public().Where(i => i.Retirement == null)
            .Select(i => new { i.Id, Topics = i.Labels.Where(l => l.Kind == IdeaLabelKind.Topic).Select(l => l.Value).ToList() }).ToListAsync()).ToFrozenDictionary(i => i.Id, i => (IReadOnlyList<string>)i.Topics);
        var tried = (await byAdaptation.ToListAsync()).Concat(await byStory.ToListAsync()).Where(t => ideas.ContainsKey(t.IdeaId)).ToLookup(t => t.Of, t => t.IdeaId);
        var byId = communities.ToFrozenDictionary(c => c.Id, c => new CommunityTraits(c.Id, c.Content.PlaceType, c.Content.Size, c.Content.Sectors, c.Content.Topics, tried[c.Id].ToHashSet()));
        return new(byId, new LikeOurs(byId.Values, ideas));
    }

    public sealed record Traits(FrozenDictionary<Guid, CommunityTraits> ById, LikeOurs Like);
}

/// <summary>Forgets what was read within a second after a community or an adaptation changed.</summary>
sealed class CommunityTraitsChanges(CommunityTraitsList traits) : IOncePerNode
{
    public string Name => "community-traits";

    public Task HandleAsync(IReadOnlyList<RaisedEvent> events, CancellationToken cancellationToken)
    {
        if (events.Any(e => e.What is ListingChanged or AdaptationStarted or AdaptationChanged or IdeaRetired or IdeaHidden or IdeaMerged or MemberErased))
            traits.Forget();
        return Task.CompletedTask;
    }
}

/// <summary>Communities like one, each with the reason in a sentence, and what they tried that this one has not.</summary>
/// <param name="Tried">At most three.</param>
sealed record LikeOursView(IReadOnlyList<LikeRow> Rows, IReadOnlyList<NotTriedRow> Tried);

sealed record LikeRow(string Url, string Name, string? Language, string? Place, string Why);

/// <param name="By">Names of communities like ours.</param>
sealed record NotTriedRow(string Url, string Title, string? Language, IReadOnlyList<string> By);

sealed class LikeOursReader(AppDb db, CommunityTraitsList traits, LikenessWords words)
{
    const int MostShown = 4;
    const int MostTried = 3;
    const int MostNamed = 2;

    /// <summary>A sector alone is no likeness: nearly all communities have one in common.</summary>
    static readonly LikenessKind[] Telling = [LikenessKind.PlaceType, LikenessKind.Size, LikenessKind.Topic, LikenessKind.Tried];

    public static bool IsTelling(Likeness likeness) => likeness.Reasons.Any(r => Telling.Contains(r.Kind));

    public async Task<LikeOursView> ReadAsync(Guid communityId, CancellationToken stop)
    {
        var all = await traits.GetAsync();
        if (!all.ById.TryGetValue(communityId, out var ours))
            return new([], []);
        var near = all.Like.To(ours, MostShown * 2).Where(IsTelling).Take(MostShown).ToList();
        var notYet = all.Like.NotYetTriedBy(ours, MostTried);
        var named = near.Select(n => n.Id).Concat(notYet.SelectMany(n => n.By.Take(MostNamed))).Distinct().ToList();
        var listings = await db.Listings.AsNoTracking().Public().Where(l => named.Contains(l.Id)).Select(l => new { l.Id, l.Slug, l.Content }).ToDictionaryAsync(l => l.Id, stop);
        var ideaIds = notYet.Select(n => n.IdeaId).ToList();
        var language = PageFrame.Language;
        var ideas = await db.Ideas.Public().Where(i => ideaIds.Contains(i.Id)).Select(i => new { i.Id, i.Slug, i.Title, i.Language, Ours = i.Translations.Where(t => t.Language == language).Select(t => t.Title).FirstOrDefault() })
            .ToDictionaryAsync(i => i.Id, stop);
        return new(
            [.. near.Zip(await words.SayAsync(near, stop)).Where(n => listings.ContainsKey(n.First.Id)).Select(n => (why: n.Second, of: listings[n.First.Id])).Select(r => new LikeRow(ListingAddress.Of(ListingKind.Community, r.of.Slug), r.of.Content.In(language).Name,
                r.of.Content.Words.ContainsKey(language) ? null : r.of.Content.Language, r.of.Content.Place?.Name, r.why))],
            [.. notYet.Where(n => ideas.ContainsKey(n.IdeaId)).Select(n => (n, idea: ideas[n.IdeaId])).Select(r => new NotTriedRow(Ideas.IdeaAddress.Of(r.idea.Slug), r.idea.Ours ?? r.idea.Title,
                r.idea.Ours is null && r.idea.Language != language ? r.idea.Language : null, [.. r.n.By.Take(MostNamed).Where(listings.ContainsKey).Select(by => listings[by].Content.In(language).Name)]))]);
    }
}
