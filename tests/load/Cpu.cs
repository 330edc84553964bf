using System.Globalization;

namespace HealthDoers.Load;

/// <summary>What processes have used so far, read from /proc: a process, and every process under it.</summary>
public static class Cpu
{
    // USER_HZ is 100 on every Linux that .NET runs on.
    const double MillisecondsPerTick = 10;

    public static double Milliseconds(IEnumerable<int> roots) => Tree(roots).Sum(process => process.Ticks) * MillisecondsPerTick;

    public static double ResidentMegabytes(IEnumerable<int> roots) =>
        Tree(roots).Sum(process => process.ResidentPages) * (double)Environment.SystemPageSize / (1024 * 1024);

    static IEnumerable<Entry> Tree(IEnumerable<int> roots)
    {
        var wanted = roots.ToHashSet();
        var all = Directory.EnumerateDirectories("/proc").Select(Entry.Read).OfType<Entry>().ToList();
        for (var grew = true; grew;)
            grew = all.Where(process => wanted.Contains(process.Parent)).Aggregate(false, (any, process) => wanted.Add(process.Id) || any);
        return all.Where(process => wanted.Contains(process.Id));
    }

    sealed record Entry(int Id, int Parent, long Ticks, long ResidentPages)
    {
        public static Entry? Read(string folder)
        {
            if (!int.TryParse(Path.GetFileName(folder), out var id))
                return null;
            string line;
            try
            {
                line = File.ReadAllText(Path.Combine(folder, "stat"));
            }
            catch (IOException)
            {
                // It ended between the listing and the look.
                return null;
            }
            // The name stands in brackets and may hold spaces; the numbers count from behind it (proc(5), field 3 on).
            var fields = line[(line.LastIndexOf(')') + 2)..].Split(' ');
            long Field(int number) => long.Parse(fields[number - 3], CultureInfo.InvariantCulture);
            // Children that have ended live on in their parent's figures (fields 16 and 17).
            return new(id, (int)Field(4), Field(14) + Field(15) + Field(16) + Field(17), Field(24));
        }
    }
}
