using HealthDoers.Domain.Map;
using HealthDoers.Web.Places;

namespace HealthDoers.Web.Map;

/// <summary>
/// Markers in the order of a KD-tree: each node is a run of them, halved along its longer side. A set of markers is a
/// row of bits in that order, so "how many of these are in this part of the world" is counting bits. Nothing changes
/// once it is built.
/// </summary>
sealed class MarkerTree
{
    public const int LeafSize = 8;

    static readonly MapLayer[] AllLayers = Enum.GetValues<MapLayer>();

    readonly Marker[] _markers;
    readonly double[] _x, _y;
    readonly Edges[] _edges;
    readonly int[] _newestFirst;
    readonly Bits[] _layers;
    readonly Bits _everyone;
    readonly Summed _summedForVisitors, _summedForMembers;
    readonly Narrowings _narrowings = new();
    readonly Lazy<string[]> _words;

    MarkerTree(Marker[] markers, double[] x, double[] y, Edges[] edges)
    {
        (_markers, _x, _y, _edges) = (markers, x, y, edges);
        _everyone = Where(m => !m.MembersOnly);
        _summedForVisitors = new(_everyone, Root, edges.Length, x, y);
        _summedForMembers = new(Bits.All(Count), Root, edges.Length, x, y);
        _layers = [.. AllLayers.Select(layer => Where(m => m.Layers.Contains(layer)))];
        _newestFirst = [.. Enumerable.Range(0, Count)];
        var keys = Array.ConvertAll(markers, m => -m.At.UtcTicks);
        Array.Sort(keys, _newestFirst);
        _words = new(() => Array.ConvertAll(markers, m => " " + PlaceName.Fold($"{m.Title} {m.Summary} {m.Keywords} {m.Place.Locality}")));
    }

    public int Count => _markers.Length;

    public Marker this[int at] => _markers[at];

    public IReadOnlyList<int> NewestFirst => _newestFirst;

    public double X(int at) => _x[at];

    public double Y(int at) => _y[at];

    public static MarkerTree Of(IReadOnlyCollection<Marker> markers)
    {
        var all = markers.ToArray();
        var x = Array.ConvertAll(all, m => Mercator.X(m.Place.Point.Longitude));
        var y = Array.ConvertAll(all, m => Mercator.Y(m.Place.Point.Latitude));
        var order = Enumerable.Range(0, all.Length).ToArray();
        var nodes = 1;
        for (var size = all.Length; size > LeafSize; size = (size + 1) / 2)
            nodes = nodes * 2 + 1;
        var edges = new Edges[nodes];
        Halve(order, x, y, edges, new(0, 0, all.Length));
        return new([.. order.Select(at => all[at])], [.. order.Select(at => x[at])], [.. order.Select(at => y[at])], edges);
    }

    public Node Root => new(0, 0, Count);

    public Edges EdgesOf(Node node) => _edges[node.Index];

    public Bits Layer(MapLayer layer) => _layers[(int)layer];

    /// <summary>Those that a visitor may see, or a member.</summary>
    public Bits VisibleTo(bool member) => member ? Bits.All(Count) : _everyone.Copy();

    /// <summary>All that a visitor may see, or a member, summed up.</summary>
    public Summed SummedFor(bool member) => member ? _summedForMembers : _summedForVisitors;

    public Bits Within(MapBox box)
    {
        if (box == MapBox.World)
            return Bits.All(Count);
        var inside = new Bits(Count);
        foreach (var piece in box.Pieces())
            if (Count > 0)
                Fill(inside, Root, new(Mercator.X(piece.West), Mercator.Y(piece.North), Mercator.X(piece.East), Mercator.Y(piece.South)), piece);
        return inside;
    }

    /// <summary>A set that is asked for again and again while somebody moves the map; counted out once.</summary>
    public Bits Narrowed(string by, Func<Marker, bool> test) => _narrowings.GetOrAdd(by, () => Where(test));

    /// <summary>Those that have words beginning with each of these.</summary>
    public Bits Saying(string[] words) => _narrowings.GetOrAdd("q:" + string.Join(' ', words), () =>
    {
        var saying = new Bits(Count);
        var said = _words.Value;
        var starts = Array.ConvertAll(words, word => " " + word);
        for (var at = 0; at < said.Length; at++)
            saying[at] = Array.TrueForAll(starts, start => said[at].Contains(start, StringComparison.Ordinal));
        return saying;
    });

    Bits Where(Func<Marker, bool> test)
    {
        var passing = new Bits(Count);
        for (var at = 0; at < _markers.Length; at++)
            passing[at] = test(_markers[at]);
        return passing;
    }

    void Fill(Bits inside, Node node, Edges box, MapBox degrees)
    {
        var edges = _edges[node.Index];
        if (!box.Meets(edges))
            return;
        if (box.Holds(edges))
            inside.Fill(node.From, node.To);
        else if (node.IsLeaf)
        {
            for (var at = node.From; at < node.To; at++)
                inside[at] = inside[at] || degrees.Contains(_markers[at].Place.Point);
        }
        else
        {
            Fill(inside, node.First, box, degrees);
            Fill(inside, node.Second, box, degrees);
        }
    }

    static void Halve(int[] order, double[] x, double[] y, Edges[] edges, Node node)
    {
        var run = order.AsSpan(node.From, node.Length);
        var around = Edges.Around(run, x, y);
        edges[node.Index] = around;
        if (node.IsLeaf)
            return;
        Middle(run, around.Width > around.Height ? x : y, node.First.Length);
        Halve(order, x, y, edges, node.First);
        Halve(order, x, y, edges, node.Second);
    }

    /// <summary>Puts the smallest <paramref name="count"/> first (quickselect).</summary>
    static void Middle(Span<int> run, double[] by, int count)
    {
        while (run.Length > 1)
        {
            var pivot = MedianOfThree(by[run[0]], by[run[run.Length / 2]], by[run[^1]]);
            var (from, to) = (0, run.Length - 1);
            while (from <= to)
            {
                while (by[run[from]] < pivot)
                    from++;
                while (by[run[to]] > pivot)
                    to--;
                if (from <= to)
                {
                    (run[from], run[to]) = (run[to], run[from]);
                    (from, to) = (from + 1, to - 1);
                }
            }
            if (count <= to)
                run = run[..(to + 1)];
            else if (count >= from)
            {
                run = run[from..];
                count -= from;
            }
            else
                return;
        }
    }

    static double MedianOfThree(double a, double b, double c) => Math.Max(Math.Min(a, b), Math.Min(Math.Max(a, b), c));

    /// <summary>A run of markers. Index numbers nodes as a heap does.</summary>
    public readonly record struct Node(int Index, int From, int To)
    {
        public int Length => To - From;
        public bool IsLeaf => Length <= LeafSize;
        public Node First => new(2 * Index + 1, From, Half);
        public Node Second => new(2 * Index + 2, Half, To);

        int Half => From + (Length + 1) / 2;
    }
}
