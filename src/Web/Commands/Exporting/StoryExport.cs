using System.Runtime.CompilerServices;
using HealthDoers.Domain.Stories;
using HealthDoers.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Commands.Exporting;

/// <summary>Every public story as one line of JSON, read page by page so that memory stays flat.</summary>
sealed class StoryExport(IDbContextFactory<AppDb> dbs, Progress progress)
{
    const int PageSize = 500;

    public Task<int> WriteAsync(string path, CancellationToken cancellationToken) =>
        JsonLinesFile.WriteAsync(path, LinesAsync(cancellationToken), cancellationToken);

    async IAsyncEnumerable<ExportedStory> LinesAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var db = await dbs.CreateDbContextAsync(cancellationToken);
        var all = await db.Stories.Public().CountAsync(cancellationToken);
        var (after, count) = (Guid.Empty, 0L);
        while (true)
        {
            var page = await db.Stories.AsNoTracking().Public().Where(s => s.Id > after).OrderBy(s => s.Id).Take(PageSize)
                .Select(s => new { s.Id, s.ExternalId, s.Content }).ToListAsync(cancellationToken);
            foreach (var story in page)
                yield return ExportedStory.Of(story.ExternalId ?? story.Id.ToString(), story.Content);
            count += page.Count;
            progress.At((double)count / all, count);
            if (page.Count < PageSize)
                yield break;
            after = page[^1].Id;
        }
    }
}
