using HealthDoers.Domain;
using HealthDoers.Web.Data;

namespace HealthDoers.Web.Map;

/// <summary>
/// How the things of one feature come onto the map, move and leave it. One file a feature; register it with
/// <c>services.AddSingleton&lt;IMappable, …&gt;()</c>.
/// </summary>
interface IMappable
{
    /// <summary>Every thing that may be on the map.</summary>
    IQueryable<Guid> All(AppDb db);

    /// <summary>The things whose marker may be another one, or gone, after these events.</summary>
    Task<IReadOnlyCollection<Guid>> ChangedByAsync(AppDb db, IReadOnlyList<DomainEvent> events, CancellationToken cancellationToken);

    /// <summary>Markers of those among them that somebody may see. What is missing here leaves the map.</summary>
    Task<IReadOnlyList<Marker>> ReadAsync(AppDb db, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken);
}
