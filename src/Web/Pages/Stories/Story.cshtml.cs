using HealthDoers.Domain.Stories;
using HealthDoers.Domain.Words;
using HealthDoers.Web.Access;
using HealthDoers.Web.Data;
using HealthDoers.Web.Hosting;
using HealthDoers.Web.Look;
using HealthDoers.Web.Pages.About;
using HealthDoers.Web.Pages.Glossary;
using HealthDoers.Web.Pages.Stories.Conversation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Pages.Stories;

[KeptForVisitors("story/{slug}")]
sealed class StoryModel(AppDb db, CurrentMember current, ConversationReader conversations, TopicList topicList, PlainWords plainWords, SolutionWords solutions) : PageModel
{
    public StoryReading Story { get; private set; } = null!;
    public StoryTelling Telling { get; private set; } = null!;
    public StoryConversation Conversation { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string slug, bool original, CancellationToken cancellationToken)
    {
        if (!Slug.IsValid(slug))
            return NotFound();
        var viewer = await current.GetAsync(cancellationToken);
        var visible = db.Stories.VisibleTo(viewer);
        if (await ReadAsync(visible.Where(s => s.Slug == slug), cancellationToken) is not { } story)
            return await MovedAsync(visible, slug, cancellationToken);

        Story = story;
        Conversation = await conversations.ReadAsync(db, story.Id, story.Author.Id, story.Slug, viewer?.Id, cancellationToken);
        Telling = new(story, original, viewer is not null, await plainWords.GetAsync(), await topicList.GetAsync(), solutions);
        return Page();
    }

    static async Task<StoryReading?> ReadAsync(IQueryable<Story> one, CancellationToken cancellationToken)
    {
        var language = PageFrame.Language;
        return await one.AsNoTracking().Select(s => new StoryReading
        {
            Id = s.Id,
            Slug = s.Slug,
            Content = s.Content,
            Standing = s.Standing,
            PublishedAt = s.PublishedAt,
            ChangedAt = s.ChangedAt,
            IsPublic = s.Withdrawal == null && s.Hiding == null,
            Author = new(s.AuthorId, s.Author.Handle, s.Author.Name, s.Author.Profile.SeenBy, s.Author.ErasedAt == null && s.Author.Suspension == null),
            Translation = s.Translations.Where(t => t.Language == language).Select(t => t.Words).FirstOrDefault(),
            Steps = s.Steps.OrderBy(step => step.ClaimedAt).ToList(),
        }).FirstOrDefaultAsync(cancellationToken);
    }

    /// <summary>An address that the story had before leads on to the present one.</summary>
    async Task<IActionResult> MovedAsync(IQueryable<Story> visible, string slug, CancellationToken cancellationToken) =>
        await visible.Where(s => db.StorySlugs.Any(old => old.Slug == slug && old.StoryId == s.Id))
            .Select(s => s.Slug).FirstOrDefaultAsync(cancellationToken) is { } now
            ? RedirectPermanent(StoryAddress.Of(now) + Request.QueryString)
            : NotFound();
}
