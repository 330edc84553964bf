using HealthDoers.Domain.Gatherings;
using HealthDoers.Domain.Ideas;
using HealthDoers.Domain.Members;
using HealthDoers.Domain.Notifications;
using HealthDoers.Domain.Rooms;
using HealthDoers.Domain.Stories;
using HealthDoers.Web.Data;
using HealthDoers.Web.Look;
using HealthDoers.Web.Pages.Gatherings;
using HealthDoers.Web.Pages.Hubs;
using HealthDoers.Web.Pages.Ideas;
using HealthDoers.Web.Pages.Rooms;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Notifying;

/// <summary>What things that rules are set for are called, and where they are; only of those that the member may know of.</summary>
static class SubjectNames
{
    public static async Task<IReadOnlyDictionary<Subject, NamedSubject>> ReadAsync(AppDb db, Member member, IEnumerable<Subject> subjects, CancellationToken stop)
    {
        var all = subjects.Distinct().ToList();
        var named = new Dictionary<(SubjectKind, Guid), NamedSubject>();
        await AddAsync(SubjectKind.Story, ids => db.Stories.VisibleTo(member).Where(s => ids.Contains(s.Id)).Select(s => new Row(s.Id, s.Title, "/stories/" + s.Slug)).ToListAsync(stop));
        await AddAsync(SubjectKind.Search, ids => db.SavedSearches.Where(s => ids.Contains(s.Id) && s.MemberId == member.Id).Select(s => new Row(s.Id, s.Name, "/searches")).ToListAsync(stop));
        await AddAsync(SubjectKind.Member, ids => db.Members.VisibleTo(member).Where(m => ids.Contains(m.Id)).Select(m => new Row(m.Id, m.Name, "/members/" + m.Handle)).ToListAsync(stop));
        await AddAsync(SubjectKind.Idea, async ids => (await db.Ideas.VisibleTo(member).Where(i => ids.Contains(i.Id)).Select(i => new { i.Id, i.Title, i.Slug }).ToListAsync(stop))
            .ConvertAll(i => new Row(i.Id, i.Title, IdeaAddress.Of(i.Slug))));
        await AddAsync(SubjectKind.Gathering, async ids => (await db.Gatherings.VisibleTo(member).Where(g => ids.Contains(g.Id)).Select(g => new { g.Id, g.Title, g.Slug }).ToListAsync(stop))
            .ConvertAll(g => new Row(g.Id, g.Title, GatheringAddress.Of(g.Slug))));
        await AddAsync(SubjectKind.Hub, async ids => (await db.Hubs.AsNoTracking().Where(h => ids.Contains(h.Id)).ToListAsync(stop))
            .ConvertAll(h => new Row(h.Id, h.In(PageFrame.Language).Name, HubAddress.Of(h.Slug))));
        await AddAsync(SubjectKind.Topic, async ids => (await db.Topics.AsNoTracking().Where(t => ids.Contains(t.Id)).ToListAsync(stop))
            .ConvertAll(t => new Row(t.Id, t.In(PageFrame.Language).Name, "/stories?topic=" + t.Slug)));
        await AddAsync(SubjectKind.Room, async ids => (await db.Rooms.AsNoTracking().KnownTo(member).Where(r => ids.Contains(r.Id)).ToListAsync(stop))
            .ConvertAll(r => new Row(r.Id, r.In(PageFrame.Language).Name, RoomAddress.Of(r.Slug))));
        return all.Where(s => named.ContainsKey(Key(s))).ToDictionary(s => s, s => s.Topic.Length == 0 ? named[Key(s)] : named[Key(s)] with { Name = $"{s.Topic} · {named[Key(s)].Name}" });

        async Task AddAsync(SubjectKind kind, Func<List<Guid>, Task<List<Row>>> read)
        {
            var ids = all.Where(s => Key(s).Kind == kind).Select(s => s.Id).Distinct().ToList();
            if (ids.Count > 0)
                foreach (var row in await read(ids))
                    named[(kind, row.Id)] = new(row.Name, row.Url);
        }
    }

    /// <summary>A topic is named with its room.</summary>
    static (SubjectKind Kind, Guid Id) Key(Subject subject) => (subject.Kind == SubjectKind.RoomTopic ? SubjectKind.Room : subject.Kind, subject.Id);

    sealed record Row(Guid Id, string Name, string Url);
}

public sealed record NamedSubject(string Name, string Url);
