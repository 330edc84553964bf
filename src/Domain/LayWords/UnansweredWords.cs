using System.Numerics;

namespace HealthDoers.Domain.LayWords;

/// <summary>
/// Words that were searched for and not found. Until they came from several people there is a fingerprint of them and nothing else
/// that could be read; who asked is never kept.
/// </summary>
public sealed class UnansweredWords
{
    /// <summary>From so many different people before anybody may read the words.</summary>
    public const int Enough = 5;

    /// <summary>Everybody falls into one of so many drawers, and so do many others.</summary>
    public const int Drawers = 64;
    public const int WordsLimit = 60;

    UnansweredWords() { }

    public UnansweredWords(string fingerprint) => Fingerprint = fingerprint;

    public string Fingerprint { get; private set; } = "";

    /// <summary>The drawers from which it was asked, one bit each: the same person twice counts once.</summary>
    public long AskedFrom { get; private set; }

    /// <summary>To the day, so that no moment can be matched with anybody's visit.</summary>
    public DateOnly LastAsked { get; private set; }

    /// <summary>Null until enough have asked.</summary>
    public string? Words { get; private set; }

    public int Times => BitOperations.PopCount((ulong)AskedFrom);

    /// <param name="drawer">Of the asker, from 0 to <see cref="Drawers"/> - 1.</param>
    public void AskedAgain(string words, int drawer, DateOnly day)
    {
        AskedFrom |= 1L << drawer;
        LastAsked = day;
        if (Times >= Enough)
            Words = words;
    }
}
