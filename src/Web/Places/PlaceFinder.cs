using System.Numerics;
using System.Text;
using HealthDoers.Search.Language;

namespace HealthDoers.Web.Places;

/// <summary>
/// Finds a place by what people type: its name, or its name with a region or country behind it; with a slip or two.
/// </summary>
sealed class PlaceFinder(Gazetteer gazetteer)
{
    public const int LongestQuestion = 100;

    const int ShortestQuestion = 2;
    const int ShortestPart = 3;
    const int MostTokens = 8;

    // "San" begins thousands of names; nobody finds theirs among them before typing on.
    const int MostLookedAt = 40_000;

    readonly ulong[] _letters = LettersOf(gazetteer);
    readonly string[][] _regionNames = [.. gazetteer.Regions.Select(r => new[] { PlaceName.Fold(r.En), PlaceName.Fold(r.Es), r.Code[(r.Code.IndexOf('.') + 1)..].ToLowerInvariant() })];
    readonly Dictionary<string, int> _regionAt = gazetteer.Regions.Select((r, at) => (r.Code, at)).ToDictionary(r => r.Code, r => r.at);
    readonly Dictionary<string, string[]> _countryNames = gazetteer.Countries.ToDictionary(c => c.Code, c => Also(c.Code).Concat([PlaceName.Fold(c.En), PlaceName.Fold(c.Es), c.Code.ToLowerInvariant()]).ToArray());

    /// <param name="most">How many to return at the most.</param>
    public FoundPlaces Find(string? question, int most)
    {
        var parts = (question ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(PlaceName.Fold).Where(part => part.Length > 0).ToList();
        if (parts.Count == 0 || parts[0].Length < ShortestQuestion || parts[0].Length > LongestQuestion)
            return FoundPlaces.None;

        var readings = Readings(parts).ToList();
        var found = new Best(most);
        foreach (var (name, around) in readings)
            AsWritten(name, around, found);
        if (!found.IsEmpty)
            return new(found.Ranked(), IsGuess: false);
        foreach (var (name, around) in readings)
            Misspelled(name, around, found);
        return new(found.Ranked(), IsGuess: true);
    }

    /// <summary>"Springfield Illinois" may be one name, or a name and what lies around it.</summary>
    static IEnumerable<(string Name, string[] Around)> Readings(List<string> parts)
    {
        yield return (parts[0], [.. parts.Skip(1)]);
        var tokens = parts[0].Split(' ');
        for (var taken = Math.Min(tokens.Length, MostTokens) - 1; taken > 0; taken--)
            yield return (string.Join(' ', tokens.Take(taken)), [string.Join(' ', tokens.Skip(taken)), .. parts.Skip(1)]);
    }

    void AsWritten(string name, string[] around, Best found)
    {
        var typed = Encoding.ASCII.GetBytes(name);
        for (var (key, looked) = (FirstFrom(typed), 0); key < gazetteer.KeyCount && looked < MostLookedAt; key++, looked++)
        {
            var known = gazetteer.Key(key);
            if (!known.StartsWith(typed))
                break;
            var place = gazetteer.PlaceOf(key);
            var isWhole = known.Length == typed.Length;
            // A beginning of a word will do while somebody types; with the region behind it the name is complete.
            if ((isWhole || around.Length == 0 && typed.Length >= ShortestPart || typed.Length >= ShortestPart + 1) && LiesIn(place, around, strict: true))
                found.Add(place, isWhole ? 0 : 1);
        }
    }

    void Misspelled(string name, string[] around, Best found)
    {
        var slips = Spelling.Tolerance(name.Length);
        if (slips == 0 && around.Length == 0)
            return;
        var letters = LettersOf(Encoding.ASCII.GetBytes(name));
        Span<char> spelled = stackalloc char[LongestQuestion + 2];
        for (var key = 0; key < _letters.Length; key++)
        {
            // One slip changes at most two of the bits, so most names are passed over by a single comparison.
            if (BitOperations.PopCount(_letters[key] ^ letters) > 2 * slips)
                continue;
            var known = gazetteer.Key(key);
            if (Math.Abs(known.Length - name.Length) > slips)
                continue;
            var length = Encoding.ASCII.GetChars(known, spelled);
            var distance = Spelling.Distance(name, spelled[..length], slips);
            if (distance <= slips && LiesIn(gazetteer.PlaceOf(key), around, strict: false))
                found.Add(gazetteer.PlaceOf(key), 2 + distance);
        }
    }

    /// <summary>Whether each of these words names the region or country of the place.</summary>
    bool LiesIn(int place, string[] around, bool strict)
    {
        foreach (var part in around)
        {
            var names = gazetteer.RegionOf(place) is { } region && gazetteer.KindOf(place) != PlaceKind.Region ? _regionNames[_regionAt[region.Code]] : [];
            var country = gazetteer.KindOf(place) == PlaceKind.Country ? [] : _countryNames[gazetteer.CountryOf(place).Code];
            if (!names.Any(name => IsMeant(name, part, strict)) && !country.Any(name => IsMeant(name, part, strict)))
                return false;
        }
        return true;
    }

    static bool IsMeant(string name, string typed, bool strict) =>
        name == typed
        || typed.Length >= ShortestPart && name.StartsWith(typed, StringComparison.Ordinal)
        || !strict && Spelling.Tolerance(typed.Length) is var slips and > 0 && Spelling.Distance(typed, name, slips) <= slips;

    int FirstFrom(ReadOnlySpan<byte> typed)
    {
        var (from, to) = (0, gazetteer.KeyCount);
        while (from < to)
        {
            var middle = (from + to) / 2;
            if (gazetteer.Key(middle).SequenceCompareTo(typed) < 0)
                from = middle + 1;
            else
                to = middle;
        }
        return from;
    }

    static ulong[] LettersOf(Gazetteer gazetteer)
    {
        var letters = new ulong[gazetteer.KeyCount];
        for (var key = 0; key < letters.Length; key++)
            letters[key] = LettersOf(gazetteer.Key(key));
        return letters;
    }

    /// <summary>Which letters a name has, and which it has twice.</summary>
    static ulong LettersOf(ReadOnlySpan<byte> name)
    {
        ulong letters = 0;
        foreach (var letter in name)
        {
            var bit = letter is >= (byte)'a' and <= (byte)'z' ? 1UL << (letter - 'a') : 1UL << 26;
            letters |= (letters & bit) == 0 ? bit : bit << 32;
        }
        return letters;
    }

    static string[] Also(string country) => country switch
    {
        "US" => ["usa", "u s a", "eeuu", "america"],
        "GB" => ["uk", "great britain", "britain", "gran bretana"],
        _ => [],
    };

    /// <summary>The best few, each once: how well it fits first, then how many live there.</summary>
    sealed class Best(int most)
    {
        readonly Dictionary<int, int> _fits = [];

        public bool IsEmpty => _fits.Count == 0;

        public void Add(int place, int misfit)
        {
            if (!_fits.TryGetValue(place, out var before) || misfit < before)
                _fits[place] = misfit;
        }

        public IReadOnlyList<int> Ranked() => [.. _fits.OrderBy(f => f.Value).ThenBy(f => f.Key).Take(most).Select(f => f.Key)];
    }
}

/// <param name="Places">Numbers in the gazetteer, the likeliest first.</param>
/// <param name="IsGuess">Nothing is called what was typed: these are spelled much like it.</param>
sealed record FoundPlaces(IReadOnlyList<int> Places, bool IsGuess)
{
    public static readonly FoundPlaces None = new([], false);
}
