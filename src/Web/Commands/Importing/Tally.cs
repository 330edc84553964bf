namespace HealthDoers.Web.Commands.Importing;

/// <summary>What became of the lines.</summary>
sealed record Tally(int Imported = 0, int Updated = 0, int Unchanged = 0, int Skipped = 0)
{
    public int Taken => Imported + Updated + Unchanged;
    public int All => Taken + Skipped;

    public static Tally operator +(Tally a, Tally b) =>
        new(a.Imported + b.Imported, a.Updated + b.Updated, a.Unchanged + b.Unchanged, a.Skipped + b.Skipped);

    public override string ToString() => $"imported {Imported}, updated {Updated}, unchanged {Unchanged}, skipped {Skipped}";
}
