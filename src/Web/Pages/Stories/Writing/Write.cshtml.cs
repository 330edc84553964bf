using HealthDoers.Domain.Communities;
using HealthDoers.Domain.Members;
using HealthDoers.Domain.Stories;
using HealthDoers.Domain.Topics;
using HealthDoers.Domain.Words;
using HealthDoers.Web.Access;
using HealthDoers.Web.Access.Carrying;
using HealthDoers.Web.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace HealthDoers.Web.Pages.Stories.Writing;

/// <summary>A new story, a draft of one, or an edit: <c>/stories/new</c> and <c>/stories/{slug}/edit</c>.</summary>
[RequestSizeLimit(DraftUploads.RequestLimit)]
[RequestFormLimits(MultipartBodyLengthLimit = DraftUploads.RequestLimit, ValueLengthLimit = 2_000_000)]
sealed class WriteModel(AppDb db, CurrentMember current, Drafts drafts, DraftUploads uploads, WritingDesk desk, Publishing publishing, Sequels sequels, StoryParts parts, TimeProvider clock, IStringLocalizer<WritingText> words) : PageModel
{
    [BindProperty]
    public StoryForm Input { get; set; } = new();

    /// <summary>The draft's id: what is published from it becomes one story, however often the button is pressed.</summary>
    [BindProperty(Name = "Draft", SupportsGet = true)]
    public Guid DraftId { get; set; }

    [BindProperty]
    public int Turn { get; set; }

    [BindProperty]
    public int SeenVersion { get; set; }

    [BindProperty]
    public IFormFile? Picture { get; set; }

    [BindProperty]
    public string? PictureDescription { get; set; }

    [BindProperty]
    public IFormFile? Video { get; set; }

    /// <summary>The story that is edited, or null for a new one.</summary>
    public Story? Edited { get; private set; }

    /// <summary>Null as long as nothing was saved.</summary>
    public StoryDraft? Draft { get; private set; }

    public Member Me { get; private set; } = null!;
    public IReadOnlyList<Topic> Topics { get; private set; } = [];

    /// <summary>Names of profiles whose story it could be.</summary>
    public IReadOnlyList<string> Communities { get; private set; } = [];

    /// <summary>What others made of the story while this edit was written, part by part; empty when they did nothing.</summary>
    public IReadOnlyList<ChangedPart> Meanwhile { get; private set; } = [];

    public IReadOnlyList<StoryPicture> Pictures => Draft?.Pictures ?? Edited?.Content.Pictures ?? [];

    /// <summary>So that each has its field of the form, also when nothing was typed yet.</summary>
    public void DescribePictures()
    {
        foreach (var picture in Pictures)
            Input.Descriptions.TryAdd(picture.File, picture.Description);
    }

    public string? VideoFile => Draft is null ? Edited?.Content.Video?.File : Draft.VideoFile;

    /// <summary>My own texts of the parts that I took from the other version, by field of the form.</summary>
    [BindProperty]
    public Dictionary<string, string?> Aside { get; set; } = [];

    public string AddressOfTaking => $"/stories/{Edited!.Slug}/edit?handler=Take";

    public static bool CanSwap(ChangedPart part) => TwoVersions.CanSwap(part.Label);

    public bool HasTaken(ChangedPart part) => CanSwap(part)
        ? TwoVersions.IsAside(part.Label, Aside)
        : Edited!.Content.Pictures.All(theirs => Pictures.Any(p => p.File == theirs.File));

    public bool AnswersWhere => Input is { Place.Length: > 0 } or { Organisation.Length: > 0 } or { MoreTopics.Length: > 0 } or { Topics.Count: > 0 } or { Skills.Count: > 0 } or { Behaviours.Count: > 0 }
        || Input.Kind is { Length: > 0 } and not nameof(StoryKind.Story)
        || IsWrongBeginning("Input.Kind", "Input.Place", "Input.Organisation", "Input.Topics", "Input.MoreTopics", "Input.Skills", "Input.Behaviours");

