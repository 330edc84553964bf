namespace HealthDoers.Web.Map;

/// <summary>
/// One set of markers, summed up in advance for every run and every node of their tree: what a whole part of the world
/// comes to is then read, not counted out.
/// </summary>
sealed class Summed
{
    readonly Bits _set;
    readonly double[] _x, _y;
    readonly Edges[] _edges;

    /// <param name="nodes">How many numbers the nodes of the tree have.</param>
    public Summed(Bits set, MarkerTree.Node root, int nodes, double[] x, double[] y)
    {
        _set = set;
        (_x, _y) = (Running(x), Running(y));
        _edges = new Edges[nodes];
        Enclose(root, x, y);
    }

    public int Count(MarkerTree.Node node) => _set.Count(node.From, node.To);

    public double SumX(MarkerTree.Node node) => _x[node.To] - _x[node.From];

    public double SumY(MarkerTree.Node node) => _y[node.To] - _y[node.From];

    public Edges Around(MarkerTree.Node node) => _edges[node.Index];

    double[] Running(double[] values)
    {
        var sums = new double[values.Length + 1];
        for (var at = 0; at < values.Length; at++)
            sums[at + 1] = sums[at] + (_set[at] ? values[at] : 0);
        return sums;
    }

    Edges Enclose(MarkerTree.Node node, double[] x, double[] y)
    {
        if (!node.IsLeaf)
            return _edges[node.Index] = Enclose(node.First, x, y).With(Enclose(node.Second, x, y));
        var around = Edges.Nothing;
        for (var at = _set.Next(node.From, node.To); at < node.To; at = _set.Next(at + 1, node.To))
            around = around.With(x[at], y[at]);
        return _edges[node.Index] = around;
    }
}
