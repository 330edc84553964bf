using System.Globalization;
using System.Text.Json;
using HealthDoers.Domain;
using HealthDoers.Domain.CommunityOfSolutions;
using HealthDoers.Domain.Members;
using HealthDoers.Domain.Stories;
using HealthDoers.Domain.Topics;
using HealthDoers.Search;
using HealthDoers.Web.Data;
using HealthDoers.Web.Words;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Indexing;

sealed class StoryDocuments : IFindable
{
    public string Kind => "story";

    public IQueryable<Guid> All(AppDb db) => db.Stories.Public().Select(s => s.Id);

    public async Task<IReadOnlyCollection<Guid>> ChangedByAsync(AppDb db, IReadOnlyList<DomainEvent> events, CancellationToken cancellationToken)
    {
        var stories = events.Where(IsOfAStory).Select(e => e.SubjectId).ToHashSet();
        // The names of authors and topics are words of their stories too.
        var authors = events.Where(e => e is MemberChanged or MemberErased).Select(e => e.SubjectId).Distinct().ToList();
        if (authors.Count > 0)
            stories.UnionWith(await db.Stories.Where(s => authors.Contains(s.AuthorId)).Select(s => s.Id).ToListAsync(cancellationToken));
        var topics = events.OfType<TopicChanged>().Select(e => e.SubjectId).Distinct().ToList();
        if (topics.Count > 0)
        {
            stories.UnionWith(await db.Topics.Where(t => topics.Contains(t.Id))
                .Join(db.Set<StoryLabel>().Where(l => l.Kind == LabelKind.Topic), t => t.Slug, l => l.Value, (_, l) => l.StoryId)
                .ToListAsync(cancellationToken));
        }
        return stories;
    }

    public async Task<IReadOnlyList<SearchDocument>> ReadAsync(AppDb db, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        var stories = await db.Stories.AsNoTracking().Public().Where(s => ids.Contains(s.Id))
            .Include(s => s.Author).Include(s => s.Translations).ToListAsync(cancellationToken);
        var slugs = stories.SelectMany(s => s.Content.Topics).Distinct().ToList();
        var topics = await db.Topics.AsNoTracking().Where(t => slugs.Contains(t.Slug)).ToDictionaryAsync(t => t.Slug, cancellationToken);
        return [.. stories.Select(story => Document(story, topics))];
    }

    static SearchDocument Document(Story story, Dictionary<string, Topic> topics)
    {
        var content = story.Content;
        var about = content.Topics.Distinct().Select(topics.GetValueOrDefault).OfType<Topic>().ToList();
        return new()
        {
            Kind = "story",
            Id = story.Id.ToString(),
            ExternalId = story.ExternalId,
            Url = $"/stories/{story.Slug}",
            Title = content.Words.Title,
            Summary = content.Words.Summary,
            Body = BodyOf(content.Words, content),
            Translations = [.. story.Translations.Select(t => new SearchTranslation(t.Language, t.Words.Title, t.Words.Summary, BodyOf(t.Words, content)))],
            Topics = [.. about.Select(t => new SearchTopic(t.Slug, t.In("en").Name))],
            Keywords =
            [
                .. story.Author is { ErasedAt: null, Profile.SeenBy: not Domain.Members.Audience.Nobody } ? [story.Author.Name] : Array.Empty<string>(), content.Organisation, .. content.Partners,
                .. content.Tags, .. about.SelectMany(t => t.Words.Values, (_, words) => words.Name),
            ],
            Place = content.Place?.Name,
            Point = content.Place is { Latitude: { } latitude, Longitude: { } longitude } ? new(latitude, longitude) : null,
            Evidence = JsonNamingPolicy.CamelCase.ConvertName(story.Standing.ToString()),
            Skills = [.. content.Skills.Distinct().Select(Skill.Find).OfType<Skill>().Select(s => s.Slug)],
            Language = content.Language,
            PublishedAt = story.PublishedAt,
            UpdatedAt = story.ChangedAt,
            Audience = [Search.Audience.Everyone],
        };
    }

    static string BodyOf(StoryWords words, StoryContent content)
    {
        IEnumerable<string> told = [words.Problem, words.ForWhom, words.WhatWeDid, words.WhatChanged, words.HowWeKnow, words.Advice, words.Body, content.Video?.Transcript ?? ""];
        IEnumerable<string> beside =
        [
            .. content.Numbers.Select((number, at) => string.Create(CultureInfo.InvariantCulture, $"{number.Value} {LabelOf(number, words, at)}")),
            .. content.Quote is { } quote ? [quote.Text, quote.Who] : Array.Empty<string>(),
            .. content.Pictures.Select(p => p.Description),
        ];
        return string.Join("\n", told.Select(SafeMarkdown.ToPlainText).Concat(beside).Where(part => part.Length > 0));
    }

    static string LabelOf(StoryNumber number, StoryWords words, int at) =>
        words.NumberLabels.ElementAtOrDefault(at) is { Length: > 0 } label ? label : number.Label;

    static bool IsOfAStory(DomainEvent what) =>
        what is StoryPublished or StoryChanged or StoryWithdrawn or StoryHidden or StoryFeatured or StandingClaimed or StandingConfirmed;
}
