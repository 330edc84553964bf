using HealthDoers.Domain;
using HealthDoers.Search;
using HealthDoers.Web.Data;

namespace HealthDoers.Web.Indexing;

/// <summary>How the things of one feature become search documents. One file a feature.</summary>
interface IFindable
{
    /// <summary>One of <see cref="SearchKinds"/>.</summary>
    string Kind { get; }

    /// <summary>Every thing there is, also what may not be found.</summary>
    IQueryable<Guid> All(AppDb db);

    /// <summary>The things whose document may be another one after these events.</summary>
    Task<IReadOnlyCollection<Guid>> ChangedByAsync(AppDb db, IReadOnlyList<DomainEvent> events, CancellationToken cancellationToken);

    /// <summary>Documents of those among them that somebody may find.</summary>
    Task<IReadOnlyList<SearchDocument>> ReadAsync(AppDb db, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken);
}
