using HealthDoers.Domain.Communities;
using HealthDoers.Domain.Members;
using HealthDoers.Domain.Notifications;
using HealthDoers.Domain.Visits;
using HealthDoers.Web.Data;
using HealthDoers.Web.Pages.Visits;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Notifying;

/// <summary>What the teams of two communities hear of a site visit: each of what the other one did. A no is told to nobody.</summary>
static class VisitNews
{
    public static async Task<News?> OfAsync(AppDb db, VisitEvent happened, CancellationToken stop)
    {
        if (await db.Visits.AsNoTracking().SingleOrDefaultAsync(v => v.Id == happened.SubjectId, stop) is not { } visit)
            return null;
        return happened switch
        {
            VisitAsked when visit.IsWaiting => To(db, NotificationKind.VisitAsked, visit, VisitSide.Hosts),
            VisitAccepted when visit.IsAgreed => To(db, NotificationKind.VisitAccepted, visit, VisitSide.Guests),
            VisitCalledOff when visit.CalledOff is { } ending => To(db, NotificationKind.VisitCalledOff, visit, ending.By == VisitSide.Hosts ? VisitSide.Guests : VisitSide.Hosts),
            VisitReported when visit.Report is not null => To(db, NotificationKind.VisitReported, visit, VisitSide.Hosts),
            _ => null,
        };
    }

    public static async Task<string> AddressAsync(AppDb db, Notification notification, Member member, CancellationToken stop) =>
        await db.Visits.Of(member.Id).AnyAsync(v => v.Id == notification.SubjectId, stop) ? VisitAddress.Of(notification.SubjectId) : "/notifications";

    /// <summary>The detail is the community that did it.</summary>
    static News To(AppDb db, NotificationKind kind, Visit visit, VisitSide side)
    {
        var (ours, theirs) = side == VisitSide.Hosts ? (visit.HostId, visit.GuestId) : (visit.GuestId, visit.HostId);
        return new(kind, visit.Id, null, theirs, [new(NotificationReason.YourCommunity, db.Members.Where(m => db.Listings.Public().Any(l => l.Id == ours
            && (l.StewardId == m.Id || l.Seats.Any(s => s.MemberId == m.Id && s.TakenAt != null)))))])
        { WaitsFor = kind == NotificationKind.VisitAsked ? visit.Id : null };
    }
}
