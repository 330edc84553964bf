using System.Globalization;
using HealthDoers.Domain.Stories;
using HealthDoers.Domain.Words;
using HealthDoers.Web.Access;
using HealthDoers.Web.Data;
using HealthDoers.Web.Hosting;
using HealthDoers.Web.Look;
using HealthDoers.Web.Pages.About;
using HealthDoers.Web.Pages.Glossary;
using HealthDoers.Web.Pages.Shared;
using HealthDoers.Web.Pages.Stories.Conversation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace HealthDoers.Web.Pages.Stories;

[KeptForVisitors("story/{slug}")]
sealed class StoryModel(AppDb db, CurrentMember current, StoryMemory memory, ConversationReader conversations, TopicList topicList, PlainWords plainWords, SolutionWords solutions,
    IStringLocalizer<SharedText> shared, IStringLocalizer<StoriesText> text) : PageModel
{
    // Shared by every text of the page: a term is explained where it is first used.
    readonly HashSet<string> _explained = [];
    PlainWords.Terms _terms = null!;

    public StoryReading Story { get; private set; } = null!;
    public StoryConversation Conversation { get; private set; } = null!;
    public TopicList.Topics Topics { get; private set; } = null!;
    public SolutionWords Solutions => solutions;
    public bool MayChange => current.IsEditor || current.Id == Story.AuthorId;

    public StoryContent Told => Story.Content;

    /// <summary>The translation when there is one in the reader's language, unless they asked for the original.</summary>
    public StoryWords Words { get; private set; } = null!;

    /// <summary>The language of <see cref="Words"/>.</summary>
    public string Language { get; private set; } = "";
    public bool IsTranslated { get; private set; }
    public bool HasTranslation { get; private set; }

    public async Task<IActionResult> OnGetAsync(string slug, bool original, CancellationToken cancellationToken)
    {
        if (!Slug.IsValid(slug))
            return NotFound();
        if (await PublicAsync(slug, cancellationToken) is not { } story)
        {
            // Its author and the editors see it when others do not.
            var visible = db.Stories.VisibleTo(await current.GetAsync(cancellationToken));
            if (await ReadAsync(visible.Where(s => s.Slug == slug), cancellationToken) is not { } hidden)
                return await MovedAsync(visible, slug, cancellationToken);
            story = hidden;
        }

        // Only now what it is drawn with: the drawing lives as long as this reading, and may hold nothing older.
        Story = story;
        Conversation = await conversations.ForAsync(db, story, current.Id, cancellationToken);
        Topics = await topicList.GetAsync();
        _terms = await plainWords.GetAsync();
        HasTranslation = story.Translation is not null;
        IsTranslated = HasTranslation && !original;
        Words = IsTranslated ? story.Translation! : story.Content.Words;
        Language = IsTranslated ? PageFrame.Language : story.Content.Language;
        return Page();
    }

    public string Html(string markdown) => _terms.Html(markdown, Language, _explained);

    public string LabelOf(int number) =>
        Words.NumberLabels.ElementAtOrDefault(number) is { Length: > 0 } label ? label : Told.Numbers[number].Label;

    public string ReasonOf(StandingStep step) => IsTold(step) ? Words.StandingReason : step.Reason;

    /// <summary>Null where it is the language of the page.</summary>
    public string? LanguageOfReason(StandingStep step) =>
        (IsTold(step) ? Language : Told.Language) is var language && language == PageFrame.Language ? null : language;

    bool IsTold(StandingStep step) => Words.StandingReason.Length > 0 && step == Story.Steps[^1];

    public string Day(DateTimeOffset at) => at.ToString(shared["PatternDay"], CultureInfo.CurrentCulture);

    public string? Years => (Told.FromYear, Told.ToYear) switch
    {
        (null, null) => null,
        ({ } from, { } to) when from != to => $"{from}–{to}",
        ({ } from, null) => text["SinceYear", from],
        var (_, to) => $"{to}",
    };

    ValueTask<StoryReading?> PublicAsync(string slug, CancellationToken cancellationToken) =>
        memory.Stories.GetAsync((slug, PageFrame.Language), () => ReadAsync(db.Stories.Public().Where(s => s.Slug == slug), cancellationToken));

    async Task<StoryReading?> ReadAsync(IQueryable<Story> one, CancellationToken cancellationToken)
    {
        var language = PageFrame.Language;
        var story = await one.AsNoTracking().Select(s => new StoryReading
        {
            Id = s.Id,
            AuthorId = s.AuthorId,
            Slug = s.Slug,
            Content = s.Content,
            Standing = s.Standing,
            PublishedAt = s.PublishedAt,
            ChangedAt = s.ChangedAt,
            IsPublic = s.Withdrawal == null && s.Hiding == null,
            AuthorName = s.Author.Name,
            AuthorHandle = s.Author.ErasedAt == null ? s.Author.Handle : null,
            Translation = s.Translations.Where(t => t.Language == language).Select(t => t.Words).FirstOrDefault(),
            Steps = s.Steps.OrderBy(step => step.ClaimedAt).ToList(),
        }).FirstOrDefaultAsync(cancellationToken);
        return story is null ? null : story with { Talk = await conversations.ReadAsync(db, story.Id, cancellationToken) };
    }

    /// <summary>An address that the story had before leads on to the present one.</summary>
    async Task<IActionResult> MovedAsync(IQueryable<Story> visible, string slug, CancellationToken cancellationToken) =>
        await visible.Where(s => db.StorySlugs.Any(old => old.Slug == slug && old.StoryId == s.Id))
            .Select(s => s.Slug).FirstOrDefaultAsync(cancellationToken) is { } now
            ? RedirectPermanent(StoryAddress.Of(now) + Request.QueryString)
            : NotFound();
}

/// <summary>All of a story that its page shows to everyone.</summary>
sealed record StoryReading
{
    public required Guid Id { get; init; }
    public required Guid AuthorId { get; init; }
    public required string Slug { get; init; }
    public required StoryContent Content { get; init; }
    public required EvidenceStanding Standing { get; init; }
    public required DateTimeOffset PublishedAt { get; init; }
    public required DateTimeOffset ChangedAt { get; init; }
    public required bool IsPublic { get; init; }
    public required string AuthorName { get; init; }

    /// <summary>Null when the author has left.</summary>
    public required string? AuthorHandle { get; init; }
    public required StoryWords? Translation { get; init; }
    public required List<StandingStep> Steps { get; init; }
    public Talk Talk { get; init; } = Talk.None;
    public Fragments Fragments { get; } = new();

    public bool IsRetold => Content.Source is not null;
    public int? Seedlings => Content.Seedlings();
}