    public bool AnswersMore => Input is { Partners.Length: > 0 } or { FromYear.Length: > 0 } or { ToYear.Length: > 0 } or { Body.Length: > 0 } or { Summary.Length: > 0 }
        || IsWrongBeginning("Input.Partners", "Input.FromYear", "Input.ToYear", "Input.Body", "Input.Summary", "Input.Language");

    /// <summary>Whether a field is wrong whose name begins so: then its part of the form stands open.</summary>
    public bool IsWrongBeginning(params string[] names) =>
        ModelState.Any(entry => entry.Value?.Errors.Count > 0 && names.Any(name => entry.Key.StartsWith(name, StringComparison.Ordinal)));

    public bool IsWrong(params string[] fields) =>
        fields.Any(f => ModelState.TryGetValue($"{nameof(Input)}.{f}", out var entry) && entry.Errors.Count > 0);

    public string? WrongWith(string field) =>
        ModelState.TryGetValue($"{nameof(Input)}.{field}", out var entry) ? entry.Errors.FirstOrDefault()?.ErrorMessage : null;

    public async Task<IActionResult> OnGetAsync(string? slug, bool check, CancellationToken cancellationToken)
    {
        var typed = HttpContext.WhyShownAgain() is not null;
        if (!await LoadAsync(slug, cancellationToken))
            return NotFound();
        if (DraftId == Guid.Empty && Edited is { } story)
            Draft = await drafts.Of(Me).Where(d => d.StoryId == story.Id).OrderByDescending(d => d.SavedAt).FirstOrDefaultAsync(cancellationToken);
        else if (DraftId != Guid.Empty)
        {
            Draft = await drafts.FindAsync(DraftId, Me, cancellationToken);
            // What is shown again may never have been saved.
            if (Draft is null ? !typed : Draft.StoryId != Edited?.Id && Draft.PublishedAt is null)
                return NotFound();
            if (Draft?.PublishedAt is not null)
                return await sequels.FindAsync(Draft, Me, cancellationToken) is { } sequel
                    ? await ToSequelAsync(sequel, cancellationToken)
                    : await ToStoryAsync(Draft.StoryId!.Value, cancellationToken);
        }
        if (typed)
            return Page();
        DraftId = Draft?.Id ?? Guid.CreateVersion7();
        Turn = Draft?.Turn ?? 0;
        SeenVersion = Draft?.SeenVersion ?? Edited?.Version ?? 0;
        Input = Draft is { Fields.Count: > 0 } ? StoryFields.ToForm(Draft.Fields) : Edited is null ? new() { Kind = nameof(StoryKind.Story), Language = Look.PageFrame.Language } : StoryForm.Of(Edited.Content, Edited.Steps);
        if (Draft is not { Fields.Count: > 0 })
            Input.Community = Edited is null ? await NamedAsync(cancellationToken) : await desk.NameOfAsync(Edited.Content.ListingId, cancellationToken);
        if (check && Draft is not null)
            Explain(await desk.ReadAsync(Input, Draft, cancellationToken));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string? slug, CancellationToken cancellationToken)
    {
        if (await BeginAsync(slug, cancellationToken) is { } answer)
            return answer;
        if (!await TakeUploadsAsync(cancellationToken))
            return this.Refused();
        var written = await desk.ReadAsync(Input, Draft!, cancellationToken);
        if (written.Faults.Count > 0)
        {
            Explain(written);
            return this.Refused();
        }
        try
        {
            var published = await publishing.PublishAsync(Draft!, written, Me, cancellationToken);
            return this.Done($"/stories/{published}", words[Edited is null ? "Published" : Edited.IsPublic ? "PublishedEdit" : "SavedUnseen"]);
        }
        catch (StaleEditException)
        {
            await ShowBothAsync(slug!, cancellationToken);
            Response.StatusCode = StatusCodes.Status409Conflict;
            return Page();
        }
    }

