namespace HealthDoers.Search.Embedded;

static class Best
{
    /// <summary>The first of them in order, without ordering the rest.</summary>
    public static List<T> Of<T>(List<T> all, int most, Comparison<T> order)
    {
        if (all.Count <= most)
        {
            var copy = new List<T>(all);
            copy.Sort(order);
            return copy;
        }
        // The worst of those kept stands on top, to be pushed out.
        var kept = new PriorityQueue<T, T>(most, Comparer<T>.Create((a, b) => order(b, a)));
        foreach (var one in all)
        {
            if (kept.Count < most)
                kept.Enqueue(one, one);
            else if (order(one, kept.Peek()) < 0)
                kept.EnqueueDequeue(one, one);
        }
        var best = kept.UnorderedItems.Select(item => item.Element).ToList();
        best.Sort(order);
        return best;
    }
}
