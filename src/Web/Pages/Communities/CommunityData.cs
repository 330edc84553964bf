using HealthDoers.Web.Access.PersonalData;
using HealthDoers.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Pages.Communities;

/// <summary>The teams a member is on, the profiles they look after, what they claimed, and spotlights by and about them.</summary>
sealed class CommunityData(AppDb db) : IPersonalData
{
    public string Name => "communities";

    public async Task<IReadOnlyList<object>> ReadAsync(Guid memberId, CancellationToken cancellationToken) =>
    [
        .. await db.TeamSeats.AsNoTracking().Where(s => s.MemberId == memberId).OrderBy(s => s.InvitedAt)
            .Select(s => new { What = "seat", Profile = db.Listings.Single(l => l.Id == s.ListingId).Slug, s.Leg, s.Naming, s.OtherName, s.Role, s.InvitedAt, s.TakenAt }).ToListAsync(cancellationToken),
        .. await db.Listings.AsNoTracking().Where(l => l.StewardId == memberId).OrderBy(l => l.AddedAt)
            .Select(l => new { What = "steward", Profile = l.Slug, l.Content }).ToListAsync(cancellationToken),
        .. await db.ListingClaims.AsNoTracking().Where(c => c.MemberId == memberId).OrderBy(c => c.At)
            .Select(c => new { What = "claim", Profile = db.Listings.Single(l => l.Id == c.ListingId).Slug, c.Who, c.Proof, c.At, c.Decision }).ToListAsync(cancellationToken),
        .. await db.Spotlights.AsNoTracking().Where(s => s.MemberId == memberId || s.NominatorId == memberId).OrderBy(s => s.At)
            .Select(s => new { What = s.MemberId == memberId ? "spotlight" : "nomination", s.Proposed, Words = s.MemberId == memberId ? s.Words : "", s.At, s.Answer }).ToListAsync(cancellationToken),
    ];

    public async Task EraseAsync(Guid memberId, WhatStays stays, CancellationToken cancellationToken)
    {
        await db.ListingClaims.Where(c => c.MemberId == memberId).ExecuteDeleteAsync(cancellationToken);
        await db.Spotlights.Where(s => s.MemberId == memberId).ExecuteDeleteAsync(cancellationToken);
        foreach (var spotlight in await db.Spotlights.Where(s => s.NominatorId == memberId).ToListAsync(cancellationToken))
            spotlight.ForgetNominator();
        foreach (var listing in await db.Listings.Include(l => l.Seats).Where(l => l.StewardId == memberId || l.Seats.Any(s => s.MemberId == memberId)).ToListAsync(cancellationToken))
            listing.Forget(memberId);
    }
}
