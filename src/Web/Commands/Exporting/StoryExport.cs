using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using HealthDoers.Domain.Stories;
using HealthDoers.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Commands.Exporting;

/// <summary>Every public story as one line of JSON, read page by page so that memory stays flat.</summary>
sealed class StoryExport(IDbContextFactory<AppDb> dbs, Progress progress)
{
    const int PageSize = 500;

    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>The file appears whole or not at all.</summary>
    public async Task<int> WriteAsync(string path, CancellationToken cancellationToken)
    {
        var unfinished = $"{path}.unfinished";
        var written = 0;
        await using (var file = File.Create(unfinished))
        {
            await foreach (var line in LinesAsync(cancellationToken))
            {
                await JsonSerializer.SerializeAsync(file, line, Json, cancellationToken);
                file.WriteByte((byte)'\n');
                written++;
            }
        }
        File.Move(unfinished, path, overwrite: true);
        return written;
    }

    async IAsyncEnumerable<ExportedStory> LinesAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
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
