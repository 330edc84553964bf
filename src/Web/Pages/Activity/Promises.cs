using HealthDoers.Domain.Gatherings;
using HealthDoers.Domain.Members;
using HealthDoers.Domain.Mentoring;
using HealthDoers.Domain.Rooms;
using HealthDoers.Web.Data;
using HealthDoers.Web.Pages.Gatherings;
using HealthDoers.Web.Pages.Ideas;
using HealthDoers.Web.Pages.Mentoring;
using HealthDoers.Web.Pages.Rooms;
using HealthDoers.Web.Words;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Pages.Activity;

/// <summary>Something somebody said they would do.</summary>
/// <param name="Due">The day by which; null when none was named.</param>
sealed record Promise(PromiseKind Kind, string Says, string Url, DateOnly? Due);

enum PromiseKind
{
    /// <summary>An action of a room.</summary>
    Action,

    /// <summary>A prediction to look at again.</summary>
    Prediction,

    /// <summary>An idea they try, of which nothing was told yet.</summary>
    Adaptation,

    /// <summary>A step of a pact.</summary>
    Step,

    /// <summary>A pact whose last day is near or past.</summary>
    PactEnds,

    /// <summary>A time to meet.</summary>
    Meeting,
}

/// <summary>What a member promised and has not done: what is due first comes first, what has no day last.</summary>
sealed class Promises(AppDb db, TimeProvider clock)
{
    const int MostOfAKind = 20;
    const int Length = 120;
    const int DaysBeforeAPactEnds = 14;
    const int DaysAhead = 21;

    public async Task<IReadOnlyList<Promise>> OfAsync(Member me, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        List<Promise> all = [.. await MarksAsync(me, stop), .. await AdaptationsAsync(me, stop), .. await PactsAsync(me, today, stop), .. await MeetingsAsync(me, now, stop)];
        return [.. all.OrderBy(p => p.Due is null).ThenBy(p => p.Due).ThenBy(p => p.Kind)];
    }

    async Task<IEnumerable<Promise>> MarksAsync(Member me, CancellationToken stop)
    {
        var rooms = db.Rooms.VisibleTo(me);
        var marks = await db.Messages.AsNoTracking().Where(m => m.Deletion == null && m.Mark != null && m.Mark.DoneAt == null && rooms.Any(r => r.Id == m.RoomId)
                && ((m.Mark.Kind == MarkKind.Action && m.Mark.OwnerId == me.Id) || (m.Mark.Kind == MarkKind.Prediction && m.Mark.ById == me.Id && m.Mark.Due != null)))
            .OrderByDescending(m => m.Mark!.At).Take(MostOfAKind * 2).Select(m => new { m.Room.Slug, m.Seq, m.Body, m.Mark!.Kind, m.Mark.Due }).ToListAsync(stop);
        return marks.Select(m => new Promise(m.Kind == MarkKind.Action ? PromiseKind.Action : PromiseKind.Prediction, SafeMarkdown.Excerpt(m.Body, Length), RoomAddress.OfMessage(m.Slug, m.Seq), m.Due));
    }

    async Task<IEnumerable<Promise>> AdaptationsAsync(Member me, CancellationToken stop) =>
        (await db.Adaptations.AsNoTracking().Where(a => a.MemberId == me.Id && a.WithdrawnAt == null && a.Outcomes.Count == 0).OrderByDescending(a => a.StartedAt).Take(MostOfAKind)
            .Select(a => new { a.Id, Title = db.Ideas.Where(i => i.Id == a.IdeaId).Select(i => i.Title).FirstOrDefault() }).ToListAsync(stop))
        .Select(a => new Promise(PromiseKind.Adaptation, a.Title ?? "…", IdeaAddress.OfAdaptation(a.Id) + "/tell", null));

    async Task<IEnumerable<Promise>> PactsAsync(Member me, DateOnly today, CancellationToken stop)
    {
        var pacts = await db.Pacts.AsNoTracking().Of(me.Id).Open().Include(p => p.Goals).OrderByDescending(p => p.MadeAt).Take(MostOfAKind).ToListAsync(stop);
        return pacts.SelectMany(p => p.Goals.Where(g => g.ReachedAt is null).Select(g => new Promise(PromiseKind.Step, g.Words, MentoringAddress.OfPact(p.Id) + "#goals", g.Due)))
            .Concat(pacts.Where(p => p.Plan.EndsOn <= today.AddDays(DaysBeforeAPactEnds)).Select(p => new Promise(PromiseKind.PactEnds, p.Plan.Goal, MentoringAddress.OfPact(p.Id), p.Plan.EndsOn)));
    }

    async Task<IEnumerable<Promise>> MeetingsAsync(Member me, DateTimeOffset now, CancellationToken stop)
    {
        var until = now.AddDays(DaysAhead);
        var times = await db.Gatherings.AsNoTracking().VisibleTo(me).Where(g => g.Cancellation == null)
            .SelectMany(g => g.Occurrences.Where(o => o.Cancellation == null && o.EndsAt > now && o.StartsAt < until
                && (g.Hosts.Any(h => h.MemberId == me.Id) || o.Rsvps.Any(r => r.MemberId == me.Id && r.Coming == Coming.Yes && !r.Waits))), (g, o) => new { g.Slug, g.Title, o.On, o.StartsAt })
            .OrderBy(t => t.StartsAt).Take(MostOfAKind).ToListAsync(stop);
        return times.Select(t => new Promise(PromiseKind.Meeting, t.Title, GatheringAddress.Of(t.Slug, t.On), t.On));
    }
}
