using HealthDoers.Domain.Hubs;
using HealthDoers.Domain.Members;
using HealthDoers.Domain.Notifications;
using HealthDoers.Domain.Words;
using HealthDoers.Web.Data;
using HealthDoers.Web.Data.Starter;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Pages.Hubs;

/// <summary>Hubs are founded, and go on as part of others.</summary>
static class HubMaking
{
    /// <summary>A new hub with its usual roles and agreement; whoever founds it is its first member and steward. The caller saves.</summary>
    public static async Task<Hub> FoundAsync(
        this AppDb db, HubKind kind, HubWords words, string language, HubScope scope, Member founder, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var asked = words with { Questions = HubDefaults.QuestionsIn(language) };
        var hub = new Hub(kind, await FreeSlugAsync(db, words.Name, cancellationToken), new() { [language] = asked }, scope, now);
        db.Hubs.Add(hub);
        db.HubSlugs.Add(new(hub.Slug, hub.Id));
        db.HubAgreements.Add(HubDefaults.Furnish(hub, now));
        var first = new HubMembership(hub, founder, [], now);
        db.HubMemberships.Add(first);
        hub.Begin(hub.Roles.First(r => r.Stewards), first, now, now.AddYears(2));
        return hub;
    }

    /// <summary>Members, shared stories, decisions, followers and parts go along, each once; old addresses lead on.</summary>
    public static Task MergeAsync(this AppDb db, Hub hub, Hub into, HubTree tree, Member by, DateTimeOffset now, CancellationToken cancellationToken) => db.InTransactionAsync(async () =>
    {
        hub.MergeInto(into, tree, by, now);
        var (from, to) = (hub.Id, into.Id);

        var there = await db.HubMemberships.Where(m => m.HubId == to).Select(m => m.MemberId).ToHashSetAsync(cancellationToken);
        foreach (var membership in await db.HubMemberships.Where(m => m.HubId == from).ToListAsync(cancellationToken))
            if (there.Contains(membership.MemberId))
                db.Remove(membership);
            else
                membership.MoveTo(to);

        var shared = await db.HubShares.Where(s => s.HubId == to).Select(s => s.StoryId).ToHashSetAsync(cancellationToken);
        foreach (var share in await db.HubShares.Where(s => s.HubId == from).ToListAsync(cancellationToken))
            if (shared.Contains(share.StoryId))
                db.Remove(share);
            else
                share.MoveTo(to);

        foreach (var decision in await db.HubDecisions.Where(d => d.HubId == from).ToListAsync(cancellationToken))
            decision.MoveTo(to);
        foreach (var slug in await db.HubSlugs.Where(s => s.HubId == from).ToListAsync(cancellationToken))
            slug.LeadTo(to);
        foreach (var part in await db.Hubs.Where(h => h.ParentId == from).ToListAsync(cancellationToken))
            part.GoOnUnder(to);

        var follow = await db.Follows.Where(f => f.Kind == FollowedKind.Hub && f.TargetId == to).Select(f => f.MemberId).ToHashSetAsync(cancellationToken);
        foreach (var old in await db.Follows.Where(f => f.Kind == FollowedKind.Hub && f.TargetId == from).ToListAsync(cancellationToken))
        {
            db.Remove(old);
            if (!follow.Contains(old.MemberId))
                db.Follows.Add(new(old.MemberId, FollowedKind.Hub, to, old.At));
        }
        return into;
    }, cancellationToken);

    static async Task<string> FreeSlugAsync(AppDb db, string name, CancellationToken cancellationToken)
    {
        var wanted = Slug.From(name, "hub");
        for (var n = 1; ; n++)
            if (Slug.Numbered(wanted, n) is var slug && !await db.HubSlugs.AnyAsync(s => s.Slug == slug, cancellationToken))
                return slug;
    }
}
