using HealthDoers.Domain.Communities;
using HealthDoers.Domain.Members;
using HealthDoers.Domain.Visits;
using HealthDoers.Web.Access;
using HealthDoers.Web.Data;
using HealthDoers.Web.Look;
using HealthDoers.Web.Pages.Gatherings;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Pages.Visits;

/// <summary>A visit as somebody of one of the two teams has opened it. For everybody else it is not there, editors among them.</summary>
sealed class VisitDesk(AppDb db, CurrentMember current, TimeProvider clock)
{
    public Visit Visit { get; private set; } = null!;
    public VisitOffer Offer { get; private set; } = null!;
    public Member Me { get; private set; } = null!;

    /// <summary>Null while no day is planned, or when it was cancelled.</summary>
    public VisitDay? Day { get; private set; }
    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    public bool IHost => Visit.Host.HasOnTeam(Me.Id);
    public bool IAmAGuest => Visit.Guest.HasOnTeam(Me.Id);
    public string Host => Visit.Host.Content.In(PageFrame.Language).Name;
    public string Guest => Visit.Guest.Content.In(PageFrame.Language).Name;
    public string Address => VisitAddress.Of(Visit.Id);
    public VisitState State => VisitStates.Of(Visit, Day?.StartsAt, Now);

    /// <summary>Everybody on the two teams but me, those who answered and applied first.</summary>
    public IReadOnlyList<Guid> Others => [.. Team(Visit.Guest).OrderByDescending(id => id == Visit.AppliedById).Concat(Team(Visit.Host)).Where(id => id != Me.Id).Distinct()];

    public async Task<bool> OpenAsync(Guid id, CancellationToken stop)
    {
        Me = await current.RequireAsync(stop);
        if (await WithAll(db.Visits.Of(Me.Id)).SingleOrDefaultAsync(v => v.Id == id, stop) is not { } visit)
            return false;
        Visit = visit;
        Offer = await db.VisitOffers.Include(o => o.Host).SingleAsync(o => o.Id == visit.OfferId, stop);
        Day = await db.Occurrences.Where(o => o.GatheringId == visit.GatheringId && o.Cancellation == null && db.Gatherings.Any(g => g.Id == o.GatheringId && g.Cancellation == null))
            .Select(o => new VisitDay(db.Gatherings.Where(g => g.Id == o.GatheringId).Select(g => g.Slug).First(), o.On, o.StartsAt, o.EndsAt)).FirstOrDefaultAsync(stop);
        return true;
    }

    /// <summary>Changes the visit after everybody who changes one now: the last free place has one taker.</summary>
    public Task ChangeAsync(Func<Task> change, CancellationToken stop)
    {
        var id = Visit.Id;
        db.ChangeTracker.Clear();
        return db.InTurnAsync(async () =>
        {
            Me = await db.Members.SingleAsync(m => m.Id == Me.Id, stop);
            Visit = await WithAll(db.Visits).SingleAsync(v => v.Id == id, stop);
            Offer = await db.VisitOffers.Include(o => o.Host).SingleAsync(o => o.Id == Visit.OfferId, stop);
            await change();
            return true;
        }, stop);
    }

    public Task ChangeAsync(Action change, CancellationToken stop) => ChangeAsync(() =>
    {
        change();
        return Task.CompletedTask;
    }, stop);

    /// <summary>Guests of an offer that are expected: agreed, and not over.</summary>
    public static Task<int> TakenAsync(AppDb db, Guid offerId, DateTimeOffset now, CancellationToken stop) =>
        ToCome(db, db.Visits.Agreed(), now).Where(v => v.OfferId == offerId).SumAsync(v => v.Guests, stop);

    public static IQueryable<Visit> ToCome(AppDb db, IQueryable<Visit> visits, DateTimeOffset now) => visits.Where(v =>
        v.Report == null && !db.Occurrences.Any(o => o.GatheringId == v.GatheringId && o.Cancellation == null && o.EndsAt <= now));

    static IQueryable<Visit> WithAll(IQueryable<Visit> visits) => visits.Include(v => v.Host).ThenInclude(l => l.Seats).Include(v => v.Guest).ThenInclude(l => l.Seats)
        .Include(v => v.Questions).Include(v => v.Takeaways).AsSplitQuery();

    static IEnumerable<Guid> Team(Listing listing) => listing.Seats.Where(s => s.IsTaken).Select(s => s.MemberId).Concat(listing.StewardId is { } steward ? [steward] : []);
}

/// <param name="Slug">Of the gathering that it is.</param>
sealed record VisitDay(string Slug, DateOnly On, DateTimeOffset StartsAt, DateTimeOffset EndsAt)
{
    public string Url => GatheringAddress.Of(Slug, On);
    public string Calendar => GatheringAddress.Of(Slug) + "/calendar.ics";
}
