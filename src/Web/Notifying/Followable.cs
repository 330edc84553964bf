using HealthDoers.Domain.Gatherings;
using HealthDoers.Domain.Hubs;
using HealthDoers.Domain.Ideas;
using HealthDoers.Domain.Notifications;
using HealthDoers.Domain.Stories;
using HealthDoers.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Notifying;

/// <summary>Stories, ideas and gatherings as their followers may ask for them.</summary>
static class Followable
{
    /// <summary>A week of a large site, when somebody tries what a condition would have sent.</summary>
    const int Most = 500;

    /// <summary>A story belongs to a hub by topic or place or because it was shared there, unless the hub took it out.</summary>
    public static async Task<List<FollowableThing>> StoriesAsync(AppDb db, IQueryable<Story> stories, CancellationToken stop)
    {
        var found = await stories.AsNoTracking().OrderByDescending(s => s.PublishedAt).Take(Most).Select(s => new { s.Id, s.AuthorId, s.PlaceName, s.Standing, s.Content }).ToListAsync(stop);
        var ids = found.ConvertAll(s => s.Id);
        var shares = (await db.HubShares.AsNoTracking().Where(x => ids.Contains(x.StoryId)).Select(x => new { x.StoryId, x.HubId, x.State }).ToListAsync(stop)).ToLookup(x => x.StoryId);
        var hubs = await HubsAsync(db, stop);
        return found.ConvertAll(s =>
        {
            var words = s.Content.Words;
            var inHubs = HubsOf(hubs, s.Content.Topics, s.PlaceName)
                .Union(shares[s.Id].Where(x => x.State == ShareState.Shown).Select(x => x.HubId))
                .Except(shares[s.Id].Where(x => x.State == ShareState.Removed).Select(x => x.HubId));
            return new FollowableThing(s.AuthorId, new(s.Content.Topics, [.. inHubs], s.Standing, s.Content.Language,
                string.Join('\n', words.Title, words.Summary, words.Problem, words.ForWhom, words.WhatWeDid, words.WhatChanged, words.HowWeKnow, words.Advice, words.Body)));
        });
    }

    public static async Task<List<FollowableThing>> IdeasAsync(AppDb db, IQueryable<Idea> ideas, CancellationToken stop)
    {
        var found = await ideas.AsNoTracking().OrderByDescending(i => i.ProposedAt).Take(Most).Select(i => new { i.ProposedById, i.PlaceName, i.Standing, i.Content }).ToListAsync(stop);
        var hubs = await HubsAsync(db, stop);
        return found.ConvertAll(i => new FollowableThing(i.ProposedById, new(i.Content.Topics, [.. HubsOf(hubs, i.Content.Topics, i.PlaceName)], i.Standing, i.Content.Language,
            string.Join('\n', i.Content.Words.Title, i.Content.Words.Summary, i.Content.Words.Body))));
    }

    public static async Task<List<FollowableThing>> GatheringsAsync(AppDb db, IQueryable<Gathering> gatherings, CancellationToken stop)
    {
        var found = await gatherings.AsNoTracking().OrderByDescending(g => g.AnnouncedAt).Take(Most)
            .Select(g => new { g.HubId, g.Content, Host = g.Hosts.OrderBy(h => h.Since).Select(h => (Guid?)h.MemberId).FirstOrDefault() }).ToListAsync(stop);
        var hubs = await HubsAsync(db, stop);
        return found.ConvertAll(g => new FollowableThing(g.Host, new(g.Content.Topics, [.. HubsOf(hubs, g.Content.Topics, null).Union(g.HubId is { } hub ? [hub] : [])], null, g.Content.Language,
            g.Content.Title + '\n' + g.Content.What))
        { HubId = g.HubId });
    }

    static Task<List<HubReach>> HubsAsync(AppDb db, CancellationToken stop) => db.Hubs.AsNoTracking().Standing().Select(h => new HubReach(h.Id, h.Scope)).ToListAsync(stop);

    static IEnumerable<Guid> HubsOf(List<HubReach> hubs, List<string> topics, string? place) =>
        hubs.Where(h => h.Scope.Topics.Intersect(topics).Any() || h.Scope.Covers(place)).Select(h => h.Id);

    sealed record HubReach(Guid Id, HubScope Scope);
}

/// <param name="ById">Who wrote, proposed or hosts it.</param>
sealed record FollowableThing(Guid? ById, NewsFacts Facts)
{
    /// <summary>Of a gathering: the hub it was announced in, whose followers hear of it.</summary>
    public Guid? HubId { get; init; }
}
