using System.Collections.Frozen;
using System.Security.Cryptography;

namespace HealthDoers.Web.Access.Passwords;

/// <summary>A password of random words, to offer to people: easy to read aloud and to type on a phone, hard to guess.</summary>
public sealed class Passphrase
{
    /// <summary>From about 2,000 words: 54 bits, beyond what can be guessed against a slow hash.</summary>
    public const int UsualWords = 5;

    static readonly Lazy<FrozenDictionary<string, Passphrase>> Shipped = new(ReadShipped);

    readonly string[] words;

    public Passphrase(IEnumerable<string> words) => this.words = [.. words.Distinct()];

    public int WordsToChooseFrom => words.Length;

    /// <summary>The words of a language, by its two letters; English for a language without a list.</summary>
    public static Passphrase In(string language) => Shipped.Value.GetValueOrDefault(language) ?? Shipped.Value["en"];

    /// <summary>A new one each time: <c>garden-velvet-canoe-orbit-toast</c>.</summary>
    public string Offer(int count = UsualWords)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 4);
        return string.Join('-', Enumerable.Range(0, count).Select(_ => words[RandomNumberGenerator.GetInt32(words.Length)]));
    }

    static FrozenDictionary<string, Passphrase> ReadShipped()
    {
        using var stream = typeof(Passphrase).Assembly.GetManifestResourceStream("passphrase-words.txt")
            ?? throw new InvalidOperationException("The word list is missing from this build. Run npm ci, then build again.");
        using var reader = new StreamReader(stream);
        var lists = new Dictionary<string, List<string>>();
        for (List<string>? list = null; reader.ReadLine() is { } line;)
            if (line.StartsWith("# ", StringComparison.Ordinal))
                lists[line[2..]] = list = [];
            else
                list?.Add(line);
        return lists.ToFrozenDictionary(list => list.Key, list => new Passphrase(list.Value));
    }
}
