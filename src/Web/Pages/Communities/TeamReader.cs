using HealthDoers.Domain.Communities;
using HealthDoers.Domain.Members;
using HealthDoers.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Pages.Communities;

/// <summary>A team as this viewer may see it: only who said yes, named as they chose.</summary>
sealed class TeamReader(AppDb db)
{
    public async Task<ShownTeam> ReadAsync(Listing listing, Member? viewer, CancellationToken cancellationToken)
    {
        var taken = listing.Seats.Where(s => s.IsTaken).OrderBy(s => s.TakenAt).ToList();
        var ids = taken.Where(s => s.Naming == SeatNaming.MyName).Select(s => s.MemberId).Append(listing.StewardId ?? Guid.Empty).ToList();
        var open = await db.Members.AsNoTracking().VisibleTo(viewer).Where(m => ids.Contains(m.Id))
            .Select(m => new { m.Id, m.Handle, m.Name }).ToDictionaryAsync(m => m.Id, cancellationToken);
        var gaps = Tripod.Gaps(listing.Content, listing.Seats);
        return new(
            [.. Tripod.Legs.Select(leg => new ShownLeg(leg, listing.Content.Leg(leg), [.. taken.Where(s => s.Leg == leg).Select(Seat)], gaps.Contains(leg)))],
            listing.StewardId is { } steward && open.TryGetValue(steward, out var known) ? new(known.Name, known.Handle, "") : null);

        ShownSeat Seat(TeamSeat seat) => seat.Naming switch
        {
            SeatNaming.OtherName => new(seat.OtherName, null, seat.Role),
            SeatNaming.MyName when seat.Member.ErasedAt is null => new(seat.Member.Name, open.GetValueOrDefault(seat.MemberId)?.Handle, seat.Role),
            _ => new(null, null, seat.Role),
        };
    }
}

/// <param name="Steward">Null when there is none, or when the viewer may not open their page.</param>
sealed record ShownTeam(IReadOnlyList<ShownLeg> Legs, ShownSeat? Steward)
{
    public bool IsEmpty => Legs.All(l => l.IsGap);

    public IEnumerable<TripodLeg> Gaps => Legs.Where(l => l.IsGap).Select(l => l.Leg);
}

sealed record ShownLeg(TripodLeg Leg, LegCount Unnamed, IReadOnlyList<ShownSeat> Seats, bool IsGap);

/// <param name="Name">Null for somebody who chose to stand here without a name.</param>
/// <param name="Handle">Null when their page is not open to this viewer.</param>
sealed record ShownSeat(string? Name, string? Handle, string Role);
