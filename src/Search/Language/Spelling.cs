namespace HealthDoers.Search.Language;

/// <summary>How far two words are apart, and how far they may be to be taken for the same.</summary>
public static class Spelling
{
    /// <summary>How many slips a word of this length is forgiven: short words have too many neighbours.</summary>
    public static int Tolerance(int length) => length switch { < 4 => 0, < 7 => 1, _ => 2 };

    /// <summary>
    /// Letters added, left out, changed, or swapped with their neighbour (optimal string alignment);
    /// <paramref name="most"/> + 1 as soon as it is clear that there are more.
    /// </summary>
    public static int Distance(ReadOnlySpan<char> from, ReadOnlySpan<char> to, int most)
    {
        if (Math.Abs(from.Length - to.Length) > most || from.Length > Tokenizer.MaxWordLength * 2 || to.Length > Tokenizer.MaxWordLength * 2)
            return most + 1;

        var width = to.Length + 1;
        Span<int> rows = stackalloc int[3 * ((Tokenizer.MaxWordLength * 2) + 1)];
        var beforeLast = rows[..width];
        var last = rows.Slice(width, width);
        var row = rows.Slice(2 * width, width);
        for (var j = 0; j < width; j++)
            last[j] = j;

        for (var i = 1; i <= from.Length; i++)
        {
            var best = row[0] = i;
            for (var j = 1; j < width; j++)
            {
                var change = from[i - 1] == to[j - 1] ? 0 : 1;
                var cost = Math.Min(Math.Min(last[j], row[j - 1]) + 1, last[j - 1] + change);
                if (i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1])
                    cost = Math.Min(cost, beforeLast[j - 2] + 1);
                row[j] = cost;
                best = Math.Min(best, cost);
            }
            if (best > most)
                return most + 1;
            var spare = beforeLast;
            beforeLast = last;
            last = row;
            row = spare;
        }
        return Math.Min(last[to.Length], most + 1);
    }
}
