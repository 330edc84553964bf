using HealthDoers.Domain.Hubs;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Data.Starter;

/// <summary>The hubs that the movement named in its published list, put in once. Their roles are vacant: no person is invented.</summary>
sealed class StarterHubs(AppDb db, TimeProvider clock)
{
    /// <summary>Of the published list that names them.</summary>
    const int SourceYear = 2016;

    public Task PutInOnceAsync(CancellationToken cancellationToken = default) =>
        db.PutInOnceAsync("hubs", clock, () => PutInAsync(cancellationToken), cancellationToken);

    async Task<int> PutInAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var known = await db.HubSlugs.Select(s => s.Slug).ToHashSetAsync(cancellationToken);
        foreach (var entry in StarterFiles.Read<HubEntry>("hubs.yaml").Where(h => !known.Contains(h.Slug)))
        {
            var hub = new Hub(entry.Kind, entry.Slug, entry.Words(), entry.Scope(), now, SourceYear);
            db.HubAgreements.Add(HubDefaults.Furnish(hub, now));
            db.Hubs.Add(hub);
            db.HubSlugs.Add(new(hub.Slug, hub.Id));
        }
        return db.ChangeTracker.Entries<Hub>().Count();
    }
}

sealed record HubEntry
{
    public string Slug { get; init; } = "";
    public HubKind Kind { get; init; }
    public string? Topic { get; init; }
    public List<string> Regions { get; init; } = [];
    public HubWordsEntry En { get; init; } = new();
    public HubWordsEntry Es { get; init; } = new();

    public Dictionary<string, HubWords> Words() => new() { ["en"] = En.Words("en"), ["es"] = Es.Words("es") };

    public HubScope Scope() => new(Topic is null ? [] : [Topic], Regions);
}

sealed record HubWordsEntry
{
    public string Name { get; init; } = "";
    public string Purpose { get; init; } = "";
    public List<string> Priorities { get; init; } = [];

    public HubWords Words(string language) => new(Name, Purpose, Priorities) { Questions = HubDefaults.QuestionsIn(language) };
}
