namespace HealthDoers.Web.Pages.Stories.Writing;

enum Change
{
    Kept,
    Added,
    Removed,
}

sealed record DifferentWords(Change Change, string Text);

/// <summary>What changed between two texts, word by word; line by line where they are long, and as a whole where they have little in common.</summary>
static class Difference
{
    /// <summary>Cells of the table that finds what both have in common: 4 million take about 20 ms.</summary>
    const long MostCells = 4_000_000;

    public static IReadOnlyList<DifferentWords> Between(string before, string after)
    {
        var (old, now) = (Words(before), Words(after));
        if (!Fits(old, now))
            (old, now) = (Lines(before), Lines(after));
        return Joined(Fits(old, now) ? Compare(old, now) : [new(Change.Removed, before), new(Change.Added, after)]);
    }

    static bool Fits(List<string> old, List<string> now) => (long)old.Count * now.Count <= MostCells;

    static IEnumerable<DifferentWords> Compare(List<string> old, List<string> now)
    {
        var common = CommonAfter(old, now);
        var (o, n) = (0, 0);
        while (o < old.Count || n < now.Count)
        {
            if (o < old.Count && n < now.Count && old[o] == now[n])
            {
                yield return new(Change.Kept, old[o]);
                (o, n) = (o + 1, n + 1);
            }
            else if (n == now.Count || o < old.Count && common[o + 1, n] >= common[o, n + 1])
                yield return new(Change.Removed, old[o++]);
            else
                yield return new(Change.Added, now[n++]);
        }
    }

    /// <summary>How much the rest from here on has in common (longest common subsequence).</summary>
    static int[,] CommonAfter(List<string> old, List<string> now)
    {
        var common = new int[old.Count + 1, now.Count + 1];
        for (var o = old.Count - 1; o >= 0; o--)
            for (var n = now.Count - 1; n >= 0; n--)
                common[o, n] = old[o] == now[n] ? common[o + 1, n + 1] + 1 : Math.Max(common[o + 1, n], common[o, n + 1]);
        return common;
    }

    static List<DifferentWords> Joined(IEnumerable<DifferentWords> pieces)
    {
        var joined = new List<DifferentWords>();
        foreach (var piece in pieces.Where(p => p.Text.Length > 0))
        {
            if (joined.Count > 0 && joined[^1].Change == piece.Change)
                joined[^1] = piece with { Text = joined[^1].Text + piece.Text };
            else
                joined.Add(piece);
        }
        return joined;
    }

    /// <summary>Each word with the white space that follows it.</summary>
    static List<string> Words(string text) => Cut(text, (before, now) => char.IsWhiteSpace(before) && !char.IsWhiteSpace(now));

    static List<string> Lines(string text) => Cut(text, (before, _) => before == '\n');

    static List<string> Cut(string text, Func<char, char, bool> between)
    {
        var (pieces, from) = (new List<string>(), 0);
        for (var i = 1; i <= text.Length; i++)
        {
            if (i < text.Length && !between(text[i - 1], text[i]))
                continue;
            pieces.Add(text[from..i]);
            from = i;
        }
        return pieces;
    }
}
