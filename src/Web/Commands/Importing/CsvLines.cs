using System.Text;

namespace HealthDoers.Web.Commands.Importing;

/// <summary>
/// The records of a CSV file with a header (RFC 4180; <c>;</c> parts the values when the header says so). A record over
/// the limit is counted and never held in memory, which no CSV package promises.
/// </summary>
sealed class CsvLines(TextReader file)
{
    /// <summary>In characters.</summary>
    public const int Limit = 2 * 1024 * 1024;

    readonly char[] _chunk = new char[16 * 1024];
    int _length, _next;
    char _separator = ',';

    public static IEnumerable<Line> Read(Stream file)
    {
        using var text = new StreamReader(file, Encoding.UTF8, detectEncodingFromByteOrderMarks: true, leaveOpen: true);
        foreach (var line in new CsvLines(text).Read())
            yield return line;
    }

    IEnumerable<Line> Read()
    {
        var number = 1L;
        if (Record(ref number, isHeader: true) is not { } header)
            yield break;
        var columns = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < header.Count; i++)
            columns.TryAdd(header[i].Trim(), i);

        while (Peek() >= 0)
        {
            var at = number;
            var cells = Record(ref number);
            if (cells is null)
                yield return new(at, null, $"is longer than {Limit:N0} characters, or has a quote that never ends");
            else if (cells.Count > 1 || cells[0].Length > 0)
                yield return new(at, new CsvFields(columns, cells), null);
        }
    }

    /// <summary>Null when it was too long, or the file ended inside a quote.</summary>
    List<string>? Record(ref long number, bool isHeader = false)
    {
        List<string> cells = [];
        var cell = new StringBuilder();
        var (quoted, kept) = (false, 0);
        for (int c; (c = Take()) >= 0;)
        {
            if (c == '\n')
                number++;
            if (quoted && c == '"' && Peek() == '"')
                Keep((char)Take());
            else if (c == '"' && (quoted || cell.Length == 0))
                quoted = !quoted;
            else if (!quoted && c == '\n')
                break;
            else if (!quoted && c == '\r' && Peek() is '\n' or < 0)
                continue;
            else if (!quoted && (c == _separator || isHeader && c == ';' && cells.Count == 0))
            {
                _separator = (char)c;
                cells.Add(cell.ToString());
                cell.Clear();
            }
            else
                Keep((char)c);
        }
        cells.Add(cell.ToString());
        return kept > Limit || quoted ? null : cells;

        void Keep(char c)
        {
            if (++kept <= Limit)
                cell.Append(c);
        }
    }

    int Take() => Peek() < 0 ? -1 : _chunk[_next++];

    int Peek()
    {
        if (_next == _length)
            (_length, _next) = (file.Read(_chunk, 0, _chunk.Length), 0);
        return _length == 0 ? -1 : _chunk[_next];
    }
}
