using HealthDoers.Domain.Ideas;
using HealthDoers.Domain.Members;
using HealthDoers.Domain.Stories;
using HealthDoers.Domain.Topics;
using HealthDoers.Domain.Words;
using HealthDoers.Web.Access;
using HealthDoers.Web.Data;
using HealthDoers.Web.Hosting;
using HealthDoers.Web.Look;
using HealthDoers.Web.Pages.Shared;
using HealthDoers.Web.Pages.Stories.Writing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace HealthDoers.Web.Pages.Ideas.Writing;

/// <summary>A new idea, or an edit: <c>/ideas/new</c> and <c>/ideas/{slug}/edit</c>.</summary>
[RequestFormLimits(ValueLengthLimit = 2_000_000)]
sealed class WriteModel(AppDb db, CurrentMember current, IdeaDrafts drafts, Proposing proposing, LookAlikes lookAlikes, IStringLocalizer<ProposingText> words, IStringLocalizer<WritingText> writing) : PageModel, IShownAgain
{
    [BindProperty]
    public IdeaForm Input { get; set; } = new();

    /// <summary>The draft's id, which a new idea takes: what is proposed from this form becomes one idea, however often the button is pressed.</summary>
    [BindProperty(Name = "Draft", SupportsGet = true)]
    public Guid DraftId { get; set; }

    [BindProperty]
    public int Turn { get; set; }

    [BindProperty]
    public int SeenVersion { get; set; }

    /// <summary>Those that look alike were shown, and this one is meant all the same.</summary>
    [BindProperty]
    public bool SawAlike { get; set; }

    /// <summary>Something was saved under this id.</summary>
    public bool IsKept { get; private set; }

    /// <summary>The idea that is edited, or null for a new one.</summary>
    public Idea? Edited { get; private set; }
    public Member Me { get; private set; } = null!;
    public IReadOnlyList<Topic> Topics { get; private set; } = [];

    /// <summary>What others made of the idea while this edit was written, part by part; empty when they did nothing.</summary>
    public IReadOnlyList<ChangedPart> Meanwhile { get; private set; } = [];

    /// <summary>Ideas that say nearly the same; empty when there are none.</summary>
    public IReadOnlyList<IdeaRow> Alike { get; private set; } = [];

    public string Here => Edited is null ? "/ideas/new" : $"/ideas/{Edited.Slug}/edit";

    public bool HasMore => new[] { Input.ForWhom, Input.Setting, Input.People, Input.Money, Input.Time, Input.WhatToWatch }.Any(t => !string.IsNullOrEmpty(t));