    public async Task<IActionResult> OnPostSaveAsync(string? slug, CancellationToken cancellationToken)
    {
        if (await BeginAsync(slug, cancellationToken) is { } answer)
            return answer;
        return await TakeUploadsAsync(cancellationToken) ? new SeeOther(AddressOfDraft) : this.Refused();
    }

    public async Task<IActionResult> OnPostPreviewAsync(string? slug, CancellationToken cancellationToken)
    {
        if (await BeginAsync(slug, cancellationToken) is { } answer)
            return answer;
        return await TakeUploadsAsync(cancellationToken) ? new SeeOther($"/stories/drafts/{DraftId}/preview") : this.Refused();
    }

    /// <summary>One part of the other version comes into the form, or goes again for what stood there.</summary>
    public async Task<IActionResult> OnPostTakeAsync(string slug, string? theirs, string? mine, CancellationToken cancellationToken)
    {
        if (await BeginAsync(slug, cancellationToken) is { } answer)
            return answer;
        if (!await TakeUploadsAsync(cancellationToken))
            return this.Refused();
        var fields = StoryFields.Of(Input);
        if (theirs == TwoVersions.Pictures)
            Draft!.AlsoShow(Edited!.Content.Pictures, clock.GetUtcNow());
        else if (theirs is not null)
            TwoVersions.TakeTheirs(theirs, fields, StoryFields.Of(StoryForm.Of(Edited!.Content, Edited.Steps)), Aside);
        else if (mine is not null)
            TwoVersions.TakeMine(mine, fields, Aside);
        Draft!.Save(fields, Draft.Turn + 1, clock.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
        (Input, Turn) = (StoryFields.ToForm(fields), Draft.Turn);
        await ShowBothAsync(slug, cancellationToken);
        // The form shows the model, not what was sent.
        ModelState.Clear();
        return Page();
    }

    string AddressOfDraft => Edited is null ? $"/stories/new?draft={DraftId}" : $"/stories/{Edited.Slug}/edit?draft={DraftId}";

    /// <summary>Loads what the page needs and saves what was typed, whatever comes next. An answer means that it ends here.</summary>
    async Task<IActionResult?> BeginAsync(string? slug, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(slug, cancellationToken))
            return NotFound();
        if (DraftId == Guid.Empty)
            DraftId = Guid.CreateVersion7();
        var fields = StoryFields.Of(Input);
        try
        {
            Draft = await drafts.OpenAsync(DraftId, Me, Edited?.Id, SeenVersion, cancellationToken);
            if (Draft is null)
                return await db.Stories.AnyAsync(s => s.Id == DraftId && s.AuthorId == Me.Id, cancellationToken) ? await ToStoryAsync(DraftId, cancellationToken) : NotFound();
            if (Draft.PublishedAt is not null)
                return await AfterPublishingAsync(fields, cancellationToken);
            if (StoryFields.Length(fields) > StoryDraft.Limit)
            {
                Explain(await desk.ReadAsync(Input, Draft, cancellationToken));
                if (ModelState.IsValid)
                    ModelState.AddModelError("", words["DraftTooLong"]);
                return this.Refused();
            }
            Draft.BringBack();
            KeepTyped(fields);
            if (SeenVersion > Draft.SeenVersion)
                Draft.HasSeen(SeenVersion);
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException)
        {
            // Two requests began the same draft at once; the other one has begun it now.
            db.ChangeTracker.Clear();
            return await BeginAsync(slug, cancellationToken);
        }
        return null;
    }

    /// <summary>The profile from whose page the author comes: <c>/stories/new?of=slug</c>.</summary>
    Task<string?> NamedAsync(CancellationToken cancellationToken)
    {
        var slug = Request.Query["of"].ToString();
        return db.Listings.Public().Where(l => l.Slug == slug).Select(l => l.Name).SingleOrDefaultAsync(cancellationToken);
    }

