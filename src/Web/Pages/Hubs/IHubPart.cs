using HealthDoers.Domain.Hubs;
using HealthDoers.Domain.Members;

namespace HealthDoers.Web.Pages.Hubs;

/// <summary>
/// A section of a hub's page that another feature fills: its communities, its gatherings, its ideas. Public pages are
/// kept, so whoever adds one also lets the page go in <c>PageChanges</c> when its own things change.
/// </summary>
public interface IHubPart
{
    /// <summary>Parts stand in this order below the stories.</summary>
    int Place { get; }

    /// <summary>The partial view, by its path.</summary>
    string Partial { get; }

    /// <param name="under">The hub itself and all hubs that are part of it: what is in several of them counts once.</param>
    /// <returns>The partial's model; null leaves the section out.</returns>
    Task<object?> ReadAsync(Hub hub, IReadOnlyList<Hub> under, Member? viewer, CancellationToken cancellationToken);
}
