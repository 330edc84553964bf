using HealthDoers.Web.Access.PersonalData;
using HealthDoers.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Pages.Teams;

/// <summary>The peer teams a member coaches, and where they asked a community or answered for one.</summary>
sealed class TeamData(AppDb db) : IPersonalData
{
    public string Name => "teams";

    public async Task<IReadOnlyList<object>> ReadAsync(Guid memberId, CancellationToken cancellationToken) =>
    [
        .. await db.PeerTeams.AsNoTracking().Where(t => t.Coach!.MemberId == memberId).OrderBy(t => t.Coach!.AskedAt)
            .Select(t => new { What = "coach", Team = t.Slug, t.Coach!.AskedAt, t.Coach.AcceptedAt }).ToListAsync(cancellationToken),
        .. await db.TeamPlaces.AsNoTracking().Where(p => p.AskedById == memberId || p.TakenById == memberId).OrderBy(p => p.AskedAt)
            .Select(p => new { What = p.AskedById == memberId ? "asked" : "answered", Team = db.PeerTeams.Single(t => t.Id == p.TeamId).Slug,
                Community = db.Listings.Single(l => l.Id == p.ListingId).Slug, p.AskedAt, p.TakenAt }).ToListAsync(cancellationToken),
    ];

    public async Task EraseAsync(Guid memberId, WhatStays stays, CancellationToken cancellationToken)
    {
        foreach (var team in await db.PeerTeams.Include(t => t.Places)
            .Where(t => t.Coach!.MemberId == memberId || t.Places.Any(p => p.AskedById == memberId || p.TakenById == memberId)).ToListAsync(cancellationToken))
            team.Forget(memberId);
    }
}