    async Task<bool> LoadAsync(string? slug, CancellationToken cancellationToken)
    {
        Me = await current.RequireAsync(cancellationToken);
        Communities = await desk.NamesAsync(Me, cancellationToken);
        Topics = await db.Topics.AsNoTracking().OrderBy(t => t.Id).ToListAsync(cancellationToken);
        if (slug is null)
            return true;
        Edited = await desk.EditableAsync(slug, Me, cancellationToken);
        return Edited is not null;
    }

    async Task<bool> TakeUploadsAsync(CancellationToken cancellationToken)
    {
        if (Picture is null && Video is null)
            return true;
        var pictureRefused = Picture is null ? null : await AddPictureAsync(Picture, cancellationToken);
        var videoRefused = Video is null ? null : await uploads.AddVideoAsync(Draft!, Video, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        if (pictureRefused is not null)
            ModelState.AddModelError(nameof(Picture), words[pictureRefused]);
        if (videoRefused is not null)
            ModelState.AddModelError(nameof(Video), words[videoRefused]);
        return pictureRefused is null && videoRefused is null;
    }

    async Task<string?> AddPictureAsync(IFormFile picture, CancellationToken cancellationToken)
    {
        if (Draft!.Pictures.Count(p => !Input.LeftOut.Contains(p.File)) >= StoryPicture.Most)
            return "PicturesFull";
        var (refused, _) = await uploads.AddPictureAsync(Draft, picture, null, PictureDescription, cancellationToken);
        if (refused is null)
        {
            ModelState.Remove(nameof(PictureDescription));
            PictureDescription = null;
        }
        return refused;
    }

    void Explain(WrittenStory written)
    {
        foreach (var fault in written.Faults)
            ModelState.AddModelError($"{nameof(Input)}.{fault.Field}", words[fault.Says, fault.With]);
    }

    /// <summary>Both versions side by side; publishing once more from here is a choice made knowingly.</summary>
    async Task ShowBothAsync(string slug, CancellationToken cancellationToken)
    {
        db.ChangeTracker.Clear();
        Edited = await desk.EditableAsync(slug, Me, cancellationToken);
        Draft = await drafts.FindAsync(DraftId, Me, cancellationToken);
        var before = StoryFields.ToForm(TwoVersions.Before(StoryFields.Of(Input), Aside));
        Meanwhile = await parts.ChangesAsync((await desk.ReadAsync(before, Draft!, cancellationToken)).Content, Edited!.Content);
        SeenVersion = Edited.Version;
        ModelState.Remove(nameof(SeenVersion));
    }

    void KeepTyped(Dictionary<string, string> fields)
    {
        Draft!.Save(fields, fields.SaysTheSameAs(Draft.Fields) ? Draft.Turn : Math.Max(Turn, Draft.Turn + 1), clock.GetUtcNow());
        Turn = Draft.Turn;
    }

    /// <summary>What was typed after the draft was published elsewhere stands in the form again, as a change to the story.</summary>
    async Task<IActionResult> AfterPublishingAsync(Dictionary<string, string> fields, CancellationToken cancellationToken)
    {
        var published = Draft!;
        Draft = await sequels.OpenAsync(published, fields, Me, cancellationToken);
        if (Draft is null)
            return await ToStoryAsync(published.StoryId!.Value, cancellationToken);
        KeepTyped(fields);
        await db.SaveChangesAsync(cancellationToken);
        return await ToSequelAsync(Draft, cancellationToken);
    }

    async Task<IActionResult> ToSequelAsync(StoryDraft sequel, CancellationToken cancellationToken)
    {
        var slug = await db.Stories.Where(s => s.Id == sequel.StoryId).Select(s => s.Slug).SingleAsync(cancellationToken);
        return this.Done($"/stories/{slug}/edit?draft={sequel.Id}", words["PublishedMeanwhile"]);
    }

    async Task<IActionResult> ToStoryAsync(Guid storyId, CancellationToken cancellationToken) =>
        await db.Stories.VisibleTo(Me).Where(s => s.Id == storyId).Select(s => s.Slug).SingleOrDefaultAsync(cancellationToken) is { } slug
            ? new SeeOther($"/stories/{slug}")
            : NotFound();
}
