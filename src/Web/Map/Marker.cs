using HealthDoers.Domain.Map;
using HealthDoers.Domain.Places;
using HealthDoers.Domain.Stories;

namespace HealthDoers.Web.Map;

/// <summary>
/// One thing as the map and its list show it. It holds no true point: a feature hands over <see cref="Place.Shown"/>.
/// </summary>
/// <param name="Layers">The first one names what it is; a community that welcomes visits stands in two and is counted once.</param>
/// <param name="Url">Its page on this site.</param>
/// <param name="At">What is newer stands higher in the list.</param>
sealed record Marker(Guid Id, IReadOnlyList<MapLayer> Layers, string Title, string Summary, string Url, ShownPlace Place, DateTimeOffset At)
{
    /// <summary>Slugs of topics.</summary>
    public IReadOnlyList<string> Topics { get; init; } = [];

    /// <summary>Slugs of the hubs it belongs to, topical and geographic.</summary>
    public IReadOnlyList<string> Hubs { get; init; } = [];

    /// <summary>Slugs of the initiatives it takes part in.</summary>
    public IReadOnlyList<string> Programmes { get; init; } = [];

    /// <summary>Other words by which it is found: an organisation, partners.</summary>
    public string Keywords { get; init; } = "";

    /// <summary>How strong its evidence is, for what has evidence.</summary>
    public EvidenceStanding? Standing { get; init; }

    /// <summary>Only somebody who is signed in may see it.</summary>
    public bool MembersOnly { get; init; }

    /// <summary>The language its words are in; empty for a name.</summary>
    public string Language { get; init; } = "";

    public MapLayer Layer => Layers[0];
}
