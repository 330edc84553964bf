using HealthDoers.Domain.Hubs;
using HealthDoers.Domain.Members;
using HealthDoers.Web.Access;
using HealthDoers.Web.Data;
using HealthDoers.Web.Look;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Pages.Hubs;

/// <summary>A hub as one signed-in member has opened it, with what they are in it.</summary>
public sealed class HubVisit(AppDb db, CurrentMember current, TimeProvider clock)
{
    public Hub Hub { get; private set; } = null!;
    public Member Me { get; private set; } = null!;

    /// <summary>How I stand to the hub; null for somebody who never asked to join.</summary>
    public HubMembership? Mine { get; private set; }
    public HubAgreement? Agreement { get; private set; }
    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    public HubWords Words => Hub.In(PageFrame.Language);
    public string Address => HubAddress.Of(Hub.Slug);
    public bool IsMember => Mine?.IsJoined == true;
    public bool CanModerate => Hub.CanBeModeratedBy(Me, Now);

    /// <summary>False when there is no such hub.</summary>
    public async Task<bool> OpenAsync(string slug, CancellationToken cancellationToken)
    {
        if (await db.Hubs.WithRoles().Standing().SingleOrDefaultAsync(h => h.Slug == slug, cancellationToken) is not { } hub)
            return false;
        Hub = hub;
        Me = await current.RequireAsync(cancellationToken);
        Mine = await db.HubMemberships.SingleOrDefaultAsync(m => m.HubId == hub.Id && m.MemberId == Me.Id, cancellationToken);
        Agreement = await db.HubAgreements.SingleOrDefaultAsync(a => a.Id == hub.AgreementId, cancellationToken);
        return true;
    }

    /// <summary>False also for whoever does not look after it: its desk is not there for them.</summary>
    public async Task<bool> OpenToModerateAsync(string slug, CancellationToken cancellationToken) =>
        await OpenAsync(slug, cancellationToken) && CanModerate;
}

static class HubReading
{
    public static IQueryable<Hub> WithRoles(this IQueryable<Hub> hubs) => hubs.Include(h => h.Roles.OrderBy(r => r.Place)).ThenInclude(r => r.Terms).AsSplitQuery();

    /// <summary>Where an address that was given up leads now; null when there never was such a hub.</summary>
    public static async Task<string?> PresentAddressAsync(this AppDb db, string slug, CancellationToken cancellationToken) =>
        await db.HubSlugs.Where(old => old.Slug == slug).Join(db.Hubs.Standing(), old => old.HubId, h => h.Id, (_, h) => h.Slug)
            .Where(now => now != slug).FirstOrDefaultAsync(cancellationToken) is { } present ? HubAddress.Of(present) : null;
}

static class HubAddress
{
    public static string Of(string slug) => "/hubs/" + slug;
}
