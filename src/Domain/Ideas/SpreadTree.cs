using HealthDoers.Domain.Stories;

namespace HealthDoers.Domain.Ideas;

/// <summary>
/// How an idea spread: who adapted it from whom, and what happened at each. Failures stay, and who has withdrawn is a
/// node without a name, so that what came of it can still be traced.
/// </summary>
public sealed class SpreadTree
{
    readonly List<Node> _roots = [];
    readonly List<Node> _all = [];

    SpreadTree() { }

    /// <summary>Those who had it from the idea itself, oldest first.</summary>
    public IReadOnlyList<Node> Roots => _roots;

    /// <summary>Every node in the order of an outline: each before those who learned from it.</summary>
    public IReadOnlyList<Node> All => _all;

    /// <summary>How many steps the longest way took; 0 while nobody has adapted the idea.</summary>
    public int Generations => _all.Count == 0 ? 0 : _all.Max(n => n.Generation);

    public int Stopped => _all.Count(n => n.HasStopped);

    /// <param name="standings">How strong the evidence of the stories is that tell an adaptation. A story that is not among them is withdrawn.</param>
    public static SpreadTree Of(IEnumerable<Adaptation> adaptations, IReadOnlyDictionary<Guid, EvidenceStanding> standings)
    {
        var all = adaptations.OrderBy(a => a.StartedAt).ThenBy(a => a.Id).ToList();
        var ids = all.Select(a => a.Id).ToHashSet();
        // Whoever learned from one that is not there any more began anew, as far as can be seen.
        var learned = all.ToLookup(a => a.FromId is { } from && ids.Contains(from) ? from : Guid.Empty);
        var tree = new SpreadTree();
        var placed = new HashSet<Guid>();
        // Two corrections at the same moment can close a circle, which nothing leads to: its oldest then stands as a beginning.
        foreach (var root in learned[Guid.Empty].Concat(all))
            if (placed.Add(root.Id))
                tree.Grow(new(root, null, standings), node => [.. learned[node.Adaptation.Id].Where(a => placed.Add(a.Id)).Select(a => new Node(a, node, standings))]);
        return tree;
    }

    // No recursion: how deep a tree grows is for its members to say.
    void Grow(Node root, Func<Node, List<Node>> learners)
    {
        _roots.Add(root);
        var next = new Stack<Node>([root]);
        while (next.TryPop(out var node))
        {
            _all.Add(node);
            node.Teach(learners(node));
            foreach (var child in node.Children.Reverse())
                next.Push(child);
        }
    }

    public sealed class Node
    {
        readonly List<Node> _children = [];

        internal Node(Adaptation adaptation, Node? from, IReadOnlyDictionary<Guid, EvidenceStanding> standings)
        {
            Adaptation = adaptation;
            From = from;
            Generation = from is null ? 1 : from.Generation + 1;
            var isTold = standings.TryGetValue(adaptation.StoryId ?? Guid.Empty, out var told);
            IsAnonymous = adaptation.WithdrawnAt is not null || (adaptation.StoryId is not null && !isTold);
            Standing = isTold ? told : Latest is null ? EvidenceStanding.Idea : EvidenceStanding.Tested;
        }

        public Adaptation Adaptation { get; }

        /// <summary>Null for who had it from the idea itself.</summary>
        public Node? From { get; }

        /// <summary>From 1 for those who had it from the idea itself.</summary>
        public int Generation { get; }

        /// <summary>That of the story which tells it; without one, tested once an outcome is told.</summary>
        public EvidenceStanding Standing { get; }

        /// <summary>It is withdrawn, or the story that told it is: neither name nor words are shown, only what came of it.</summary>
        public bool IsAnonymous { get; }

        public IReadOnlyList<Node> Children => _children;

        public Outcome? Latest => Adaptation.Outcomes.Count == 0 ? null : Adaptation.Outcomes[^1];

        public bool HasStopped => Latest?.Result == Result.Abandoned;

        /// <summary>What others should hear before they try: it was given up, or it made things worse.</summary>
        public bool IsCaution => Latest?.Result is Result.Abandoned or Result.Worse;

        internal void Teach(IEnumerable<Node> children) => _children.AddRange(children);
    }
}
