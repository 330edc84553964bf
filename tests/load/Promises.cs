namespace HealthDoers.Load;

/// <summary>What a bench holds the application to. A broken one makes the bench fail.</summary>
public sealed class Promises
{
    public bool AllKept { get; private set; } = true;

    public void AtMost(string what, double measured, double limit) =>
        Hold($"{what}: {measured:0.###}, at most {limit:0.###}", measured <= limit);

    public void Hold(string what, bool kept)
    {
        Console.WriteLine($"{(kept ? "kept  " : "BROKEN")} {what}");
        AllKept &= kept;
    }
}
