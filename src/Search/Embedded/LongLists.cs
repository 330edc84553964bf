using System.Collections.Concurrent;

namespace HealthDoers.Search.Embedded;

/// <summary>
/// The long lists of matching documents that were read since the index last changed: the commonest words are asked for again and again,
/// and reading their lists is most of what a question costs. Forgotten with every change, while nobody reads.
/// </summary>
sealed class LongLists
{
    /// <summary>Shorter ones are read as fast as they are found here.</summary>
    const int Shortest = 1_000;

    /// <summary>Numbers in all lists together: four megabytes.</summary>
    const int Room = 1_000_000;

    readonly ConcurrentDictionary<(string Match, long From, long Below), int[]> _lists = new();
    int _numbers;

    public int[]? Find(string match, long from, long below) => _lists.GetValueOrDefault((match, from, below));

    public void Keep(string match, long from, long below, List<int> list)
    {
        if (list.Count < Shortest)
            return;
        if (Interlocked.Add(ref _numbers, list.Count) > Room)
        {
            Clear();
            Interlocked.Add(ref _numbers, list.Count);
        }
        _lists[(match, from, below)] = [.. list];
    }

    public void Clear()
    {
        _lists.Clear();
        Volatile.Write(ref _numbers, 0);
    }
}
