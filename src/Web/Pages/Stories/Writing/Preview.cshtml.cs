using HealthDoers.Domain.Members;
using HealthDoers.Domain.Stories;
using HealthDoers.Domain.Words;
using HealthDoers.Web.Access;
using HealthDoers.Web.Data;
using HealthDoers.Web.Pages.About;
using HealthDoers.Web.Pages.Glossary;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace HealthDoers.Web.Pages.Stories.Writing;

/// <summary>A draft as it will look.</summary>
sealed class PreviewModel(AppDb db, CurrentMember current, Drafts drafts, WritingDesk desk, Publishing publishing, PlainWords plainWords, TopicList topicList, SolutionWords solutions, TimeProvider clock,
    IStringLocalizer<WritingText> words) : PageModel
{
    public StoryDraft Draft { get; private set; } = null!;
    public WrittenStory Written { get; private set; } = null!;
    public StoryTelling Telling { get; private set; } = null!;

    /// <summary>The address of the edited story, or null for a new one.</summary>
    public string? EditedSlug { get; private set; }

    public string AddressOfForm => EditedSlug is null ? $"/stories/new?draft={Draft.Id}" : $"/stories/{EditedSlug}/edit?draft={Draft.Id}";

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) =>
        await LoadAsync(id, cancellationToken) is { } answer ? answer : Page();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await LoadAsync(id, cancellationToken) is { } answer)
            return answer;
        if (Written.Faults.Count > 0)
            return new SeeOther($"{AddressOfForm}&check=true");
        try
        {
            var published = await publishing.PublishAsync(Draft, Written, await current.RequireAsync(cancellationToken), cancellationToken);
            return this.Done($"/stories/{published}", words[EditedSlug is null ? "Published" : "PublishedEdit"]);
        }
        catch (StaleEditException)
        {
            // The form shows both versions when it is sent.
            return new SeeOther(AddressOfForm);
        }
    }

    async Task<IActionResult?> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        var me = await current.RequireAsync(cancellationToken);
        if (await drafts.FindAsync(id, me, cancellationToken) is not { DiscardedAt: null } draft)
            return NotFound();
        EditedSlug = await db.Stories.Where(s => s.Id == draft.StoryId).Select(s => s.Slug).SingleOrDefaultAsync(cancellationToken);
        if (draft.PublishedAt is not null)
            return EditedSlug is null ? NotFound() : new SeeOther($"/stories/{EditedSlug}");
        Draft = draft;
        Written = await desk.ReadAsync(StoryFields.ToForm(draft.Fields), draft, cancellationToken);
        Telling = new(await ReadingAsync(me, cancellationToken), original: true, toMember: true, await plainWords.GetAsync(), await topicList.GetAsync(), solutions);
        return null;
    }

    /// <summary>As if it were published now. An edit keeps its author, its day and what is known of its evidence.</summary>
    async Task<StoryReading> ReadingAsync(Member me, CancellationToken cancellationToken)
    {
        var (now, written) = (clock.GetUtcNow(), Written.Content.Words);
        var story = await db.Stories.Include(s => s.Author).Include(s => s.Steps).AsNoTracking().SingleOrDefaultAsync(s => s.Id == Draft.StoryId, cancellationToken);
        return new()
        {
            Id = story?.Id ?? Draft.Id,
            Slug = story?.Slug ?? Slug.From(written.Title, "story"),
            Content = Written.Content with { Words = written with { Title = written.Title.Length > 0 ? written.Title : words["Untitled"] } },
            Standing = story?.Standing ?? EvidenceStanding.Idea,
            PublishedAt = story?.PublishedAt ?? now,
            ChangedAt = now,
            IsPublic = true,
            Author = StoryAuthor.Of(story?.Author ?? me),
            Translation = null,
            Steps = story is null ? [] : [.. story.Steps.OrderBy(s => s.ClaimedAt)],
        };
    }
}
