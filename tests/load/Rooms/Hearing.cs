using System.Collections.Concurrent;
using System.Diagnostics;

namespace HealthDoers.Load.Rooms;

/// <summary>What was said, to how many, and when the last of them had it.</summary>
sealed class Hearing
{
    readonly ConcurrentDictionary<int, Said> said = new();
    int numbers, deliveries, doubled;

    /// <summary>Stands before a message's number in its text.</summary>
    public static ReadOnlySpan<byte> Mark => "bench message "u8;

    public int Deliveries => Volatile.Read(ref deliveries);

    /// <summary>How often one listener was told one message again.</summary>
    public int Doubled => Volatile.Read(ref doubled);

    /// <summary>The words of a new message, about as long as people's are. Its time runs from now.</summary>
    public string Say(int listeners)
    {
        var number = Interlocked.Increment(ref numbers);
        said[number] = new(listeners);
        return $"bench message {number} which says that eleven families came to the garden on Thursday and four of them took seedlings home.";
    }

    public void Heard(Ear by, int number)
    {
        Interlocked.Increment(ref deliveries);
        if (said.TryGetValue(number, out var message) && !message.Heard(by))
            Interlocked.Increment(ref doubled);
    }

    /// <summary>Waits for what is still on its way, and forgets it all.</summary>
    /// <returns>For each message the milliseconds until its last listener had it, and how many deliveries never came.</returns>
    public async Task<(List<double> Times, int Missing)> SettleAsync(TimeSpan patience)
    {
        var since = Stopwatch.StartNew();
        while (since.Elapsed < patience && said.Values.Any(one => one.Missing > 0))
            await Task.Delay(20);
        var all = said.Values.ToList();
        said.Clear();
        return ([.. all.Where(one => one.Missing <= 0).Select(one => one.Milliseconds).Order()], all.Sum(one => one.Missing));
    }

    sealed class Said(int listeners)
    {
        readonly long begun = Stopwatch.GetTimestamp();
        readonly HashSet<Ear> heard = new(listeners);
        long last;

        public int Missing
        {
            get
            {
                lock (heard)
                    return listeners - heard.Count;
            }
        }

        public double Milliseconds => Stopwatch.GetElapsedTime(begun, last).TotalMilliseconds;

        public bool Heard(Ear by)
        {
            lock (heard)
            {
                last = Stopwatch.GetTimestamp();
                return heard.Add(by);
            }
        }
    }
}
