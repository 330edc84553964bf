using System.Runtime.CompilerServices;
using HealthDoers.Domain.Ideas;
using HealthDoers.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Commands.Exporting;

/// <summary>Every public idea as one line of JSON, read page by page so that memory stays flat.</summary>
sealed class IdeaExport(IDbContextFactory<AppDb> dbs, Progress progress)
{
    const int PageSize = 500;

    public Task<int> WriteAsync(string path, CancellationToken cancellationToken) =>
        JsonLinesFile.WriteAsync(path, LinesAsync(cancellationToken), cancellationToken);

    async IAsyncEnumerable<ExportedIdea> LinesAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var db = await dbs.CreateDbContextAsync(cancellationToken);
        var all = await db.Ideas.Public().CountAsync(cancellationToken);
        var (after, count) = (Guid.Empty, 0L);
        while (true)
        {
            var page = await db.Ideas.AsNoTracking().Public().Where(i => i.Id > after).OrderBy(i => i.Id).Take(PageSize)
                .Select(i => new { i.Id, i.ExternalId, i.Content }).ToListAsync(cancellationToken);
            foreach (var idea in page)
                yield return ExportedIdea.Of(idea.ExternalId ?? idea.Id.ToString(), idea.Content);
            count += page.Count;
            progress.At((double)count / all, count);
            if (page.Count < PageSize)
                yield break;
            after = page[^1].Id;
        }
    }
}
