namespace HealthDoers.Domain;

/// <summary>Something with an identity of its own. It sets its id itself, so it is whole before it is stored.</summary>
public abstract class Entity
{
    readonly List<DomainEvent> _raised = [];

    public Guid Id { get; protected init; } = Guid.CreateVersion7();

    /// <summary>What happened to this entity and is not yet stored, oldest first.</summary>
    public IReadOnlyList<DomainEvent> Raised => _raised;

    /// <summary>Called once the events are stored in the same transaction as the change.</summary>
    public void ForgetRaised() => _raised.Clear();

    protected void Raise(DomainEvent happened) => _raised.Add(happened);
}
