using HealthDoers.Domain.Gatherings;
using HealthDoers.Domain.Members;
using HealthDoers.Web.Access;
using HealthDoers.Web.Data;
using HealthDoers.Web.Time;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Pages.Gatherings;

/// <summary>A gathering as a signed-in member has opened it, at one of its times where one is asked for.</summary>
sealed class GatheringVisit(AppDb db, CurrentMember current, TimeProvider clock)
{
    public Gathering Gathering { get; private set; } = null!;
    public Member Me { get; private set; } = null!;

    /// <summary>The time that is asked for, else the next one, else the last.</summary>
    public Occurrence Time { get; private set; } = null!;
    public DateTimeOffset Now { get; } = clock.GetUtcNow();
    public LocalClock Clock => Zones.ClockOf(Gathering.Zone);
    public string Address => GatheringAddress.Of(Gathering.Slug);
    public string TimeAddress => GatheringAddress.Of(Gathering.Slug, Time.On);
    public bool CanEdit => Gathering.CanBeEditedBy(Me);

    /// <summary>False when there is no such gathering, or no such time of it, for this member.</summary>
    public async Task<bool> OpenAsync(string slug, string? on, CancellationToken stop)
    {
        Me = await current.RequireAsync(stop);
        if (await db.Gatherings.VisibleTo(Me).Where(g => g.Slug == slug).WithTimes().SingleOrDefaultAsync(stop) is not { } gathering)
            return false;
        Gathering = gathering;
        if (gathering.TimeOn(on, Now) is not { } time)
            return false;
        await db.Entry(time).Collection(o => o.Rsvps).LoadAsync(stop);
        Time = time;
        return true;
    }

    /// <summary>False also for those who do not host it.</summary>
    public async Task<bool> OpenToEditAsync(string slug, string? on, CancellationToken stop) => await OpenAsync(slug, on, stop) && CanEdit;
}

static class GatheringReading
{
    /// <summary>Without who comes, which may be thousands over a year.</summary>
    public static IQueryable<Gathering> WithTimes(this IQueryable<Gathering> gatherings) =>
        gatherings.Include(g => g.Hosts).Include(g => g.Labels).Include(g => g.Changes).Include(g => g.Occurrences).AsSplitQuery();

    public static IQueryable<Gathering> WithAll(this IQueryable<Gathering> gatherings) =>
        gatherings.WithTimes().Include(g => g.Occurrences).ThenInclude(o => o.Rsvps);

    /// <summary>The time of this day; without one the next that is not cancelled, else the last. Null for a day that there is not.</summary>
    public static Occurrence? TimeOn(this Gathering gathering, string? on, DateTimeOffset now)
    {
        if (on is { Length: > 0 })
            return GatheringAddress.DayOf(on) is { } day ? gathering.Occurrences.SingleOrDefault(o => o.On == day) : null;
        return gathering.Occurrences.Where(o => !o.IsOverAt(now)).OrderBy(o => o.Cancellation is not null).ThenBy(o => o.StartsAt).FirstOrDefault()
            ?? gathering.Occurrences.OrderBy(o => o.Cancellation is not null).ThenByDescending(o => o.StartsAt).FirstOrDefault();
    }
}
