using System.Globalization;

namespace HealthDoers.Load;

/// <summary>What a bench holds the application to. A broken promise makes the bench fail; an aim of speed is only told, since other work on the machine can miss it.</summary>
public sealed class Promises
{
    int _held, _kept, _aimed, _met;

    public bool AllKept => _kept == _held;

    /// <summary>What a bench ends with, for whoever reads only that.</summary>
    public string? LastLine { get; set; }

    public void AimAtMost(string what, double measured, double limit)
    {
        var met = measured <= limit;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{(met ? "aim met   " : "aim MISSED")} {what}: {measured:0.###}, at most {limit:0.###}"));
        _aimed++;
        _met += met ? 1 : 0;
    }

    public void Hold(string what, bool kept)
    {
        Console.WriteLine($"{(kept ? "kept      " : "BROKEN    ")} {what}");
        _held++;
        _kept += kept ? 1 : 0;
    }

    /// <summary>One line for whoever reads only the end, with how busy the machine was: that is what an aim can be missed by.</summary>
    public void Sum()
    {
        Console.WriteLine($"\n{_kept} of {_held} promises kept, {_met} of {_aimed} aims met; {Environment.ProcessorCount} cores, load average {Load()}");
        if (LastLine is not null)
            Console.WriteLine(LastLine);
    }

    static string Load() => File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "unknown";
}
