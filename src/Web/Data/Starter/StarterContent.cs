using HealthDoers.Domain.Glossary;
using HealthDoers.Domain.Members;
using HealthDoers.Domain.Stories;
using HealthDoers.Domain.Topics;
using HealthDoers.Domain.Words;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Data.Starter;

/// <summary>Topics, glossary and the published stories of the movement, put in once at first start, all or nothing.</summary>
sealed class StarterContent(AppDb db, TimeProvider clock)
{
    /// <summary>The voice of the site itself: no person stands behind it, and nobody can sign in as it.</summary>
    public const string SiteHandle = "healthdoers";

    static readonly TimeSpan FeaturedFor = TimeSpan.FromDays(3650);

    public Task PutInOnceAsync(CancellationToken cancellationToken = default) =>
        db.PutInOnceAsync("stories", clock, () => PutInAsync(cancellationToken), cancellationToken);

    async Task<int> PutInAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var site = await SiteAsync(now, cancellationToken);
        await AddTopicsAsync(cancellationToken);
        await AddTermsAsync(now, cancellationToken);
        return await AddStoriesAsync(site, now, cancellationToken);
    }

    async Task<Member> SiteAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await db.Members.SingleOrDefaultAsync(m => m.Handle == SiteHandle, cancellationToken) is { } there)
            return there;
        var site = Member.Invented(SiteHandle, "HealthDoers", Origin.Import, now);
        site.TakeOn(Duties.Editor);
        site.Describe(new() { SeenBy = Audience.Everyone, About = "Not a person. Stories retold from published reports stand under this name." });
        db.Members.Add(site);
        db.HandleClaims.Add(new(SiteHandle));
        return site;
    }

    async Task AddTopicsAsync(CancellationToken cancellationToken)
    {
        var known = await db.Topics.Select(t => t.Slug).ToHashSetAsync(cancellationToken);
        db.Topics.AddRange(StarterFiles.Read<TopicEntry>("topics.yaml").Where(t => !known.Contains(t.Slug))
            .Select(t => new Topic(t.Slug, new() { ["en"] = new(t.Name, t.Plain), ["es"] = new(t.NameEs, t.PlainEs) }, t.Artwork)));
    }

    async Task AddTermsAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var known = await db.GlossaryTerms.Select(t => t.Slug).ToHashSetAsync(cancellationToken);
        foreach (var term in StarterFiles.Read<TermEntry>("glossary.yaml").Where(t => !known.Contains(t.Slug)))
        {
            Dictionary<string, TermWords> words = new() { ["en"] = new(term.Term, term.Also, term.Plain, term.More) };
            if (term.Es is { } es)
                words["es"] = new(es.Term, es.Also, es.Plain, es.More);
            db.GlossaryTerms.Add(new(term.Slug, words, term.Source.Title, term.Source.Year, now));
        }
    }

    async Task<int> AddStoriesAsync(Member site, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var known = await db.Stories.Where(s => s.ExternalId != null).Select(s => s.ExternalId!).ToHashSetAsync(cancellationToken);
        var slugs = await db.StorySlugs.Select(s => s.Slug).ToHashSetAsync(cancellationToken);
        var added = 0;
        foreach (var entry in StarterFiles.Read<StoryEntry>("stories.yaml").Where(e => !known.Contains(e.ExternalId)))
        {
            var slug = FreeSlug(Slug.From(entry.Title, "story"), slugs);
            // A minute apart, so that "newest" keeps the order of the file.
            var story = new Story(site, entry.Content(), slug, now.AddMinutes(-added++));
            story.CameFrom(entry.ExternalId);
            Stand(story, entry.Standing, site, now);
            if (entry.Es is { } es)
                story.Translate("es", es.Words() with { NumberLabels = [.. es.Numbers.Select(n => n.Label)], StandingReason = es.Standing?.Reason ?? "" });
            if (entry.Featured)
                story.Feature(site, now, now + FeaturedFor);
            db.Stories.Add(story);
            db.StorySlugs.Add(new(slug, story.Id));
        }
        return added;
    }

    static void Stand(Story story, StandingEntry entry, Member site, DateTimeOffset now)
    {
        story.Claim(entry.Standing, entry.Reason, site, new(entry.Since, 1, 1, 0, 0, 0, TimeSpan.Zero));
        story.Confirm(story.Steps[^1], site, now);
    }

    static string FreeSlug(string wanted, HashSet<string> taken)
    {
        for (var n = 1; ; n++)
            if (Slug.Numbered(wanted, n) is var slug && taken.Add(slug))
                return slug;
    }
}

static class StarterSetup
{
    public static async Task PutInStarterContentAsync(this IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        await ActivatorUtilities.CreateInstance<StarterContent>(scope.ServiceProvider).PutInOnceAsync();
        await ActivatorUtilities.CreateInstance<StarterHubs>(scope.ServiceProvider).PutInOnceAsync();
        await ActivatorUtilities.CreateInstance<StarterListings>(scope.ServiceProvider).PutInOnceAsync();
        await ActivatorUtilities.CreateInstance<StarterResources>(scope.ServiceProvider).PutInOnceAsync();
        await ActivatorUtilities.CreateInstance<StarterIdeas>(scope.ServiceProvider).PutInOnceAsync();
    }
}
