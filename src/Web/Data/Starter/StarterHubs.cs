using HealthDoers.Domain.Hubs;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Data.Starter;

/// <summary>The hubs that the movement named in its published list, put in once. Their roles are vacant: no person is invented.</summary>
sealed class StarterHubs(AppDb db, TimeProvider clock)
{
    const string Mark = "hubs";

    /// <summary>Of the published list that names them.</summary>
    const int SourceYear = 2016;

    public async Task PutInOnceAsync(CancellationToken cancellationToken = default)
    {
        if (await IsInAsync(cancellationToken))
            return;
        try
        {
            await db.InTransactionAsync(() => PutInAsync(cancellationToken), cancellationToken);
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            if (!await IsInAsync(cancellationToken)) // else another node was quicker
                throw;
        }
    }

    Task<bool> IsInAsync(CancellationToken cancellationToken) => db.StarterMarks.AnyAsync(m => m.Name == Mark, cancellationToken);

    async Task<int> PutInAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        db.StarterMarks.Add(new() { Name = Mark, At = now });
        await db.SaveChangesAsync(cancellationToken);

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
