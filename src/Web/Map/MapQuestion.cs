using HealthDoers.Domain.Map;
using HealthDoers.Web.Places;

namespace HealthDoers.Web.Map;

/// <summary>What somebody wants to see of the map. Its list, its clusters and its downloads all answer this one question.</summary>
sealed record MapQuestion
{
    public const int LowestZoom = 0;
    public const int HighestZoom = 20;
    public const int LongestWords = 200;
    const int MostWords = 8;

    public MapBox Box { get; init; } = MapBox.World;

    /// <summary>As web maps count: the world is 256 pixels wide at 0 and twice as wide at each step.</summary>
    public int Zoom { get; init; }

    // Any of them will do; empty asks for nothing in particular.
    public IReadOnlyList<MapLayer> Layers { get; init; } = [];
    public IReadOnlyList<string> Topics { get; init; } = [];
    public IReadOnlyList<string> Hubs { get; init; } = [];
    public IReadOnlyList<string> Programmes { get; init; } = [];

    /// <summary>All of them have to begin a word of what is found.</summary>
    public string Words { get; init; } = "";

    /// <summary>Somebody who is signed in asks.</summary>
    public bool Member { get; init; }

    public bool IsNarrowed => Layers.Count + Topics.Count + Hubs.Count + Programmes.Count > 0 || Words.Length > 0;

    /// <summary>Those of the tree that answer the question.</summary>
    public Bits Of(MarkerTree tree)
    {
        var answer = tree.VisibleTo(Member).And(tree.Within(Box));
        if (Layers.Count > 0)
            answer.And(Layers.Aggregate(new Bits(tree.Count), (any, layer) => any.Or(tree.Layer(layer))));
        Narrow(tree, answer, "topic", Topics, m => m.Topics);
        Narrow(tree, answer, "hub", Hubs, m => m.Hubs);
        Narrow(tree, answer, "programme", Programmes, m => m.Programmes);
        var words = PlaceName.Fold(Words).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length > 0)
            answer.And(tree.Saying([.. words.Take(MostWords)]));
        return answer;
    }

    static void Narrow(MarkerTree tree, Bits answer, string by, IReadOnlyList<string> any, Func<Marker, IReadOnlyList<string>> of)
    {
        if (any.Count > 0)
            answer.And(tree.Narrowed($"{by}:{string.Join(',', any)}", marker => any.Any(of(marker).Contains)));
    }
}
