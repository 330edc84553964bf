using HealthDoers.Domain.Teams;
using HealthDoers.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Pages.Teams;

/// <summary>The peer teams that a community works in, for its profile, and those that ask it.</summary>
sealed class CommunityTeams(AppDb db)
{
    public async Task<TeamsOfCommunity> ReadAsync(Guid listingId, bool mayAnswer, CancellationToken stop) => new(
        await db.PeerTeams.AtWork().With(listingId).ToRowsAsync(db, stop),
        mayAnswer ? await db.PeerTeams.AsNoTracking().AtWork().Where(t => t.Places.Any(p => p.ListingId == listingId && p.TakenAt == null))
            .Select(t => new TeamOffer(t.Slug, t.Words.Name)).ToListAsync(stop) : []);
}

/// <param name="Offers">Teams that asked, for whoever may answer.</param>
public sealed record TeamsOfCommunity(IReadOnlyList<TeamRow> Rows, IReadOnlyList<TeamOffer> Offers);

public sealed record TeamOffer(string Slug, string Name);
