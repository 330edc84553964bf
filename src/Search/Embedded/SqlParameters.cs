using System.Text.RegularExpressions;

namespace HealthDoers.Search.Embedded;

static partial class SqlParameters
{
    /// <summary>The distinct $names of a statement.</summary>
    public static IEnumerable<string> NamesIn(string sql) => Name().Matches(sql).Select(match => match.Value).Distinct();

    [GeneratedRegex(@"\$[a-z_]+")]
    private static partial Regex Name();
}
