namespace HealthDoers.Search.Language;

/// <summary>A word where it stands in a text: its folded form, and the stretch of the text it came from.</summary>
readonly record struct Token(int Start, int Length, string Word)
{
    public int End => Start + Length;
}
