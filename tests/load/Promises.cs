using System.Globalization;

namespace HealthDoers.Load;

/// <summary>What a bench holds the application to. A broken promise makes the bench fail; an aim of speed is only told, since other work on the machine can miss it.</summary>
public sealed class Promises
{
    public bool AllKept { get; private set; } = true;

    public static void AimAtMost(string what, double measured, double limit) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{(measured <= limit ? "aim met   " : "aim MISSED")} {what}: {measured:0.###}, at most {limit:0.###}"));

    public void Hold(string what, bool kept)
    {
        Console.WriteLine($"{(kept ? "kept      " : "BROKEN    ")} {what}");
        AllKept &= kept;
    }
}
