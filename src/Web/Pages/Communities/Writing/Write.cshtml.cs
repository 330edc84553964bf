using HealthDoers.Domain.Communities;
using HealthDoers.Domain.Hubs;
using HealthDoers.Domain.Stories;
using HealthDoers.Domain.Topics;
using HealthDoers.Web.Access;
using HealthDoers.Web.Data;
using HealthDoers.Web.Hosting;
using HealthDoers.Web.Look;
using HealthDoers.Web.Pages.Stories.Writing;
using HealthDoers.Web.Places;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace HealthDoers.Web.Pages.Communities.Writing;

/// <summary>A new profile, or an edit of one.</summary>
sealed class WriteModel(AppDb db, CurrentMember current, Founding founding, PlaceReader places, Atlas atlas, IStringLocalizer<CommunitiesText> text) : PageModel, IShownAgain
{
    [BindProperty]
    public ListingForm Input { get; set; } = new();

    [BindProperty]
    public Guid NewId { get; set; }

    [BindProperty]
    public int SeenVersion { get; set; }

    public ListingKind Kind { get; private set; }

    /// <summary>Null for a new one.</summary>
    public Listing? Edited { get; private set; }
    public IReadOnlyList<Topic> Topics { get; private set; } = [];
    public IReadOnlyList<Hub> Hubs { get; private set; } = [];
    public IReadOnlyList<ListingRow> Initiatives { get; private set; } = [];

    /// <summary>What others made of the profile while this edit was written, part by part; empty when they did nothing.</summary>
    public IReadOnlyList<ChangedPart> Meanwhile { get; private set; } = [];

    public string? WrongWith(string field) =>
        ModelState.TryGetValue($"{nameof(Input)}.{field}", out var entry) ? entry.Errors.FirstOrDefault()?.ErrorMessage : null;

    public async Task<IActionResult> OnGetAsync(string folder, string? slug, [FromQuery(Name = "in")] string? language, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(folder, slug, cancellationToken))
            return NotFound();
        var wanted = PagesSetup.Languages.Any(l => l.Name == language) ? language! : PageFrame.Language;
        NewId = Guid.CreateVersion7();
        if (Edited is null)
        {
            Input = new() { Language = wanted };
            return Page();
        }
        SeenVersion = Edited.Version;
        // Words of another language are added only when somebody asks for them.
        Input = ListingForm.Of(Edited.Content, language is null && !Edited.Content.Words.ContainsKey(wanted) ? Edited.Content.Language : wanted);
        if (Edited.Place is { } where)
            Input.Where = PlaceFields.Of(where, atlas, PageFrame.Language);
        Input.Initiatives = [.. await db.Listings.Where(l => db.Set<InitiativeTie>().Any(t => t.ListingId == Edited.Id && t.InitiativeId == l.Id && t.Role == TieRole.TakesPart))
            .Select(l => l.Slug).ToListAsync(cancellationToken)];
        Input.Hubs = [.. await db.Hubs.Where(h => db.HubTies.Any(t => t.ListingId == Edited.Id && t.HubId == h.Id)).Select(h => h.Slug).ToListAsync(cancellationToken)];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string folder, string? slug, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(folder, slug, cancellationToken))
            return NotFound();
        var reader = new ListingReader(Kind, Topics, Edited?.Content);
        var content = reader.Read(Input);
        foreach (var fault in reader.Faults)
            ModelState.AddModelError($"{nameof(Input)}.{fault.Field}", text[fault.Says, fault.With]);
        var place = await places.ReadAsync(Input.Where, "Input.Where", ModelState, cancellationToken);
        if (!ModelState.IsValid)
            return this.Refused();
        var me = await current.RequireAsync(cancellationToken);
        if (Edited is not { } listing)
        {
            var founded = await founding.FoundAsync(NewId == Guid.Empty ? Guid.CreateVersion7() : NewId, Kind, content, place, Input, me, cancellationToken);
            return this.Done(ListingAddress.Of(founded), text["Founded"]);
        }
        try
        {
            await founding.EditAsync(listing, content, place, Input, me, SeenVersion, cancellationToken);
            return this.Done(ListingAddress.Of(listing), text["Saved"]);
        }
        catch (Exception lost) when (lost is StaleEditException or DbUpdateConcurrencyException)
        {
            return await ShowBothAsync(folder, slug!, content, cancellationToken);
        }
    }

    public Task LoadAgainAsync() => LoadAsync((string)RouteData.Values["folder"]!, RouteData.Values["slug"] as string, HttpContext.RequestAborted);

    async Task<bool> LoadAsync(string folder, string? slug, CancellationToken cancellationToken)
    {
        Kind = ListingAddress.KindOf(folder)!.Value;
        Topics = await db.Topics.AsNoTracking().OrderBy(t => t.Id).ToListAsync(cancellationToken);
        Hubs = await db.Hubs.AsNoTracking().OrderBy(h => h.Id).ToListAsync(cancellationToken);
        Initiatives = await db.Listings.Public(ListingKind.Initiative).OrderBy(l => l.Name).ToRowsAsync(cancellationToken);
        if (slug is null)
            return true;
        var me = await current.RequireAsync(cancellationToken);
        Edited = await db.Under(slug, me).Where(l => l.Kind == Kind).Include(l => l.Labels).Include(l => l.Seats).Include(l => l.Initiatives).SingleOrDefaultAsync(cancellationToken);
        return Edited is not null && Edited.CanBeEditedBy(me);
    }

    /// <summary>Both versions side by side; saving once more from here is a choice made knowingly.</summary>
    async Task<IActionResult> ShowBothAsync(string folder, string slug, ListingContent mine, CancellationToken cancellationToken)
    {
        db.ChangeTracker.Clear();
        if (!await LoadAsync(folder, slug, cancellationToken))
            return NotFound();
        Meanwhile = ListingParts.Changes(mine, Edited!.Content);
        SeenVersion = Edited.Version;
        ModelState.Remove(nameof(SeenVersion));
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }
}
