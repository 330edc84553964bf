using HealthDoers.Domain.Resources;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Data.Starter;

/// <summary>Tools and resources that the published texts name, put in once.</summary>
sealed class StarterResources(AppDb db, TimeProvider clock)
{
    public Task PutInOnceAsync(CancellationToken cancellationToken = default) =>
        db.PutInOnceAsync("resources", clock, () => PutInAsync(cancellationToken), cancellationToken);

    async Task<int> PutInAsync(CancellationToken cancellationToken)
    {
        var known = await db.Resources.Select(r => r.Slug).ToHashSetAsync(cancellationToken);
        var entries = StarterFiles.Read<ResourceEntry>("resources.yaml").Where(r => !known.Contains(r.Slug)).ToList();
        db.Resources.AddRange(entries.Select(e => new Resource(
            e.Slug, e.Category, e.Kind, new() { ["en"] = e.En.Words(), ["es"] = e.Es.Words() }, new(e.Publisher, e.Named, e.Year, e.Url))));
        return entries.Count;
    }
}

sealed record ResourceEntry
{
    public string Slug { get; init; } = "";
    public ResourceCategory Category { get; init; }
    public ResourceKind Kind { get; init; }
    public string Publisher { get; init; } = "";
    public string Named { get; init; } = "";
    public int Year { get; init; }
    public string? Url { get; init; }
    public ResourceWordsEntry En { get; init; } = new();
    public ResourceWordsEntry Es { get; init; } = new();
}

sealed record ResourceWordsEntry
{
    public string Title { get; init; } = "";
    public string Summary { get; init; } = "";

    public ResourceWords Words() => new(Title, Summary);
}
