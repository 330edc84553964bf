using HealthDoers.Domain.Ideas;
using HealthDoers.Domain.Members;
using HealthDoers.Domain.Stories;
using HealthDoers.Web.Access;
using HealthDoers.Web.Data;
using HealthDoers.Web.Hosting;
using HealthDoers.Web.Pages.Ideas.Spread;
using HealthDoers.Web.Pages.Stories.Writing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace HealthDoers.Web.Pages.Ideas.Adapting;

/// <summary>The story of an adaptation: one they have told already, or a new one that begins with what they told here.</summary>
sealed class StoryModel(AppDb db, CurrentMember current, AdaptingDesk desk, Drafts drafts, SpreadWords words, TimeProvider clock, IStringLocalizer<AdaptingText> text) : PageModel, IShownAgain
{
    const int MostStories = 100;

    public Adaptation Adaptation { get; private set; } = null!;
    public Idea Idea { get; private set; } = null!;
    public IReadOnlyList<SelectListItem> Stories { get; private set; } = [];

    [BindProperty]
    public string? Story { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
            return NotFound();
        Story = Adaptation.StoryId?.ToString();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
            return NotFound();
        Guid? chosen = Stories.Any(s => s.Value == Story) && Guid.TryParse(Story, out var story) ? story : null;
        await desk.LinkAsync(Adaptation, chosen, await current.RequireAsync(cancellationToken), cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return this.Done(IdeaAddress.OfAdaptation(id), text["StorySaid"]);
    }

    /// <summary>
    /// A draft filled with what is known. It has the adaptation's id and the story takes its draft's, so the two find
    /// each other when it is published.
    /// </summary>
    public async Task<IActionResult> OnPostWriteAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
            return NotFound();
        var me = await current.RequireAsync(cancellationToken);
        if (me.Id != Adaptation.MemberId || await drafts.OpenAsync(id, me, null, 0, cancellationToken) is not { } draft)
            return NotFound();
        draft.BringBack();
        if (draft is { PublishedAt: null, Fields.Count: 0 })
            draft.Save(StoryFields.Of(Begun()), 1, clock.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
        return new SeeOther($"/stories/new?draft={id}");
    }

    public Task LoadAgainAsync() => LoadAsync(Adaptation.Id, HttpContext.RequestAborted);

    StoryForm Begun()
    {
        var (plan, latest) = (Adaptation.Plan, Adaptation.Outcomes is [.., var last] ? last : null);
        return new()
        {
            Title = text["StoryName", plan.Who, Idea.Title],
            Kind = (latest?.Result is Result.Abandoned or Result.Worse ? StoryKind.FailForward : StoryKind.Story).ToString(),
            WhatWeDid = text["StoryDid", Idea.Title, plan.WhatWeChange],
            WhatChanged = latest is null ? "" : string.Join("\n\n", latest.Told.Numbers.Select(words.Number).Prepend(latest.Told.WhatHappened)),
            HowWeKnow = plan.Prediction.Length == 0 ? "" : text["StoryExpected", plan.Prediction],
            Advice = latest?.Told.Advice,
            Place = plan.Place?.Name,
            Organisation = plan.Who,
            Topics = [.. Idea.Content.Topics],
            Language = plan.Language,
        };
    }

    async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await desk.MineAsync(id, await current.RequireAsync(cancellationToken), cancellationToken) is not var (adaptation, idea))
            return false;
        (Adaptation, Idea) = (adaptation, idea);
        var told = await db.Stories.Public().Where(s => s.AuthorId == adaptation.MemberId).Newest().Take(MostStories)
            .Select(s => new { s.Title, s.Id }).ToListAsync(cancellationToken);
        Stories = [new(text["NoStory"], ""), .. told.Select(s => new SelectListItem(s.Title, s.Id.ToString()))];
        return true;
    }
}
