using HealthDoers.Domain.Gatherings;
using HealthDoers.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Pages.Gatherings.Calendars;

/// <summary>What stands in a calendar, and for whom.</summary>
sealed class CalendarReading(AppDb db, TimeProvider clock)
{
    const int Most = 500;

    /// <summary>What was lately stays, so that nothing vanishes from a calendar the moment it begins.</summary>
    static readonly TimeSpan Kept = TimeSpan.FromDays(60);

    /// <summary>Whole gatherings that are not over, each once, a series as its rule.</summary>
    /// <param name="memberId">Who reads it: they have the links of what they come to.</param>
    public async Task<IReadOnlyList<CalendarEntry>> WholeAsync(IQueryable<Gathering> gatherings, Guid? memberId, CancellationToken stop)
    {
        var since = clock.GetUtcNow() - Kept;
        var found = await gatherings.AsNoTracking().Where(g => g.Occurrences.Any(o => o.EndsAt > since)).OrderByDescending(g => g.AnnouncedAt).ThenBy(g => g.Id).Take(Most)
            .Include(g => g.Occurrences).Include(g => g.Hosts).AsSplitQuery().ToListAsync(stop);
        var comesTo = memberId is null ? [] : await db.ComesToAsync(memberId.Value, clock.GetUtcNow(), stop);
        return [.. found.Select(g => new CalendarEntry(g, Planned(g), g.IsSeries, comesTo.Contains(g.Id) || g.Hosts.Any(h => h.MemberId == memberId) ? g.Link : ""))];
    }

    /// <summary>What one member comes to or hosts, each time by itself.</summary>
    public async Task<IReadOnlyList<CalendarEntry>> OfMemberAsync(Guid memberId, CancellationToken stop)
    {
        var since = clock.GetUtcNow() - Kept;
        var answers = await db.Rsvps.AsNoTracking().Where(r => r.MemberId == memberId && (r.Coming == Coming.Yes || r.Coming == Coming.Maybe)).ToDictionaryAsync(r => r.OccurrenceId, stop);
        var ids = answers.Keys.ToList();
        var found = await db.Gatherings.AsNoTracking().Where(g => g.Hiding == null).Where(g => g.Hosts.Any(h => h.MemberId == memberId) || g.Occurrences.Any(o => ids.Contains(o.Id)))
            .Include(g => g.Occurrences.Where(o => o.EndsAt > since)).Include(g => g.Hosts).AsSplitQuery().ToListAsync(stop);
        return
        [
            .. found.SelectMany(g => Planned(g).Select(o => (Gathering: g, Time: o, Answer: answers.GetValueOrDefault(o.Id), Hosts: g.Hosts.Any(h => h.MemberId == memberId))))
                .Where(t => t.Hosts || t.Answer is not null).OrderBy(t => t.Time.StartsAt)
                .Select(t => new CalendarEntry(t.Gathering, [t.Time], false, t.Hosts || t.Answer!.HasPlace ? t.Gathering.Link : "", !t.Hosts && !t.Answer!.HasPlace)),
        ];
    }

    static List<Occurrence> Planned(Gathering gathering) => [.. gathering.Occurrences];
}

static class Comers
{
    /// <summary>The gatherings to which somebody has a place now or later: they may have the link.</summary>
    public static Task<HashSet<Guid>> ComesToAsync(this AppDb db, Guid memberId, DateTimeOffset now, CancellationToken stop) =>
        db.Occurrences.Where(o => o.EndsAt > now && o.Rsvps.Any(r => r.MemberId == memberId && r.Coming == Coming.Yes && !r.Waits)).Select(o => o.GatheringId).ToHashSetAsync(stop);
}
