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
    const int MostParts = 6;
    const int MostTokens = 8;

    // "San" begins thousands of names; nobody finds theirs among them before typing on.
    const int MostLookedAt = 40_000;

    /// <param name="most">How many to return at the most.</param>
    /// <param name="guesses">Whether names that are spelled a little differently will do where none is as written.</param>
    public FoundPlaces Find(string? question, int most, bool guesses = true)
    {
        var parts = (question ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(PlaceName.Fold).Where(part => part.Length > 0).ToList();
        if (parts.Count is 0 or > MostParts || parts[0].Length < ShortestQuestion || parts[0].Length > LongestQuestion)
            return FoundPlaces.None;

        var readings = Readings(parts).ToList();
        var found = new BestPlaces(gazetteer, most);
        foreach (var (name, around) in readings.Where(reading => AreSomewhere(reading.Around, withSlips: false)))
            AsWritten(name, around, found);
        if (!found.IsEmpty || !guesses)
            return new(found.Ranked, IsGuess: false);
        foreach (var (name, around) in readings.Where(reading => AreSomewhere(reading.Around, withSlips: true)))
            Misspelled(name, around, found);
        return new(found.Ranked, IsGuess: true);
    }

    /// <summary>"Springfield Illinois" may be one name, or a name and what lies around it.</summary>
    IEnumerable<(string Name, Around[] Around)> Readings(List<string> parts)
    {
        var behind = parts.Skip(1).Select(part => new Around(part, gazetteer)).ToArray();
        yield return (parts[0], behind);
        var tokens = parts[0].Split(' ');
        for (var taken = Math.Min(tokens.Length, MostTokens) - 1; taken > 0; taken--)
            yield return (string.Join(' ', tokens.Take(taken)), [new(string.Join(' ', tokens.Skip(taken)), gazetteer), .. behind]);
    }

    void AsWritten(string name, Around[] around, BestPlaces found)
    {
        var typed = Encoding.ASCII.GetBytes(name);
        // A beginning of a word will do while somebody types; with the region behind it the name is complete.
        var takesBeginnings = typed.Length >= (around.Length == 0 ? ShortestPart : ShortestPart + 1);
        for (var (key, looked) = (FirstFrom(typed), 0); key < gazetteer.KeyCount && looked < MostLookedAt; key++, looked++)
        {
            var known = gazetteer.Key(key);
            var isWhole = known.Length == typed.Length;
            if (!known.StartsWith(typed) || !isWhole && !takesBeginnings)
                break;
            var place = gazetteer.PlaceOf(key);
            if (LiesIn(place, around, withSlips: false))
                found.Add(place, isWhole ? 0 : 1);
        }
    }

    void Misspelled(string name, Around[] around, BestPlaces found)
    {
        var slips = Spelling.Tolerance(name.Length);
        if (slips == 0 && around.Length == 0 || name.Length > Misspelling.LongestName)
            return;
        var typed = new Misspelling(name);
        var wanted = typed.Letters;
        for (var length = Math.Max(1, name.Length - slips); length <= name.Length + slips; length++)
        {
            var known = gazetteer.KeysOfLength(length);
            var letters = known.Letters;
            for (var at = 0; at < letters.Length; at++)
            {
                // A slip adds a letter at the most and takes one away, so most names are passed over by a glance at theirs.
                if (BitOperations.PopCount(letters[at] & ~wanted) > slips || BitOperations.PopCount(wanted & ~letters[at]) > slips)
                    continue;
                // Where it lies is asked first: of a thousand that look alike, a few are in the region that was named.
                var key = known.Keys[at];
                var place = gazetteer.PlaceOf(key);
                if (LiesIn(place, around, withSlips: true) && typed.DistanceTo(gazetteer.Key(key)) is var distance && distance <= slips)
                    found.Add(place, 2 + distance);
            }
        }
    }

    static bool AreSomewhere(Around[] around, bool withSlips) => Array.TrueForAll(around, part => part.IsSomewhere(withSlips));

    bool LiesIn(int place, Around[] around, bool withSlips)
    {
        foreach (var part in around)
            if (!part.Holds(gazetteer.Places[place], withSlips))
                return false;
        return true;
    }

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
}
