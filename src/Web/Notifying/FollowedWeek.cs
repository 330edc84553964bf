using HealthDoers.Domain.Gatherings;
using HealthDoers.Domain.Ideas;
using HealthDoers.Domain.Members;
using HealthDoers.Domain.Notifications;
using HealthDoers.Domain.Stories;
using HealthDoers.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Notifying;

/// <summary>What a followed thing brought in the last seven days, and how much of it a condition would have let through.</summary>
sealed record FollowedWeek(int All, int Met)
{
    static readonly TimeSpan Length = TimeSpan.FromDays(7);

    public static async Task<FollowedWeek> OfAsync(AppDb db, Follow follow, OnlyIf? only, DateTimeOffset now, CancellationToken stop)
    {
        var (since, me, target) = (now - Length, follow.MemberId, follow.TargetId);
        var topic = follow.Kind == FollowedKind.Topic ? await db.Topics.Where(t => t.Id == target).Select(t => t.Slug).SingleOrDefaultAsync(stop) : null;
        var stories = await Followable.StoriesAsync(db, db.Stories.Public().Where(s => s.PublishedAt > since && s.Origin == Origin.Person), stop);
        var ideas = await Followable.IdeasAsync(db, db.Ideas.Public().Where(i => i.ProposedAt > since && i.Origin == Origin.Person), stop);
        var gatherings = await Followable.GatheringsAsync(db, db.Gatherings.Public().Where(g => g.AnnouncedAt > since && g.Origin == Origin.Person), stop);
        // The same that the notifier would have told: ideas are not announced in hubs, and gatherings in the one they belong to.
        var news = follow.Kind switch
        {
            FollowedKind.Member => stories.Concat(ideas).Concat(gatherings).Where(thing => thing.ById == target),
            FollowedKind.Topic => stories.Concat(ideas).Concat(gatherings).Where(thing => topic is not null && thing.Facts.Topics.Contains(topic)),
            FollowedKind.Hub => stories.Where(story => story.Facts.Hubs.Contains(target)).Concat(gatherings.Where(g => g.HubId == target)),
            _ => [],
        };
        var told = news.Where(thing => thing.ById != me).ToList();
        return new(told.Count, told.Count(thing => only?.IsMetBy(thing.Facts) ?? true));
    }
}