    public async Task<IActionResult> OnGetAsync(string? slug, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(slug, cancellationToken))
            return NotFound();
        var draft = DraftId != Guid.Empty ? await drafts.FindAsync(DraftId, Me, cancellationToken)
            : Edited is null ? null : await drafts.OfEditAsync(Edited.Id, Me, cancellationToken);
        if (DraftId != Guid.Empty && (draft is null || draft.IdeaId != Edited?.Id))
            return await ToIdeaAsync(cancellationToken);
        IsKept = draft is not null;
        DraftId = draft?.Id ?? Guid.CreateVersion7();
        Turn = draft?.Turn ?? 0;
        SeenVersion = draft?.SeenVersion ?? Edited?.Version ?? 0;
        Input = draft is null ? await AsItIsAsync(cancellationToken) : FormFields<IdeaForm>.ToForm(draft.Fields);
        return Page();
    }

    /// <summary>Keeps what was typed, for another hour or another device.</summary>
    public async Task<IActionResult> OnPostSaveAsync(string? slug, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(slug, cancellationToken))
            return NotFound();
        if (DraftId == Guid.Empty)
            DraftId = Guid.CreateVersion7();
        if (FormFields<IdeaForm>.Of(Input).Sum(field => field.Value.Length) > IdeaDraft.Limit)
        {
            ModelState.AddModelError("", writing["DraftTooLong"]);
            return this.Refused();
        }
        return await drafts.KeepAsync(DraftId, Me, Edited?.Id, SeenVersion, Input, Turn, cancellationToken) is null
            ? await ToIdeaAsync(cancellationToken)
            : new SeeOther($"{Here}?draft={DraftId}");
    }

    public async Task<IActionResult> OnPostAsync(string? slug, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(slug, cancellationToken))
            return NotFound();
        if (DraftId == Guid.Empty)
            DraftId = Guid.CreateVersion7();
        var written = new IdeaReader(Topics, Edited?.Content).Read(Input);
        foreach (var fault in written.Faults)
            ModelState.AddModelError($"{nameof(Input)}.{fault.Field}", words[fault.Says, fault.With]);
        var stories = await StoriesAsync(cancellationToken);
        if (!ModelState.IsValid)
            return this.Refused();
        if (Edited is { } edited)
            return await ChangeAsync(edited.Id, slug!, written, stories, cancellationToken);
        if (await db.Ideas.AsNoTracking().SingleOrDefaultAsync(i => i.Id == DraftId && i.ProposedById == Me.Id, cancellationToken) is { } there
            && IdeaParts.Changes(there.Content, written.Content).Count > 0)
            return await ToEditAsync(there, cancellationToken);
        if (!SawAlike && !await db.Ideas.AnyAsync(i => i.Id == DraftId, cancellationToken))
            Alike = await lookAlikes.FindAsync(written.Content.Words.Title, cancellationToken);
        if (Alike.Count > 0)
        {
            SawAlike = true;
            ModelState.Remove(nameof(SawAlike));
            Response.StatusCode = StatusCodes.Status409Conflict;
            return Page();
        }
        var proposed = await proposing.ProposeAsync(DraftId, written, stories, Me, cancellationToken);
        return this.Done(IdeaAddress.Of(proposed), words["Proposed"]);
    }

    /// <summary>It was proposed from another window. What was written here since becomes a change to it, which its author sends knowingly.</summary>
    async Task<IActionResult> ToEditAsync(Idea there, CancellationToken cancellationToken)
    {
        var edit = Guid.CreateVersion7();
        return await drafts.KeepAsync(edit, Me, there.Id, seenVersion: 0, Input, Turn, cancellationToken) is null
            ? new SeeOther(IdeaAddress.Of(there.Slug))
            : this.Done($"/ideas/{there.Slug}/edit?draft={edit}", writing["PublishedMeanwhile"]);
    }

    public Task LoadAgainAsync() => LoadAsync(RouteData.Values["slug"] as string, HttpContext.RequestAborted);

    /// <summary>A draft that became an idea leads to it; any other that is not there is not found.</summary>
    async Task<IActionResult> ToIdeaAsync(CancellationToken cancellationToken) =>
        await db.Ideas.Where(i => i.Id == DraftId && i.ProposedById == Me.Id).Select(i => i.Slug).SingleOrDefaultAsync(cancellationToken) is { } slug
            ? new SeeOther(IdeaAddress.Of(slug))
            : NotFound();

    /// <summary>The form of the idea as it is, or an empty one.</summary>
    async Task<IdeaForm> AsItIsAsync(CancellationToken cancellationToken)
    {
        if (Edited is not { } idea)
            return new() { Language = PageFrame.Language };
        var form = IdeaForm.Of(idea.Content, idea.Steps);
        form.Stories = string.Join('\n', await db.Stories.Public().Where(s => db.Ideas.Any(i => i.Id == idea.Id && i.Stories.Any(told => told.StoryId == s.Id)))
            .Newest().Select(s => "/stories/" + s.Slug).ToListAsync(cancellationToken));
        return form;
    }

    async Task<IActionResult> ChangeAsync(Guid id, string slug, WrittenIdea written, List<Guid> stories, CancellationToken cancellationToken)
    {
        try
        {
            return this.Done(IdeaAddress.Of(await proposing.ChangeAsync(id, DraftId, written, stories, SeenVersion, Me, cancellationToken)), words["Changed"]);
        }
        catch (StaleEditException)
        {
            // Both versions side by side; sending once more from here is a choice made knowingly.
            db.ChangeTracker.Clear();
            await LoadAsync(slug, cancellationToken);
            Meanwhile = IdeaParts.Changes(written.Content, Edited!.Content);
            SeenVersion = Edited.Version;
            ModelState.Remove(nameof(SeenVersion));
            Response.StatusCode = StatusCodes.Status409Conflict;
            return Page();
        }
    }

    /// <summary>The stories whose addresses were given, or what is wrong beside the field.</summary>
    async Task<List<Guid>> StoriesAsync(CancellationToken cancellationToken)
    {
        List<Guid> stories = [];
        foreach (var line in CleanText.Lines(Input.Stories).Split('\n').Select(CleanText.Line).Where(l => l.Length > 0).Take(IdeaContent.ListLimit))
        {
            var slug = line.TrimEnd('/')[(line.TrimEnd('/').LastIndexOf('/') + 1)..];
            if (await db.Stories.Public().Where(s => s.Slug == slug || db.StorySlugs.Any(known => known.Slug == slug && known.StoryId == s.Id)).Select(s => (Guid?)s.Id).SingleOrDefaultAsync(cancellationToken) is { } id)
                stories.Add(id);
            else
                ModelState.AddModelError("Input.Stories", words["StoryUnknown", line]);
        }
        return stories;
    }

    async Task<bool> LoadAsync(string? slug, CancellationToken cancellationToken)
    {
        Me = await current.RequireAsync(cancellationToken);
        Topics = await db.Topics.AsNoTracking().OrderBy(t => t.Id).ToListAsync(cancellationToken);
        if (slug is null)
            return true;
        var idea = await db.Ideas.VisibleTo(Me).Include(i => i.Steps)
            .SingleOrDefaultAsync(i => db.IdeaSlugs.Any(s => s.Slug == slug && s.IdeaId == i.Id), cancellationToken);
        Edited = idea is not null && idea.CanBeEditedBy(Me) ? idea : null;
        return Edited is not null;
    }
}
