namespace HealthDoers.Web.Look.Art;

/// <summary>Chance that falls the same way for the same seed, on every machine and in every year.</summary>
sealed class Dice
{
    uint state;

    public Dice(string seed)
    {
        // FNV-1a: string.GetHashCode differs from one process to the next.
        state = 2166136261;
        foreach (var letter in seed) state = (state ^ letter) * 16777619;
        if (state == 0) state = 1;
    }

    public double Between(double low, double high) => low + (high - low) * (Next() / (double)uint.MaxValue);

    public int Below(int count) => (int)(Next() % (uint)count);

    public bool OneIn(int count) => Below(count) == 0;

    uint Next()
    {
        state ^= state << 13;
        state ^= state >> 17;
        state ^= state << 5;
        return state;
    }
}
