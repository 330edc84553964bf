using System.Runtime.CompilerServices;
using HealthDoers.Domain.Gatherings;
using HealthDoers.Web.Data;
using HealthDoers.Web.Places;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Commands.Exporting;

/// <summary>Every public gathering that is not cancelled as one line of JSON, with its rule and not with each of its days. Nobody's answer is in it.</summary>
sealed class GatheringExport(IDbContextFactory<AppDb> dbs, Atlas atlas)
{
    const int PageSize = 500;

    public Task<int> WriteAsync(string path, CancellationToken cancellationToken) =>
        JsonLinesFile.WriteAsync(path, LinesAsync(cancellationToken), cancellationToken);

    async IAsyncEnumerable<ExportedGathering> LinesAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var db = await dbs.CreateDbContextAsync(cancellationToken);
        var belonging = await BelongingSlugs.ReadAsync(db, cancellationToken);
        var after = Guid.Empty;
        while (true)
        {
            var page = await db.Gatherings.AsNoTracking().Public().Where(g => g.Cancellation == null && g.Id > after).OrderBy(g => g.Id).Take(PageSize).ToListAsync(cancellationToken);
            foreach (var gathering in page)
                yield return ExportedGathering.Of(gathering, belonging, atlas);
            if (page.Count < PageSize)
                yield break;
            after = page[^1].Id;
        }
    }
}
