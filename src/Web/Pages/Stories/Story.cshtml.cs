using HealthDoers.Domain.Communities;
using HealthDoers.Domain.Stories;
using HealthDoers.Domain.Words;
using HealthDoers.Web.Access;
using HealthDoers.Web.Data;
using HealthDoers.Web.Hosting;
using HealthDoers.Web.Look;
using HealthDoers.Web.Pages.About;
using HealthDoers.Web.Pages.Communities;
using HealthDoers.Web.Pages.Glossary;
using HealthDoers.Web.Pages.Stories.Conversation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Pages.Stories;

[KeptForVisitors("story/{slug}")]
sealed class StoryModel(AppDb db, CurrentMember current, StoryMemory memory, ConversationReader conversations, TopicList topicList, PlainWords plainWords, SolutionWords solutions) : PageModel
{
    public StoryReading Story { get; private set; } = null!;
    public StoryTelling Telling { get; private set; } = null!;
    public StoryConversation Conversation { get; private set; } = null!;
    public bool MayChange => current.IsEditor || current.Id == Story.Author.Id;
    public bool MayFeature => current.IsEditor && Story.IsPublic;

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
        Telling = new(story, original, current.Id is not null, await plainWords.GetAsync(), await topicList.GetAsync(), solutions);
        return Page();
    }

    ValueTask<StoryReading?> PublicAsync(string slug, CancellationToken cancellationToken) =>
        memory.Stories.GetAsync((slug, PageFrame.Language), () => ReadAsync(db.Stories.Public().Where(s => s.Slug == slug), cancellationToken));

    async Task<StoryReading?> ReadAsync(IQueryable<Story> one, CancellationToken cancellationToken)
    {
        var language = PageFrame.Language;
        var story = await one.AsNoTracking().Select(s => new StoryReading
        {
            Id = s.Id,
            Slug = s.Slug,
            Content = s.Content,
            Standing = s.Standing,
            PublishedAt = s.PublishedAt,
            ChangedAt = s.ChangedAt,
            IsPublic = s.Withdrawal == null && s.Hiding == null,
            HiddenBecause = s.Hiding == null ? null : s.Hiding.Reason,
            Author = new(s.AuthorId, s.Author.Handle, s.Author.Name, s.Author.Profile.SeenBy, s.Author.ErasedAt == null && s.Author.Suspension == null),
            Translation = s.Translations.Where(t => t.Language == language).Select(t => t.Words).FirstOrDefault(),
            Steps = s.Steps.OrderBy(step => step.ClaimedAt).ToList(),
        }).FirstOrDefaultAsync(cancellationToken);
        return story is null ? null : story with
        {
            Talk = await conversations.ReadAsync(db, story.Id, cancellationToken),
            Listing = story.Content.ListingId is { } id ? await ListingAsync(id, cancellationToken) : null,
        };
    }

    async Task<StoryOwner?> ListingAsync(Guid id, CancellationToken cancellationToken) =>
        await db.Listings.Public().Where(l => l.Id == id).Select(l => new { l.Name, l.Kind, l.Slug }).SingleOrDefaultAsync(cancellationToken) is { } found
            ? new(found.Name, ListingAddress.Of(found.Kind, found.Slug)) : null;

    /// <summary>An address that the story had before leads on to the present one.</summary>
    async Task<IActionResult> MovedAsync(IQueryable<Story> visible, string slug, CancellationToken cancellationToken) =>
        await visible.Where(s => db.StorySlugs.Any(old => old.Slug == slug && old.StoryId == s.Id))
            .Select(s => s.Slug).FirstOrDefaultAsync(cancellationToken) is { } now
            ? RedirectPermanent(StoryAddress.Of(now) + Request.QueryString)
            : NotFound();
}
