using System.Globalization;

namespace HealthDoers.Search;

static class SearchText
{
    /// <summary>Nothing that anybody could see was typed.</summary>
    public static bool IsBlank(string text) =>
        text.All(c => char.IsWhiteSpace(c) || char.IsControl(c) || char.GetUnicodeCategory(c) == UnicodeCategory.Format);
}
