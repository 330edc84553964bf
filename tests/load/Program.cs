using HealthDoers.Load;
using HealthDoers.Load.Chaos;
using HealthDoers.Load.Map;
using HealthDoers.Load.Rooms;
using HealthDoers.Load.Search;

// Every bench starts what it measures on the loopback address, is bounded in time, and stops what it started.
var benches = new Dictionary<string, (Func<Options, Promises, Task> Run, string Measures)>
{
    ["pages"] = ((options, promises) => PagesBench.Run(options.Brief, promises), "pages per second and CPU per page, beside the bare page of the framework"),
    ["search"] = (SearchBench.Run, "how well and how fast questions are answered; --collection FOLDER of judged questions, --elasticsearch ADDRESS"),
    ["rooms"] = ((options, promises) => RoomsBench.Run(options.Brief, promises), "people in rooms, from saying to the last listener, beside a bare SignalR hub"),
    ["chaos"] = ((options, promises) => ChaosBench.Run(options.Brief, promises), "what a room keeps while its server is killed again and again, on SQLite and on two nodes with PostgreSQL"),
    ["map"] = ((options, promises) => MapBench.Run(options.Brief, promises), "the map with 100,000 entries, beside npm supercluster"),
};

if (Options.Read(args) is not { } options || !benches.TryGetValue(options.Name, out var bench))
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
    await bench.Run(options, promises);
    promises.Sum();
}
catch (BenchStoppedException stopped)
{
    Console.Error.WriteLine(stopped.Message);
    return 1;
}
return promises.AllKept ? 0 : 1;
