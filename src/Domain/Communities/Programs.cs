namespace HealthDoers.Domain.Communities;

/// <summary>Which initiatives lie within which: a network that may meet itself again, so each is walked once.</summary>
public sealed class Programs(IEnumerable<InitiativeTie> ties)
{
    readonly ILookup<Guid, Guid> _parts = ties.Where(t => t.Role == TieRole.PartOf).ToLookup(t => t.InitiativeId, t => t.ListingId);

    /// <summary>The initiative and everything within it.</summary>
    public IReadOnlySet<Guid> Within(Guid initiative)
    {
        var found = new HashSet<Guid> { initiative };
        var ahead = new Stack<Guid>([initiative]);
        while (ahead.TryPop(out var next))
            foreach (var part in _parts[next].Where(found.Add))
                ahead.Push(part);
        return found;
    }
}
