using HealthDoers.Web.Words;

namespace HealthDoers.Web.Commands.Exporting;

static class JsonLinesFile
{
    /// <summary>The file appears whole or not at all.</summary>
    /// <returns>How many lines it has.</returns>
    public static async Task<int> WriteAsync<T>(string path, IAsyncEnumerable<T> lines, CancellationToken cancellationToken)
    {
        var unfinished = $"{path}.unfinished";
        var written = 0;
        await using (var file = File.Create(unfinished))
        {
            await foreach (var line in lines.WithCancellation(cancellationToken))
            {
                await JsonLine.WriteAsync(file, line, cancellationToken);
                written++;
            }
        }
        File.Move(unfinished, path, overwrite: true);
        return written;
    }
}
