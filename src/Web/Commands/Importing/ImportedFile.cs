namespace HealthDoers.Web.Commands.Importing;

/// <summary>A file on its way in: read line by line, handed over in batches, so memory does not grow with the file.</summary>
sealed class ImportedFile(Stream file, FileFormat format, ImportedKind kind, Progress progress)
{
    const int BatchSize = 300;

    // Lets a running server come to its own writes between two batches.
    static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(5);

    public async Task<(Tally Tally, bool ReadToEnd)> TakeAsync(CancellationToken cancellationToken)
    {
        await kind.BeginAsync(cancellationToken);
        var tally = new Tally();
        List<Line> batch = new(BatchSize);
        try
        {
            await foreach (var line in LinesAsync(cancellationToken))
            {
                if (line.Fields is not null)
                {
                    batch.Add(line);
                    if (batch.Count < BatchSize)
                        continue;
                    tally += await kind.TakeAllAsync(batch, cancellationToken);
                    batch.Clear();
                    await Task.Delay(Breath, cancellationToken);
                }
                else
                {
                    kind.Skip(line, line.Fault!);
                    tally += new Tally(Skipped: 1);
                }
                progress.At((double)file.Position / file.Length, tally.All);
            }
        }
        catch (IOException)
        {
            return (tally + await kind.TakeAllAsync(batch, cancellationToken), false);
        }
        return (tally + await kind.TakeAllAsync(batch, cancellationToken), true);
    }

    IAsyncEnumerable<Line> LinesAsync(CancellationToken cancellationToken) => format switch
    {
        FileFormat.Csv => CsvLines.Read(file).ToAsyncEnumerable(),
        FileFormat.GeoJson => GeoJsonLines.Read(file).ToAsyncEnumerable(),
        _ => JsonLines.ReadAsync(file, cancellationToken),
    };
}

enum FileFormat
{
    JsonLines,
    Csv,
    GeoJson,
}
