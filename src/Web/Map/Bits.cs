using System.Numerics;

namespace HealthDoers.Web.Map;

/// <summary>A set of markers of one tree, by their places in it: what lies side by side on the map lies side by side here.</summary>
sealed class Bits(int length)
{
    const int Size = 64;

    readonly ulong[] _words = new ulong[(length + Size - 1) / Size];

    public int Length => length;

    public bool this[int at]
    {
        get => (_words[at / Size] >> (at % Size) & 1) != 0;
        set
        {
            if (value)
                _words[at / Size] |= 1UL << (at % Size);
            else
                _words[at / Size] &= ~(1UL << (at % Size));
        }
    }

    public static Bits All(int length)
    {
        var all = new Bits(length);
        all.Fill(0, length);
        return all;
    }

    public Bits Copy()
    {
        var copy = new Bits(length);
        _words.CopyTo(copy._words, 0);
        return copy;
    }

    public Bits And(Bits other)
    {
        for (var i = 0; i < _words.Length; i++)
            _words[i] &= other._words[i];
        return this;
    }

    public Bits Or(Bits other)
    {
        for (var i = 0; i < _words.Length; i++)
            _words[i] |= other._words[i];
        return this;
    }

    public void Fill(int from, int to)
    {
        for (var at = from; at < to;)
        {
            var end = Math.Min(to, (at / Size + 1) * Size);
            _words[at / Size] |= Mask(at % Size, end - at);
            at = end;
        }
    }

    /// <summary>How many of those from one place to before another are in the set.</summary>
    public int Count(int from, int to)
    {
        var count = 0;
        for (var at = from; at < to;)
        {
            var end = Math.Min(to, (at / Size + 1) * Size);
            count += BitOperations.PopCount(_words[at / Size] & Mask(at % Size, end - at));
            at = end;
        }
        return count;
    }

    public int Count() => Count(0, length);

    /// <summary>How many of the range are in both sets.</summary>
    public int CountWith(Bits other, int from, int to)
    {
        var count = 0;
        for (var at = from; at < to;)
        {
            var end = Math.Min(to, (at / Size + 1) * Size);
            count += BitOperations.PopCount(_words[at / Size] & other._words[at / Size] & Mask(at % Size, end - at));
            at = end;
        }
        return count;
    }

    /// <summary>The first in the set from here on, or the end.</summary>
    public int Next(int from, int to)
    {
        for (var at = from; at < to; at = (at / Size + 1) * Size)
        {
            var rest = _words[at / Size] >> (at % Size);
            if (rest != 0)
                return Math.Min(to, at + BitOperations.TrailingZeroCount(rest));
        }
        return to;
    }

    static ulong Mask(int from, int count) => (count == Size ? ulong.MaxValue : (1UL << count) - 1) << from;
}
