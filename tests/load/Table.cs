using System.Globalization;

namespace HealthDoers.Load;

/// <summary>Columns of words and figures for a terminal or a Markdown file.</summary>
public static class Table
{
    public static void Print(string[] heads, IEnumerable<string[]> rows)
    {
        string[][] all = [heads, .. rows];
        var widths = heads.Select((_, column) => all.Max(row => row[column].Length)).ToArray();
        foreach (var row in all)
        {
            Console.WriteLine("| " + string.Join(" | ", row.Select((cell, column) => column == 0 ? cell.PadRight(widths[column]) : cell.PadLeft(widths[column]))) + " |");
            if (row == heads)
                Console.WriteLine("|" + string.Join("|", widths.Select((width, column) => column == 0 ? new string('-', width + 2) : new string('-', width + 1) + ":")) + "|");
        }
    }

    public static void Print(IReadOnlyDictionary<string, Shot> shots, Shot bare) =>
        Print(["page", "requests/s", "p50 ms", "p99 ms", "CPU ms/request", "KB", "x bare"], shots.Select(shot => new[]
        {
            shot.Key, Figure(shot.Value.PerSecond, "#,0"), Figure(shot.Value.P50, "0.0"), Figure(shot.Value.P99, "0.0"),
            Figure(shot.Value.CpuPerRequest, "0.000"), Figure(shot.Value.Kilobytes, "0.0"), Figure(shot.Value.CpuPerRequest / bare.CpuPerRequest, "0.00"),
        }));

    static string Figure(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
