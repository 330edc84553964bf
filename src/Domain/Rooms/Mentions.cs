using System.Text.RegularExpressions;

namespace HealthDoers.Domain.Rooms;

/// <summary>Whom a message calls by name (@ana) and by what they are in the room (@coach).</summary>
public sealed partial record Mentions(IReadOnlyList<string> Handles, RoomParts Parts, bool Stewards)
{
    /// <summary>A message that calls more people than this calls the first of them.</summary>
    public const int MostHandles = 20;

    const string StewardWord = "steward";

    static readonly Dictionary<string, RoomParts> Words = new()
    {
        ["coach"] = RoomParts.Coach,
        ["mentor"] = RoomParts.Mentor,
        ["pacesetter"] = RoomParts.Pacesetter,
        ["lived-experience"] = RoomParts.LivedExperience,
    };

    /// <summary>The words that call many at once, without the at sign.</summary>
    public static IReadOnlyList<string> Groups { get; } = [.. Words.Keys, StewardWord];

    public bool IsEmpty => Handles.Count == 0 && Parts == RoomParts.None && !Stewards;

    public static Mentions In(string body)
    {
        if (!body.Contains('@', StringComparison.Ordinal))
            return new([], RoomParts.None, false);
        var names = Called().Matches(body).Take(10 * MostHandles).Select(m => m.Groups["name"].Value.ToLowerInvariant()).Distinct().ToList();
        var parts = names.Aggregate(RoomParts.None, (all, name) => all | Words.GetValueOrDefault(name));
        return new([.. names.Where(n => !Groups.Contains(n) && !n.Contains('-', StringComparison.Ordinal)).Take(MostHandles)], parts, names.Contains(StewardWord));
    }

    // Not the middle of a mail address or of another word.
    [GeneratedRegex(@"(?<![\w@./-])@(?<name>lived-experience|[A-Za-z0-9_]{3,30})(?![\w@])", RegexOptions.CultureInvariant)]
    private static partial Regex Called();
}
