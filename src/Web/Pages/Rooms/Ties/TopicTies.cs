using System.Text.RegularExpressions;
using HealthDoers.Domain.Gatherings;
using HealthDoers.Domain.Ideas;
using HealthDoers.Domain.Members;
using HealthDoers.Domain.Rooms;
using HealthDoers.Domain.Stories;
using HealthDoers.Web.Data;
using HealthDoers.Web.Look;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Pages.Rooms.Ties;

/// <summary>What topics stand for, and which topics stand for a thing: each only as far as the viewer may see both.</summary>
public sealed partial class TopicTies(AppDb db)
{
    const int MostTopics = 10;

    /// <summary>By topic; what was withdrawn or hidden since is not there.</summary>
    public async Task<Dictionary<string, TiedThing>> OfAsync(Guid roomId, Member? viewer, CancellationToken stop)
    {
        var ties = await db.TopicTies.AsNoTracking().Where(t => t.RoomId == roomId).ToListAsync(stop);
        var things = new Dictionary<string, TiedThing>();
        foreach (var kind in ties.GroupBy(t => t.Kind))
        {
            var found = (await ThingsAsync(kind.Key, kind.Select(t => t.TargetId).ToHashSet(), viewer, stop)).ToDictionary(t => t.Id);
            foreach (var tie in kind)
                if (found.TryGetValue(tie.TargetId, out var thing))
                    things[tie.Topic] = thing;
        }
        return things;
    }

    /// <summary>The topics about a thing, in the rooms that this viewer reads.</summary>
    public async Task<List<TopicAbout>> AboutAsync(TiedKind kind, Guid targetId, Member? viewer, CancellationToken stop)
    {
        var rooms = db.Rooms.VisibleTo(viewer);
        var rows = await db.TopicTies.Where(t => t.Kind == kind && t.TargetId == targetId)
            .Join(rooms, t => t.RoomId, r => r.Id, (t, r) => new { t.Topic, r.Slug, r.Words, t.At, Count = db.Messages.Count(m => m.RoomId == r.Id && m.Topic == t.Topic && m.Deletion == null) })
            .OrderByDescending(t => t.At).Take(MostTopics).ToListAsync(stop);
        return rows.ConvertAll(t => new TopicAbout(t.Slug, Room.WordsIn(t.Words, PageFrame.Language).Name, t.Topic, t.Count));
    }

    /// <summary>What an address of this site leads to; null when it is none of a story, an idea or a gathering that the viewer may see.</summary>
    public async Task<TiedThing?> FindAsync(string? address, Member viewer, CancellationToken stop)
    {
        if (Address().Match(address ?? "") is not { Success: true } match)
            return null;
        var slug = match.Groups["slug"].Value.ToLowerInvariant();
        var (kind, ids) = match.Groups["folder"].Value.ToLowerInvariant() switch
        {
            "stories" => (TiedKind.Story, db.StorySlugs.Where(s => s.Slug == slug).Select(s => s.StoryId)),
            "ideas" => (TiedKind.Idea, db.IdeaSlugs.Where(s => s.Slug == slug).Select(s => s.IdeaId)),
            _ => (TiedKind.Gathering, db.Gatherings.Where(g => g.Slug == slug).Select(g => g.Id)),
        };
        return await ThingsAsync(kind, await ids.ToHashSetAsync(stop), viewer, stop) is [var thing, ..] ? thing : null;
    }

    async Task<IReadOnlyList<TiedThing>> ThingsAsync(TiedKind kind, HashSet<Guid> ids, Member? viewer, CancellationToken stop) => kind switch
    {
        TiedKind.Story => await db.Stories.VisibleTo(viewer).Where(s => ids.Contains(s.Id)).Select(s => new TiedThing(kind, s.Id, s.Title, s.Slug, s.Language)).ToListAsync(stop),
        TiedKind.Idea => await db.Ideas.VisibleTo(viewer).Where(i => ids.Contains(i.Id)).Select(i => new TiedThing(kind, i.Id, i.Title, i.Slug, i.Language)).ToListAsync(stop),
        _ => [.. (await db.Gatherings.AsNoTracking().VisibleTo(viewer).Where(g => ids.Contains(g.Id)).Select(g => new { g.Id, g.Title, g.Slug, g.Content }).ToListAsync(stop))
            .Select(g => new TiedThing(kind, g.Id, g.Title, g.Slug, g.Content.Language))],
    };

    [GeneratedRegex(@"(?:^|/)(?<folder>stories|ideas|gatherings)/(?<slug>[a-z0-9-]+)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Address();
}
