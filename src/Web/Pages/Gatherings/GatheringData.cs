using HealthDoers.Domain.Gatherings;
using HealthDoers.Web.Access.PersonalData;
using HealthDoers.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Pages.Gatherings;

/// <summary>What a member comes to, with what they need, what they host, and their private calendars.</summary>
sealed class GatheringData(AppDb db, TimeProvider clock) : IPersonalData
{
    public string Name => "gatherings";

    public async Task<IReadOnlyList<object>> ReadAsync(Guid memberId, CancellationToken cancellationToken) =>
    [
        .. await db.Occurrences.AsNoTracking().SelectMany(o => o.Rsvps.Where(r => r.MemberId == memberId),
                (o, r) => new { What = "answer", Gathering = db.Gatherings.Single(g => g.Id == o.GatheringId).Slug, o.On, o.StartsAt, r.Coming, r.Waits, r.Since, r.Needs, r.Reminders })
            .OrderBy(r => r.StartsAt).ToListAsync(cancellationToken),
        .. await db.SeriesAnswers.AsNoTracking().Where(a => a.MemberId == memberId)
            .Select(a => new { What = "series", Gathering = db.Gatherings.Single(g => g.Id == a.GatheringId).Slug, a.Coming, a.Needs, a.Reminders, a.At }).ToListAsync(cancellationToken),
        .. (await db.Gatherings.AsNoTracking().HostedBy(memberId).OrderBy(g => g.AnnouncedAt).ToListAsync(cancellationToken))
            .Select(g => new { What = "host", Gathering = g.Slug, g.Content, g.Schedule, g.Link, g.Place, g.AnnouncedAt }),
        .. await db.CalendarKeys.AsNoTracking().Where(k => k.MemberId == memberId).Select(k => new { What = "calendar", k.Kind, k.TargetId, k.MadeAt }).ToListAsync(cancellationToken),
    ];

    public async Task EraseAsync(Guid memberId, WhatStays stays, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await db.SeriesAnswers.Where(a => a.MemberId == memberId).ExecuteDeleteAsync(cancellationToken);
        await db.CalendarKeys.Where(k => k.MemberId == memberId).ExecuteDeleteAsync(cancellationToken);
        // Whoever waits for the place has it now.
        foreach (var gathering in await db.Gatherings.Include(g => g.Occurrences.Where(o => o.Rsvps.Any(r => r.MemberId == memberId))).ThenInclude(o => o.Rsvps)
            .Where(g => g.Occurrences.Any(o => o.Rsvps.Any(r => r.MemberId == memberId))).AsSplitQuery().ToListAsync(cancellationToken))
            gathering.ForgetAnswersOf(memberId);
        foreach (var gathering in await db.Gatherings.WithAll()
            .Where(g => g.Hosts.Any(h => h.MemberId == memberId) || g.Changes.Any(c => c.ById == memberId)
                || g.Occurrences.Any(o => o.Cancellation!.ById == memberId || o.Outcome!.ById == memberId)).ToListAsync(cancellationToken))
            gathering.Forget(memberId, now);
    }
}
