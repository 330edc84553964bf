using HealthDoers.Load;
using HealthDoers.Load.Chaos;
using HealthDoers.Load.Map;

// Every bench starts what it measures on the loopback address, is bounded in time, and stops what it started.
var benches = new Dictionary<string, (Func<bool, Promises, Task> Run, string Measures)>
{
    ["pages"] = (PagesBench.Run, "pages per second and CPU per page, beside the bare page of the framework"),
    ["chaos"] = (ChaosBench.Run, "what a room keeps while its server is killed again and again"),
    ["map"] = (MapBench.Run, "the map with 100,000 entries, beside npm supercluster"),
};

var brief = args.Contains("--short");
var names = args.Where(word => word != "--short").ToList();
if (names.Count != 1 || !benches.TryGetValue(names[0], out var bench))
{
    Console.Error.WriteLine("./dev bench NAME [--short]");
    foreach (var (name, (_, measures)) in benches)
        Console.Error.WriteLine($"  {name,-8} {measures}");
    Console.Error.WriteLine("It ends with 1 when a promise is broken (a page refused, a message lost). Aims of speed are told and do not fail it.");
    return 2;
}

var promises = new Promises();
try
{
    await bench.Run(brief, promises);
}
catch (BenchStoppedException stopped)
{
    Console.Error.WriteLine(stopped.Message);
    return 1;
}
return promises.AllKept ? 0 : 1;
