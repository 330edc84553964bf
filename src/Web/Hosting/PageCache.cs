using System.Collections.Concurrent;
using Microsoft.AspNetCore.OutputCaching;

namespace HealthDoers.Web.Hosting;

/// <summary>
/// Which renderings of the public pages are still true. Each area of the site has a stamp that is part of its cache
/// keys: renewing it makes every kept page of the area unreachable, also one that was being rendered meanwhile.
/// </summary>
sealed class PageCache(IOutputCacheStore store, IConfiguration settings)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(60);

    const string Everything = "everything";
    readonly ConcurrentDictionary<string, long> _stamps = [];

    public bool IsOn { get; } = settings.GetValue("Cache:Pages", true);

    public string StampOf(string area) => $"{_stamps.GetValueOrDefault(Everything)}.{_stamps.GetValueOrDefault(area)}";

    public ValueTask RenewAsync(string area, CancellationToken cancellationToken)
    {
        _stamps.AddOrUpdate(area, 1, (_, stamp) => stamp + 1);
        return store.EvictByTagAsync(area, cancellationToken); // gives the memory back
    }

    public ValueTask RenewAllAsync(CancellationToken cancellationToken) => RenewAsync(Everything, cancellationToken);

    public static string[] TagsOf(string area) => [Everything, area];
}

/// <summary>What changes together.</summary>
static class PageArea
{
    /// <summary>Home, lists, feeds and the sitemap.</summary>
    public const string Stories = "stories";

    /// <summary>The hubs, their members and what they show of stories.</summary>
    public const string Hubs = "hubs";

    /// <summary>About, help, privacy and the glossary.</summary>
    public const string Words = "words";

    /// <summary>Communities, initiatives, partners and resources: directories and profiles.</summary>
    public const string Communities = "communities";
    /// <summary>The map, its list and its hot spots.</summary>
    public const string Map = "map";
    /// <summary>The list of ideas and its feeds.</summary>
    public const string Ideas = "ideas";

    /// <summary>The list of gatherings, their pages and the public calendar.</summary>
    public const string Gatherings = "gatherings";

    public static string Story(string slug) => "story/" + slug;

    public static string Idea(string slug) => "idea/" + slug;
}
