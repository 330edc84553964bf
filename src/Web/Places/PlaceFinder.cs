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

    // A region is meant less often than the town it is named after, unless it has many more people.
    const int RegionsCountFor = 4;

    readonly ulong[] _letters = LettersOf(gazetteer);
    readonly byte[] _lengths = [.. Enumerable.Range(0, gazetteer.KeyCount).Select(key => (byte)Math.Min(byte.MaxValue, gazetteer.Key(key).Length))];
    readonly Dictionary<string, Word[]> _regions = gazetteer.Regions.ToDictionary(r => r.Code, r => Names(r, r.Code[(r.Code.IndexOf('.') + 1)..]));
    readonly Dictionary<string, Word[]> _countries = gazetteer.Countries.ToDictionary(c => c.Code, c => Names(c, [c.Code, .. Also(c.Code)]));

    /// <param name="most">How many to return at the most.</param>
    /// <param name="guesses">Whether names that are spelled a little differently will do where none is as written; looking at all of them takes milliseconds.</param>
    public FoundPlaces Find(string? question, int most, bool guesses = true)
    {
        var parts = (question ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(PlaceName.Fold).Where(part => part.Length > 0).ToList();
        if (parts.Count == 0 || parts[0].Length < ShortestQuestion || parts[0].Length > LongestQuestion)
            return FoundPlaces.None;

        var readings = Readings(parts).ToList();
        var found = new Best(gazetteer, most);
        foreach (var (name, around) in readings)
            AsWritten(name, around, found);
        if (!found.IsEmpty || !guesses)
            return new(found.Ranked(), IsGuess: false);
        foreach (var (name, around) in readings.Where(reading => reading.Around.All(IsSomewhere)))
            Misspelled(name, around, found);
        return new(found.Ranked(), IsGuess: true);
    }

    /// <summary>"Springfield Illinois" may be one name, or a name and what lies around it.</summary>
    static IEnumerable<(string Name, Word[] Around)> Readings(List<string> parts)
    {
        var behind = parts.Skip(1).Select(Word.Of).ToArray();
        yield return (parts[0], behind);
        var tokens = parts[0].Split(' ');
        for (var taken = Math.Min(tokens.Length, MostTokens) - 1; taken > 0; taken--)
            yield return (string.Join(' ', tokens.Take(taken)), [Word.Of(string.Join(' ', tokens.Skip(taken))), .. behind]);
    }

    void AsWritten(string name, Word[] around, Best found)
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

    void Misspelled(string name, Word[] around, Best found)
    {
        var slips = Spelling.Tolerance(name.Length);
        if (slips == 0 && around.Length == 0)
            return;
        var letters = LettersOf(Encoding.ASCII.GetBytes(name));
        Span<char> spelled = stackalloc char[LongestQuestion + 2];
        for (var key = 0; key < _letters.Length; key++)
        {
            // One slip changes at most two of the bits, so most names are passed over by a comparison or two.
            if (Math.Abs(_lengths[key] - name.Length) > slips || BitOperations.PopCount(_letters[key] ^ letters) > 2 * slips)
                continue;
            var known = gazetteer.Key(key);
            if (known.Length > spelled.Length)
                continue;
            var length = Encoding.ASCII.GetChars(known, spelled);
            var distance = Spelling.Distance(name, spelled[..length], slips);
            if (distance <= slips && LiesIn(gazetteer.PlaceOf(key), around, strict: false))
                found.Add(gazetteer.PlaceOf(key), 2 + distance);
        }
    }

    /// <summary>Whether each of these words names the region or country of the place.</summary>
    bool LiesIn(int place, Word[] around, bool strict)
    {
        foreach (var part in around)
        {
            var isRegion = gazetteer.KindOf(place) != PlaceKind.Region && gazetteer.RegionOf(place) is { } region && part.Means(_regions[region.Code], strict);
            var isCountry = gazetteer.KindOf(place) != PlaceKind.Country && part.Means(_countries[gazetteer.CountryOf(place).Code], strict);
            if (!isRegion && !isCountry)
                return false;
        }
        return true;
    }

    /// <summary>Whether any region or country may be meant by it: else it is a part of the name.</summary>
    bool IsSomewhere(Word part) => _regions.Values.Concat(_countries.Values).Any(names => part.Means(names, strict: false));

    static Word[] Names(Gazetteer.Named named, params string[] also) =>
        [.. also.Append(named.En).Append(named.Es).Select(PlaceName.Fold).Distinct().Select(Word.Of)];

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
        "US" => ["usa", "u.s.a.", "eeuu", "america"],
        "GB" => ["uk", "great britain", "britain", "gran bretana"],
        _ => [],
    };

    /// <summary>A name of a region or country, as typed or as known.</summary>
    readonly record struct Word(string Text, ulong Letters)
    {
        public static Word Of(string text) => new(text, LettersOf(Encoding.ASCII.GetBytes(text)));

        /// <param name="strict">Slips are not forgiven.</param>
        public bool Means(Word[] names, bool strict)
        {
            foreach (var name in names)
                if (Means(name, strict))
                    return true;
            return false;
        }

        bool Means(Word name, bool strict)
        {
            if (name.Text == Text || Text.Length >= ShortestPart && name.Text.StartsWith(Text, StringComparison.Ordinal))
                return true;
            var slips = strict ? 0 : Spelling.Tolerance(Text.Length);
            return slips > 0 && BitOperations.PopCount(name.Letters ^ Letters) <= 2 * slips && Spelling.Distance(Text, name.Text, slips) <= slips;
        }
    }

    /// <summary>The best few, each once: how well it fits first, then how many live there.</summary>
    sealed class Best(Gazetteer gazetteer, int most)
    {
        readonly Dictionary<int, int> _fits = [];

        public bool IsEmpty => _fits.Count == 0;

        public void Add(int place, int misfit)
        {
            if (!_fits.TryGetValue(place, out var before) || misfit < before)
                _fits[place] = misfit;
        }

        public IReadOnlyList<int> Ranked() => [.. _fits.OrderBy(f => f.Value).ThenByDescending(f => WeightOf(f.Key)).Take(most).Select(f => f.Key)];

        int WeightOf(int place) => gazetteer.KindOf(place) == PlaceKind.Region ? gazetteer.PopulationOf(place) / RegionsCountFor : gazetteer.PopulationOf(place);
    }
}

/// <param name="Places">Numbers in the gazetteer, the likeliest first.</param>
/// <param name="IsGuess">Nothing is called what was typed: these are spelled much like it.</param>
sealed record FoundPlaces(IReadOnlyList<int> Places, bool IsGuess)
{
    public static readonly FoundPlaces None = new([], false);
}
