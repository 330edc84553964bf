using HealthDoers.Domain.Gatherings;
using HealthDoers.Domain.Places;
using HealthDoers.Web.Data;
using HealthDoers.Web.Look;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Pages.Gatherings;

/// <summary>One time of a gathering, as lists show it.</summary>
sealed record GatheringRow(
    string Slug, GatheringContent Content, string Zone, Place? Place, DateOnly On, DateTime Start, DateTimeOffset StartsAt, DateTimeOffset EndsAt, bool IsCancelled, int Taken, bool HasOutcome)
{
    public string Url => GatheringAddress.Of(Slug, On);
    public string? Language => PageFrame.IfOther(Content.Language);
    public int? Left => Content.Places is { } places ? Math.Max(0, places - Taken) : null;

    /// <summary>More times of the same gathering in the same month.</summary>
    public IReadOnlyList<GatheringRow> Also { get; init; } = [];
}

/// <param name="First">Of the month, as seen where it is.</param>
sealed record GatheringMonth(DateOnly First, IReadOnlyList<GatheringRow> Rows);

static class GatheringRows
{
    /// <summary>The times that are planned; those that fell out of a changed schedule are nobody's business any longer.</summary>
    public static IQueryable<Occurrence> Planned(this IQueryable<Occurrence> occurrences) =>
        occurrences.Where(o => o.Cancellation == null || o.Cancellation.ById != null || o.Cancellation.Reason != "");

    /// <summary>Neither it nor its whole gathering is cancelled.</summary>
    public static IQueryable<Occurrence> Standing(this IQueryable<Occurrence> occurrences, AppDb db) =>
        occurrences.Where(o => o.Cancellation == null && db.Gatherings.Any(g => g.Id == o.GatheringId && g.Cancellation == null));

    public static IQueryable<GatheringRow> Rows(this IQueryable<Occurrence> occurrences, IQueryable<Gathering> gatherings) =>
        occurrences.Join(gatherings.AsNoTracking(), o => o.GatheringId, g => g.Id, (o, g) => new GatheringRow(
            g.Slug, g.Content, g.Zone, g.Place, o.On, o.Start, o.StartsAt, o.EndsAt, o.Cancellation != null || g.Cancellation != null,
            o.Rsvps.Count(r => r.Coming == Coming.Yes && !r.Waits), o.Outcome != null));

    /// <summary>By month; what repeats within one stands there once, with its other days.</summary>
    public static IReadOnlyList<GatheringMonth> ByMonth(this IEnumerable<GatheringRow> rows) =>
    [
        .. rows.GroupBy(r => new DateOnly(r.Start.Year, r.Start.Month, 1)).Select(month => new GatheringMonth(month.Key,
            [.. month.GroupBy(r => r.Slug).Select(same => same.First() with { Also = [.. same.Skip(1)] })])),
    ];
}
