using System.Globalization;
using HealthDoers.Domain.Ideas;
using HealthDoers.Domain.Stories;
using HealthDoers.Domain.Words;
using HealthDoers.Web.Access;
using HealthDoers.Web.Data;
using HealthDoers.Web.Look.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace HealthDoers.Web.Pages.Stories.Conversation;

public sealed class RespondModel(AppDb db, CurrentMember current, TimeProvider clock, IStringLocalizer<ConversationText> text) : PageModel
{
    public Story Story { get; private set; } = null!;

    public ResponseKind Kind { get; private set; }

    /// <summary>The response this member gave already, or null.</summary>
    public StoryResponse? Given { get; private set; }

    public string NextAddress { get; private set; } = "";

    /// <summary>What they tried is an idea that the story shows at work, so they can stand in its spread tree.</summary>
    public bool IsOfAnIdea { get; private set; }

    [BindProperty, TypedLimit(StoryResponse.NoteLimit)]
    public string? Note { get; set; }

    public async Task<IActionResult> OnGetAsync(string slug, string kind, CancellationToken stop)
    {
        if (!await FindAsync(slug, kind, stop))
            return NotFound();
        Note = Given?.Note;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, string kind, bool takeBack, CancellationToken stop)
    {
        if (!await FindAsync(slug, kind, stop))
            return NotFound();
        if (takeBack && Given is not null)
        {
            Given.TakeBack();
            db.Remove(Given);
            await db.SaveUnlessDoneAsync(stop);
            return this.Done($"/stories/{Story.Slug}", text["TakenBack"]);
        }
        var note = CleanText.Lines(Note);
        if (note.Length > StoryResponse.NoteLimit)
        {
            ModelState.AddModelError(nameof(Note), text["CommentTooLong", StoryResponse.NoteLimit.ToString("N0", CultureInfo.CurrentCulture)]);
            return this.Refused();
        }
        if (Given is { } given)
            given.Reword(note);
        else
            db.StoryResponses.Add(new(Story, await current.RequireAsync(stop), Kind, note, clock.GetUtcNow()));
        await db.SaveUnlessDoneAsync(stop);
        return this.Done(Request.Path);
    }

    async Task<bool> FindAsync(string slug, string kind, CancellationToken stop)
    {
        var member = await current.RequireAsync(stop);
        if (ResponseKinds.Read(kind) is not { } read
            || await db.Stories.VisibleTo(member).SingleOrDefaultAsync(s => s.Slug == slug || db.StorySlugs.Any(old => old.Slug == slug && old.StoryId == s.Id), stop) is not { } story)
            return false;
        (Story, Kind) = (story, read);
        Given = await db.StoryResponses.SingleOrDefaultAsync(r => r.StoryId == story.Id && r.MemberId == member.Id && r.Kind == read, stop);
        var adapts = read == ResponseKind.WeTriedThis ? await AdaptAddressAsync(story.Id, stop) : null;
        IsOfAnIdea = adapts is not null;
        NextAddress = read switch
        {
            ResponseKind.WeTriedThis => adapts ?? "/stories/new",
            ResponseKind.ThisIsUsToo => "/rooms/welcome",
            _ => $"/members/{member.Handle}",
        };
        return true;
    }

    /// <summary>Where an adaptation of the story's idea is recorded, as learned from whoever told the story; null when it shows no idea.</summary>
    async Task<string?> AdaptAddressAsync(Guid storyId, CancellationToken stop)
    {
        var idea = await db.Ideas.Public().Where(i => i.Retirement == null && i.Stories.Any(told => told.StoryId == storyId))
            .OrderByDescending(i => i.AdaptedCount).Select(i => new { i.Id, i.Slug }).FirstOrDefaultAsync(stop);
        if (idea is null)
            return null;
        var from = await db.Adaptations.Where(a => a.IdeaId == idea.Id && a.StoryId == storyId).Select(a => (Guid?)a.Id).FirstOrDefaultAsync(stop);
        return $"/ideas/{idea.Slug}/adapt" + (from is null ? "" : $"?from={from}");
    }
}
