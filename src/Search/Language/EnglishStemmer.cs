namespace HealthDoers.Search.Language;

/// <summary>M. F. Porter, "An algorithm for suffix stripping", Program 14(3), 1980, with his two later corrections (logi, bli).</summary>
static class EnglishStemmer
{
    static readonly (string Suffix, string Stem)[] Step2 =
    [
        ("ational", "ate"), ("tional", "tion"), ("enci", "ence"), ("anci", "ance"), ("izer", "ize"), ("bli", "ble"), ("alli", "al"),
        ("entli", "ent"), ("eli", "e"), ("ousli", "ous"), ("ization", "ize"), ("ation", "ate"), ("ator", "ate"), ("alism", "al"),
        ("iveness", "ive"), ("fulness", "ful"), ("ousness", "ous"), ("aliti", "al"), ("iviti", "ive"), ("biliti", "ble"), ("logi", "log"),
    ];

    static readonly (string Suffix, string Stem)[] Step3 =
    [
        ("icate", "ic"), ("ative", ""), ("alize", "al"), ("iciti", "ic"), ("ical", "ic"), ("ful", ""), ("ness", ""),
    ];

    // Longest first where one ends another.
    static readonly string[] Step4 =
    [
        "ement", "ment", "ent", "ance", "ence", "able", "ible", "ant", "ism", "ate", "iti", "ous", "ive", "ize", "ion", "al", "er", "ic", "ou",
    ];

    /// <param name="word">Folded; a word with anything but the letters a to z stays as it is.</param>
    public static string Stem(string word)
    {
        if (word.Length < 3 || word.AsSpan().ContainsAnyExceptInRange('a', 'z'))
            return word;
        var stem = Step1(word);
        stem = Replace(stem, Step2);
        stem = Replace(stem, Step3);
        stem = Drop(stem);
        return Tidy(stem);
    }

    static string Step1(string word)
    {
        if (word.EndsWith("sses", StringComparison.Ordinal) || word.EndsWith("ies", StringComparison.Ordinal))
            word = word[..^2];
        else if (word.EndsWith('s') && !word.EndsWith("ss", StringComparison.Ordinal))
            word = word[..^1];

        if (word.EndsWith("eed", StringComparison.Ordinal))
            word = Measure(word.AsSpan(0, word.Length - 3)) > 0 ? word[..^1] : word;
        else if (word.EndsWith("ed", StringComparison.Ordinal) && HasVowel(word.AsSpan(0, word.Length - 2)))
            word = AfterVerbEnding(word[..^2]);
        else if (word.EndsWith("ing", StringComparison.Ordinal) && HasVowel(word.AsSpan(0, word.Length - 3)))
            word = AfterVerbEnding(word[..^3]);

        return word.EndsWith('y') && HasVowel(word.AsSpan(0, word.Length - 1)) ? word[..^1] + "i" : word;
    }

    static string AfterVerbEnding(string word)
    {
        if (word.EndsWith("at", StringComparison.Ordinal) || word.EndsWith("bl", StringComparison.Ordinal) || word.EndsWith("iz", StringComparison.Ordinal))
            return word + "e";
        if (EndsDouble(word) && word[^1] is not ('l' or 's' or 'z'))
            return word[..^1];
        return Measure(word) == 1 && EndsShort(word) ? word + "e" : word;
    }

    static string Replace(string word, (string Suffix, string Stem)[] rules)
    {
        foreach (var (suffix, stem) in rules)
        {
            if (!Ends(word, suffix))
                continue;
            var rest = word.AsSpan(0, word.Length - suffix.Length);
            return Measure(rest) > 0 ? string.Concat(rest, stem) : word;
        }
        return word;
    }

    static string Drop(string word)
    {
        foreach (var suffix in Step4)
        {
            if (!Ends(word, suffix))
                continue;
            var rest = word.AsSpan(0, word.Length - suffix.Length);
            var goes = Measure(rest) > 1 && (suffix != "ion" || (rest.Length > 0 && rest[^1] is 's' or 't'));
            return goes ? rest.ToString() : word;
        }
        return word;
    }

    static string Tidy(string word)
    {
        if (word.EndsWith('e'))
        {
            var rest = word.AsSpan(0, word.Length - 1);
            var measure = Measure(rest);
            if (measure > 1 || (measure == 1 && !EndsShort(rest)))
                word = rest.ToString();
        }
        return word.EndsWith("ll", StringComparison.Ordinal) && Measure(word) > 1 ? word[..^1] : word;
    }

    // The last letter says no to nearly every suffix.
    static bool Ends(string word, string suffix) => word[^1] == suffix[^1] && word.EndsWith(suffix, StringComparison.Ordinal);

    /// <summary>How often a run of vowels is followed by a run of consonants: Porter's m.</summary>
    static int Measure(ReadOnlySpan<char> word)
    {
        var (measure, inVowels) = (0, false);
        for (var i = 0; i < word.Length; i++)
        {
            var vowel = IsVowel(word, i);
            if (inVowels && !vowel)
                measure++;
            inVowels = vowel;
        }
        return measure;
    }

    static bool HasVowel(ReadOnlySpan<char> word)
    {
        for (var i = 0; i < word.Length; i++)
        {
            if (IsVowel(word, i))
                return true;
        }
        return false;
    }

    static bool IsVowel(ReadOnlySpan<char> word, int at) => word[at] switch
    {
        'a' or 'e' or 'i' or 'o' or 'u' => true,
        'y' => at > 0 && !IsVowel(word, at - 1),
        _ => false,
    };

    static bool EndsDouble(ReadOnlySpan<char> word) => word.Length > 1 && word[^1] == word[^2] && !IsVowel(word, word.Length - 1);

    /// <summary>Consonant, vowel, consonant other than w, x, y: the e of "hope" was taken off here.</summary>
    static bool EndsShort(ReadOnlySpan<char> word) =>
        word.Length > 2 && !IsVowel(word, word.Length - 1) && IsVowel(word, word.Length - 2) && !IsVowel(word, word.Length - 3)
        && word[^1] is not ('w' or 'x' or 'y');
}
