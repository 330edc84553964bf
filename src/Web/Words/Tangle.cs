namespace HealthDoers.Web.Words;

/// <summary>Recognises the few shapes of text that cost a Markdown reader time with the square of their length, or swell its output.</summary>
static class Tangle
{
    const int MostAddressesInABlock = 1_000;
    const int MostMarksInABlock = 5_000;
    const int MostContainersInALine = 100;
    const int MostTableCells = 200_000;

    internal static bool IsIn(string text)
    {
        int addresses = 0, marks = 0, widest = 0, lines = 0;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            lines++;
            if (line.IsWhiteSpace())
                (addresses, marks) = (0, 0);
            widest = Math.Max(widest, line.Count('|'));
            addresses += line.Count("](") + line.Count("://");
            foreach (var c in line)
                if (c is '[' or '*' or '_' or '~' or '<' or '`' or '!')
                    marks++;
            if (addresses > MostAddressesInABlock || marks > MostMarksInABlock || Containers(line) > MostContainersInALine)
                return true;
        }
        return (long)widest * lines > MostTableCells;
    }

    // Quotes and list items that open one inside the other at the start of a line.
    static int Containers(ReadOnlySpan<char> line)
    {
        var opened = 0;
        for (var i = 0; i < line.Length && (line[i] is ' ' or '\t' or '>' or '-' or '*' or '+' or '.' or ')' || char.IsAsciiDigit(line[i])); i++)
            if (line[i] == '>' || i > 0 && line[i] is ' ' or '\t' && line[i - 1] is not (' ' or '\t' or '>'))
                opened++;
        return opened;
    }
}
