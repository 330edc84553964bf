namespace HealthDoers.Domain.Hubs;

/// <summary>Which hub is part of which. What is counted over <see cref="Under"/> counts each thing once.</summary>
public sealed class HubTree
{
    readonly ILookup<Guid, Guid> _parts;

    public HubTree(IEnumerable<(Guid Id, Guid? ParentId)> hubs) =>
        _parts = hubs.Where(h => h.ParentId is not null).ToLookup(h => h.ParentId!.Value, h => h.Id);

    /// <summary>The hub and all that is part of it, at any depth, each once.</summary>
    public IReadOnlySet<Guid> Under(Guid hubId)
    {
        var found = new HashSet<Guid> { hubId };
        var open = new Queue<Guid>(found);
        while (open.TryDequeue(out var one))
            foreach (var part in _parts[one].Where(found.Add))
                open.Enqueue(part);
        return found;
    }
}
