using HealthDoers.Domain.Mentoring;
using HealthDoers.Domain.Visits;
using HealthDoers.Web.Data;
using HealthDoers.Web.Look;
using HealthDoers.Web.Pages.Communities;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Pages.Visits;

/// <summary>Help that a community gave and received, for its page: in the order of time, never added up, and only what every side lets be shown.</summary>
sealed class CommunityHelp(AppDb db)
{
    const int Most = 30;

    public async Task<HelpOfCommunity> ReadAsync(Guid listingId, CancellationToken stop)
    {
        var visits = await db.Visits.AsNoTracking().Shown().Where(v => v.HostId == listingId || v.GuestId == listingId).OrderByDescending(v => v.Report!.At).Take(Most)
            .Include(v => v.Host).Include(v => v.Guest).ToListAsync(stop);
        var pacts = (await db.Pacts.AsNoTracking().Include(p => p.Members).Where(p => p.Members.Any(m => m.ListingId == listingId) && p.Members.All(m => m.LeftAt != null || m.Shows)
                && p.Members.Any(m => m.ListingId != null && m.ListingId != listingId)).OrderByDescending(p => p.MadeAt).Take(Most).ToListAsync(stop))
            .ConvertAll(p => (p.MadeAt, p.Members.First(m => m.ListingId == listingId).Role, Others: p.Members.Select(m => m.ListingId).OfType<Guid>().Where(id => id != listingId).Distinct().ToList()));
        var ids = pacts.SelectMany(p => p.Others).Distinct().ToList();
        var others = await db.Listings.AsNoTracking().Where(l => ids.Contains(l.Id) && l.Hiding == null).ToDictionaryAsync(l => l.Id, stop);
        IEnumerable<HelpLine> lines =
        [
            .. visits.Select(v => (visit: v, other: v.HostId == listingId ? v.Guest : v.Host))
                .Select(v => new HelpLine(v.visit.HostId == listingId, true, v.other.Content.In(PageFrame.Language).Name, ListingAddress.Of(v.other), DateOnly.FromDateTime(v.visit.Report!.At.UtcDateTime))),
            .. pacts.SelectMany(p => p.Others.Where(others.ContainsKey).Select(o => new HelpLine(p.Role == PactRole.Mentor, false, others[o].Content.In(PageFrame.Language).Name, ListingAddress.Of(others[o]), DateOnly.FromDateTime(p.MadeAt.UtcDateTime)))),
        ];
        return new([.. lines.OrderByDescending(l => l.On)]);
    }
}

public sealed record HelpOfCommunity(IReadOnlyList<HelpLine> Lines)
{
    public static readonly HelpOfCommunity None = new([]);
}

/// <param name="Given">Or else received.</param>
/// <param name="IsVisit">Or else a mentoring pact.</param>
public sealed record HelpLine(bool Given, bool IsVisit, string Other, string Url, DateOnly On);
