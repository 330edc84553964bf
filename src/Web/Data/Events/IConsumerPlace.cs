namespace HealthDoers.Web.Data.Events;

/// <summary>Where a consumer stands in the stream: shared by the deployment, or this node's own.</summary>
interface IConsumerPlace
{
    /// <summary>Under this name its parked events are kept.</summary>
    string Name { get; }

    /// <summary>The last number passed, or null when it is another node's turn.</summary>
    Task<long?> TakeAsync(CancellationToken cancellationToken);

    Task PassAsync(long number, CancellationToken cancellationToken);

    Task LeaveAsync();
}
