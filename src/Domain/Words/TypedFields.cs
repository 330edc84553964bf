namespace HealthDoers.Domain.Words;

/// <summary>What somebody typed into a form, field name to text, and its saves: each has a turn, counted by the window that it was typed in.</summary>
public static class TypedFields
{
    /// <summary>Whether both hold the same text; empty fields and kinds of line break do not count.</summary>
    public static bool SaysTheSameAs(this IReadOnlyDictionary<string, string> fields, IReadOnlyDictionary<string, string> others) =>
        Plain(fields).SetEquals(Plain(others));

    /// <summary>Whether a save may not be written over what is <paramref name="kept"/>: that is of a later turn, or of the same turn from another window.</summary>
    public static bool CameTooLate(this IReadOnlyDictionary<string, string> fields, int turn, IReadOnlyDictionary<string, string> kept, int keptTurn) =>
        turn < keptTurn || (turn == keptTurn && keptTurn > 0 && !fields.SaysTheSameAs(kept));

    static HashSet<(string Name, string Text)> Plain(IReadOnlyDictionary<string, string> fields) =>
        [.. fields.Where(f => f.Value.Length > 0).Select(f => (f.Key, f.Value.ReplaceLineEndings("\n")))];
}
