using System.Text.Json;
using HealthDoers.Domain;
using HealthDoers.Domain.CommunityOfSolutions;
using HealthDoers.Domain.Ideas;
using HealthDoers.Domain.Members;
using HealthDoers.Domain.Topics;
using HealthDoers.Search;
using HealthDoers.Web.Data;
using HealthDoers.Web.Words;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Indexing;

sealed class IdeaDocuments : IFindable
{
    public string Kind => "idea";

    public IQueryable<Guid> All(AppDb db) => db.Ideas.Public().Select(i => i.Id);

    public async Task<IReadOnlyCollection<Guid>> ChangedByAsync(AppDb db, IReadOnlyList<DomainEvent> events, CancellationToken cancellationToken)
    {
        var ideas = events.Where(IdeaEvents.IsOfAnIdea).Select(e => e.SubjectId).ToHashSet();
        ideas.UnionWith(events.OfType<IdeaMerged>().Select(e => e.IntoId));
        var proposers = events.Where(e => e is MemberChanged or MemberErased).Select(e => e.SubjectId).Distinct().ToList();
        if (proposers.Count > 0)
            ideas.UnionWith(await db.Ideas.Where(i => proposers.Contains(i.ProposedById)).Select(i => i.Id).ToListAsync(cancellationToken));
        var topics = events.OfType<TopicChanged>().Select(e => e.SubjectId).Distinct().ToList();
        if (topics.Count > 0)
        {
            ideas.UnionWith(await db.Topics.Where(t => topics.Contains(t.Id))
                .Join(db.Set<IdeaLabel>().Where(l => l.Kind == IdeaLabelKind.Topic), t => t.Slug, l => l.Value, (_, l) => l.IdeaId)
                .ToListAsync(cancellationToken));
        }
        return ideas;
    }

    public async Task<IReadOnlyList<SearchDocument>> ReadAsync(AppDb db, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        var ideas = await db.Ideas.AsNoTracking().Public().Where(i => ids.Contains(i.Id))
            .Include(i => i.ProposedBy).Include(i => i.Translations).ToListAsync(cancellationToken);
        var slugs = ideas.SelectMany(i => i.Content.Topics).Distinct().ToList();
        var topics = await db.Topics.AsNoTracking().Where(t => slugs.Contains(t.Slug)).ToDictionaryAsync(t => t.Slug, cancellationToken);
        var adapters = await db.Adaptations.AsNoTracking().Where(a => ids.Contains(a.IdeaId) && a.WithdrawnAt == null)
            .Select(a => new { a.IdeaId, a.Plan }).ToListAsync(cancellationToken);
        var who = adapters.ToLookup(a => a.IdeaId, a => a.Plan);
        return [.. ideas.Select(idea => Document(idea, topics, who[idea.Id]))];
    }

    static SearchDocument Document(Idea idea, Dictionary<string, Topic> topics, IEnumerable<AdaptationPlan> adapters)
    {
        const int MostAdapters = 50;
        var content = idea.Content;
        var about = content.Topics.Distinct().Select(topics.GetValueOrDefault).OfType<Topic>().ToList();
        return new()
        {
            Kind = "idea",
            Id = idea.Id.ToString(),
            ExternalId = idea.ExternalId,
            Url = $"/ideas/{idea.Slug}",
            Title = content.Words.Title,
            Summary = content.Words.Summary,
            Body = BodyOf(content.Words),
            Translations = [.. idea.Translations.Select(t => new SearchTranslation(t.Language, t.Words.Title, t.Words.Summary, BodyOf(t.Words)))],
            Topics = [.. about.Select(t => new SearchTopic(t.Slug, t.In("en").Name))],
            Keywords =
            [
                .. idea.ProposedBy.ErasedAt is null ? [idea.ProposedBy.Name] : Array.Empty<string>(),
                .. content.Tags, .. about.SelectMany(t => t.Words.Values, (_, words) => words.Name),
                .. adapters.Take(MostAdapters).Select(plan => plan.Who),
            ],
            Place = content.Place?.Name,
            Point = content.Place is { Latitude: { } latitude, Longitude: { } longitude } ? new(latitude, longitude) : null,
            Sources = [.. content.Sources.Select(s => IdeaLabel.SlugOf(s.Kind)).Distinct()],
            Evidence = JsonNamingPolicy.CamelCase.ConvertName(idea.Standing.ToString()),
            Skills = [.. content.Skills.Distinct().Select(Skill.Find).OfType<Skill>().Select(s => s.Slug)],
            Language = content.Language,
            PublishedAt = idea.ProposedAt,
            UpdatedAt = idea.ChangedAt,
            AdaptedCount = idea.AdaptedCount,
            Audience = [Search.Audience.Everyone],
        };
    }

    static string BodyOf(IdeaWords words) => string.Join("\n",
        new[] { words.Body, words.ForWhom, words.Setting, words.People, words.Money, words.Time, words.WhatToWatch }
            .Select(SafeMarkdown.ToPlainText).Where(part => part.Length > 0));
}
