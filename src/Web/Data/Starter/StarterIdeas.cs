using HealthDoers.Domain.Ideas;
using HealthDoers.Domain.Members;
using HealthDoers.Domain.Stories;
using HealthDoers.Domain.Words;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Data.Starter;

/// <summary>Change ideas of published reports with the adaptations they tell of, put in once after the stories.</summary>
sealed class StarterIdeas(AppDb db, TimeProvider clock)
{
    public Task PutInOnceAsync(CancellationToken cancellationToken = default) =>
        db.PutInOnceAsync("ideas", clock, () => PutInAsync(cancellationToken), cancellationToken);

    async Task<int> PutInAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var site = await db.Members.SingleAsync(m => m.Handle == StarterContent.SiteHandle, cancellationToken);
        var stories = await db.Stories.Where(s => s.ExternalId != null && s.AuthorId == site.Id).ToDictionaryAsync(s => s.ExternalId!, cancellationToken);
        var known = await db.Ideas.Where(i => i.ExternalId != null).Select(i => i.ExternalId!).ToHashSetAsync(cancellationToken);
        var slugs = await db.IdeaSlugs.Select(s => s.Slug).ToHashSetAsync(cancellationToken);
        List<(Guid Id, int Adaptations)> added = [];
        foreach (var entry in StarterFiles.Read<IdeaEntry>("ideas.yaml").Where(e => !known.Contains(e.ExternalId)))
        {
            // A minute apart, so that "newest" keeps the order of the file.
            var idea = new Idea(site, entry.Content(), FreeSlug(Slug.From(entry.Title, "idea"), slugs), now.AddMinutes(-added.Count));
            idea.CameFrom(entry.ExternalId);
            idea.Confirm(idea.Claim(entry.Standing.Standing, entry.Standing.Reason, entry.SourceLine, site, OfYear(entry.Standing.Since)), site, now);
            idea.Translate("es", entry.Es.Words() with { StandingReason = entry.Es.Reason });
            foreach (var story in entry.Stories.Select(stories.GetValueOrDefault).OfType<Story>())
                idea.IsToldBy(story);
            var adaptations = Adaptations(idea, entry.Adaptations, site, stories);
            db.AddRange(idea, new IdeaSlug(idea.Slug, idea.Id));
            db.AddRange(adaptations);
            added.Add((idea.Id, adaptations.Count));
        }
        await db.SaveChangesAsync(cancellationToken);
        foreach (var (id, count) in added)
            await db.Ideas.Where(i => i.Id == id).ExecuteUpdateAsync(i => i.SetProperty(x => x.AdaptedCount, count), cancellationToken);
        return added.Count;
    }

    static List<Adaptation> Adaptations(Idea idea, List<AdaptationEntry> entries, Member site, Dictionary<string, Story> stories)
    {
        Dictionary<string, Adaptation> all = [];
        foreach (var entry in entries)
        {
            var at = OfYear(entry.Year);
            var adaptation = new Adaptation(idea, entry.From is { } from ? all[from] : null, site, entry.Plan(), at.AddMinutes(all.Count));
            if (entry.Result is { } result)
                adaptation.Tell(entry.Told(result), site, at);
            if (entry.Story is { } told && stories.TryGetValue(told, out var story))
                adaptation.IsToldBy(story, site);
            all.Add(entry.Key, adaptation);
        }
        return [.. all.Values];
    }

    static DateTimeOffset OfYear(int year) => new(year, 1, 1, 0, 0, 0, TimeSpan.Zero);

    static string FreeSlug(string wanted, HashSet<string> taken)
    {
        for (var n = 1; ; n++)
            if (Slug.Numbered(wanted, n) is var slug && taken.Add(slug))
                return slug;
    }
}
