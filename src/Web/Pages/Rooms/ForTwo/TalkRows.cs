using HealthDoers.Domain.Members;
using HealthDoers.Domain.Rooms;
using HealthDoers.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Pages.Rooms.ForTwo;

/// <summary>A request that waits, with the other of the two.</summary>
public sealed record TalkRow(Guid Id, string Handle, string Name, string? Picture, string Words, DateTimeOffset At)
{
    public string Address => TalkAddress.OfRequest(Id);
}

static class TalkRows
{
    const int MostShown = 50;

    public static Task<List<TalkRow>> TalksAskedOfAsync(this AppDb db, Guid memberId, DateTimeOffset now, CancellationToken stop) =>
        db.RowsAsync(db.TalkRequests.OpenAt(now).Where(r => r.ToId == memberId), r => r.FromId, stop);

    public static Task<List<TalkRow>> TalksAskedByAsync(this AppDb db, Guid memberId, DateTimeOffset now, CancellationToken stop) =>
        db.RowsAsync(db.TalkRequests.SeemOpenAt(now).Where(r => r.FromId == memberId), r => r.ToId, stop);

    static Task<List<TalkRow>> RowsAsync(this AppDb db, IQueryable<TalkRequest> requests, System.Linq.Expressions.Expression<Func<TalkRequest, Guid>> other, CancellationToken stop) =>
        requests.Join(db.Members.Where(m => m.ErasedAt == null), other, m => m.Id, (r, m) => new { r, m }).OrderByDescending(one => one.r.At).Take(MostShown)
            .Select(one => new TalkRow(one.r.Id, one.m.Handle, one.m.Name, one.m.Profile.SeenBy == Audience.Nobody ? null : one.m.Profile.Picture, one.r.Words, one.r.At)).ToListAsync(stop);
}
