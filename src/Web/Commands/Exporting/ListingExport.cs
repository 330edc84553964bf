using System.Runtime.CompilerServices;
using HealthDoers.Domain.Communities;
using HealthDoers.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Commands.Exporting;

/// <summary>Every public community, initiative and partner as one line of JSON. Nobody's name is in it: teams are told by their counts.</summary>
sealed class ListingExport(IDbContextFactory<AppDb> dbs)
{
    const int PageSize = 500;

    public Task<int> WriteAsync(string path, CancellationToken cancellationToken) =>
        JsonLinesFile.WriteAsync(path, LinesAsync(cancellationToken), cancellationToken);

    async IAsyncEnumerable<ExportedListing> LinesAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var db = await dbs.CreateDbContextAsync(cancellationToken);
        var initiatives = await db.Listings.Where(l => l.Kind == ListingKind.Initiative).ToDictionaryAsync(l => l.Id, l => l.Slug, cancellationToken);
        var hubs = await db.Hubs.ToDictionaryAsync(h => h.Id, h => h.Slug, cancellationToken);
        var after = Guid.Empty;
        while (true)
        {
            var page = await db.Listings.AsNoTracking().Public().Where(l => l.Id > after).OrderBy(l => l.Id).Take(PageSize)
                .Select(l => new
                {
                    l.Id,
                    l.Kind,
                    l.Slug,
                    l.Content,
                    Claimed = l.StewardId != null,
                    Ties = l.Initiatives.ToList(),
                    Hubs = db.HubTies.Where(t => t.ListingId == l.Id).Select(t => t.HubId).ToList(),
                }).ToListAsync(cancellationToken);
            foreach (var l in page)
                yield return new(l.Slug, l.Kind, l.Claimed, l.Content,
                    [.. l.Ties.Select(t => new ExportedTie(initiatives[t.InitiativeId], t.Role, t.FromYear, t.ToYear))], [.. l.Hubs.Select(hub => hubs[hub])]);
            if (page.Count < PageSize)
                yield break;
            after = page[^1].Id;
        }
    }
}

/// <summary>The line of a profile: its content as it stands, and what it belongs to.</summary>
sealed record ExportedListing(string ExternalId, ListingKind Kind, bool Claimed, ListingContent Content, IReadOnlyList<ExportedTie> Initiatives, IReadOnlyList<string> Hubs);

sealed record ExportedTie(string Initiative, TieRole Role, int? FromYear, int? ToYear);
