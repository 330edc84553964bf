using HealthDoers.Domain.Map;

namespace HealthDoers.Web.Map;

/// <summary>
/// Gathers an answer into clusters. From the whole world down, the part that reaches farthest on the screen is halved,
/// until nothing reaches farther than a finger or there are enough parts; then parts that met on the screen are joined.
/// </summary>
static class Clustering
{
    static readonly MapLayer[] Layers = Enum.GetValues<MapLayer>();

    /// <param name="most">How many clusters at the most; taking a last leaf apart may exceed it by less than a leaf.</param>
    public static IReadOnlyList<Cluster> Of(MapAnswer answer, int zoom, int most) => Joined(Parts(answer, zoom, most), zoom);

    static List<Heap> Parts(MapAnswer answer, int zoom, int most)
    {
        var done = new List<Heap>(most + MarkerTree.LeafSize);
        var open = new PriorityQueue<(MapAnswer.Part Part, MarkerTree.Node Node), double>();
        foreach (var part in answer.Parts)
            Open(part, part.Tree.Root);
        while (open.TryDequeue(out var next, out var reach))
        {
            var (part, node) = next;
            var isFull = done.Count + open.Count + 1 > most;
            if (isFull || Mercator.Pixels(-reach, zoom) <= Cluster.Radius)
                done.Add(Heap.Of(part, node));
            else if (node.IsLeaf)
            {
                for (var at = part.Chosen.Next(node.From, node.To); at < node.To; at = part.Chosen.Next(at + 1, node.To))
                    done.Add(Heap.Of(part, at, at + 1));
            }
            else
            {
                Open(part, node.First);
                Open(part, node.Second);
            }
        }
        return done;

        void Open(MapAnswer.Part part, MarkerTree.Node node)
        {
            var count = part.Chosen.Count(node.From, node.To);
            if (count == 1)
                done.Add(Heap.Of(part, node.From, node.To));
            else if (count > 1)
                open.Enqueue((part, node), -part.Tree.EdgesOf(node).Reach);
        }
    }

    static List<Cluster> Joined(List<Heap> heaps, int zoom)
    {
        heaps.Sort((a, b) => b.Count.CompareTo(a.Count));
        var joined = new List<Cluster>(heaps.Count);
        var taken = new bool[heaps.Count];
        for (var i = 0; i < heaps.Count; i++)
        {
            if (taken[i])
                continue;
            var heap = heaps[i];
            for (var j = i + 1; j < heaps.Count; j++)
            {
                if (taken[j] || heap.PixelsTo(heaps[j], zoom) > Cluster.Radius)
                    continue;
                heap = heap.With(heaps[j]);
                taken[j] = true;
            }
            joined.Add(heap.AsCluster());
        }
        return joined;
    }

    /// <summary>Markers that are together so far.</summary>
    readonly record struct Heap(int Count, double SumX, double SumY, Edges Around, int[] ByLayer, Marker? Any)
    {
        /// <summary>Where all is chosen that may be seen, it is summed up already; where nearly all is, most of its parts are.</summary>
        public static Heap Of(MapAnswer.Part part, MarkerTree.Node node)
        {
            var (count, visible) = (part.Chosen.Count(node.From, node.To), part.Visible.Count(node));
            if (count == visible && count > 0)
                return new(count, part.Visible.SumX(node), part.Visible.SumY(node), part.Visible.Around(node), ByLayers(part, node.From, node.To), null);
            if (node.IsLeaf || visible - count > count / 8)
                return Of(part, node.From, node.To);
            var (first, second) = (Of(part, node.First), Of(part, node.Second));
            return first.Count == 0 ? second : second.Count == 0 ? first : first.With(second);
        }

        public static Heap Of(MapAnswer.Part part, int from, int to)
        {
            var (tree, chosen) = (part.Tree, part.Chosen);
            var (count, sumX, sumY) = (0, 0.0, 0.0);
            var around = Edges.Nothing;
            Marker? any = null;
            for (var at = chosen.Next(from, to); at < to; at = chosen.Next(at + 1, to))
            {
                var (x, y) = (tree.X(at), tree.Y(at));
                (any, around) = (any ?? tree[at], around.With(x, y));
                (count, sumX, sumY) = (count + 1, sumX + x, sumY + y);
            }
            return new(count, sumX, sumY, around, ByLayers(part, from, to), any);
        }

        static int[] ByLayers(MapAnswer.Part part, int from, int to) => Array.ConvertAll(Layers, layer => part.Chosen.CountWith(part.Tree.Layer(layer), from, to));

        public double PixelsTo(Heap other, int zoom) =>
            Mercator.Pixels(double.Hypot(SumX / Count - other.SumX / other.Count, SumY / Count - other.SumY / other.Count), zoom);

        public Heap With(Heap other) => new(Count + other.Count, SumX + other.SumX, SumY + other.SumY, Around.With(other.Around),
            [.. ByLayer.Zip(other.ByLayer, (mine, theirs) => mine + theirs)], null);

        public Cluster AsCluster() => Count == 1
            ? new(1, Any!.Place.Point, Around, ByLayer, Any)
            : new(Count, Mercator.Point(SumX / Count, SumY / Count), Around, ByLayer, null);
    }
}
