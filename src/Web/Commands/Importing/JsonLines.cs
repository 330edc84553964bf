using System.Runtime.CompilerServices;

namespace HealthDoers.Web.Commands.Importing;

/// <summary>The lines of a file, however long some of them are: one over the limit is counted and never held in memory.</summary>
static class JsonLines
{
    /// <summary>In bytes; every field at its limit, written with escapes, still fits.</summary>
    public const int Limit = 4 * 1024 * 1024;

    const int ChunkSize = 64 * 1024;
    static readonly byte[] ByteOrderMark = [0xEF, 0xBB, 0xBF];

    public static async IAsyncEnumerable<Line> ReadAsync(Stream file, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var chunk = new byte[ChunkSize];
        using var line = new MemoryStream();
        var (number, tooLong, ended) = (0L, false, false);
        while (!ended)
        {
            var length = await file.ReadAsync(chunk, cancellationToken);
            ended = length == 0;
            for (var start = 0; start < length || ended;)
            {
                var end = Array.IndexOf(chunk, (byte)'\n', start, length - start);
                var rest = (end < 0 ? length : end) - start;
                if (line.Length + rest <= Limit)
                    line.Write(chunk, start, rest);
                else
                    tooLong = true;
                if (end < 0 && !ended)
                    break;
                number++;
                if (tooLong)
                    yield return new(number, null, $"is longer than {Limit / 1024 / 1024} MB");
                else if (Read(number, line) is { } read)
                    yield return read;
                line.SetLength(0);
                tooLong = false;
                if (ended)
                    break;
                start = end + 1;
            }
        }
    }

    static Line? Read(long number, MemoryStream bytes)
    {
        ReadOnlyMemory<byte> line = bytes.GetBuffer().AsMemory(0, (int)bytes.Length);
        if (number == 1 && line.Span.StartsWith(ByteOrderMark))
            line = line[ByteOrderMark.Length..];
        if (line.Span.Trim(" \t\r"u8).IsEmpty)
            return null;
        try
        {
            return new(number, JsonFields.Read(line), null);
        }
        catch (BadLineException bad)
        {
            return new(number, null, bad.Message);
        }
    }
}

/// <param name="Fault">Why it has no fields.</param>
sealed record Line(long Number, Fields? Fields, string? Fault);
