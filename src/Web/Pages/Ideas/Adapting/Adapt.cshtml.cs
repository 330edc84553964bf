using HealthDoers.Domain.Communities;
using HealthDoers.Domain.Ideas;
using HealthDoers.Web.Access;
using HealthDoers.Web.Data;
using HealthDoers.Web.Hosting;
using HealthDoers.Web.Pages.Ideas.Spread;
using HealthDoers.Web.Pages.Visits;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace HealthDoers.Web.Pages.Ideas.Adapting;

/// <summary>"We are trying this": <c>/ideas/{slug}/adapt</c>, and a change of it: <c>/adaptations/{id}/change</c>.</summary>
sealed class AdaptModel(AppDb db, CurrentMember current, AdaptingDesk desk, TakingHome takingHome, SpreadWords spreadWords, IStringLocalizer<AdaptingText> text) : PageModel, IShownAgain
{
    IReadOnlyList<SpreadTree.Node> _teachers = [];

    public Idea Idea { get; private set; } = null!;

    /// <summary>Null for a new one.</summary>
    public Adaptation? Changed { get; private set; }

    [BindProperty]
    public AdaptForm Input { get; set; } = new();

    /// <summary>The id of a new adaptation: what is sent from this form becomes one, however often the button is pressed.</summary>
    [BindProperty]
    public Guid NewId { get; set; }

    /// <summary>Whose text is kept on the device.</summary>
    public string Account { get; private set; } = "";

    public bool KeepsPrediction => Changed is { Outcomes.Count: > 0 };

    public string Back => Changed is null ? IdeaAddress.Of(Idea.Slug) : IdeaAddress.OfAdaptation(Changed.Id);

    /// <summary>Profiles that it may be linked to.</summary>
    public IReadOnlyList<Listing> Listings { get; private set; } = [];

    public IEnumerable<SelectListItem> Teachers =>
    [
        new(text["FromTheIdea"], ""),
        .. _teachers.Select(n => new SelectListItem($"{new string('–', Math.Min(n.Generation, 8) - 1)} {spreadWords.Who(n)}{(n.IsAnonymous || n.Adaptation.Plan.Place is not { } place ? "" : ", " + place.Name)}".Trim(), n.Adaptation.Id.ToString())),
    ];

    /// <param name="takeaway">What guests of a site visit took home: the form begins with it, and the adaptation takes its id.</param>
    public async Task<IActionResult> OnGetAsync(string? slug, Guid? id, Guid? from, Guid? takeaway, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(slug, id, cancellationToken))
            return NotFound();
        NewId = Guid.CreateVersion7();
        var me = await current.RequireAsync(cancellationToken);
        if (takeaway is { } taken && Changed is null && await takingHome.BeginAsync(taken, Idea, me, cancellationToken) is { } begun)
        {
            if (await db.Adaptations.AnyAsync(a => a.Id == taken, cancellationToken))
                return new SeeOther(IdeaAddress.OfAdaptation(taken));
            (Input, NewId) = (begun, taken);
            return Page();
        }
        Input = Changed is { } changed ? AdaptForm.Telling(changed) : new() { Who = me.Profile.Organisation, Place = me.Profile.Place, From = from?.ToString() };
        Input.Of = Listings.FirstOrDefault(l => l.Id == Changed?.ListingId)?.Slug;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string? slug, Guid? id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(slug, id, cancellationToken))
            return NotFound();
        // A field that cannot be changed any longer is not sent.
        if (KeepsPrediction)
            Input.Prediction = Changed!.Plan.Prediction;
        var plan = Input.Read(Changed?.Plan, ModelState, text);
        var from = _teachers.FirstOrDefault(n => n.Adaptation.Id.ToString() == Input.From)?.Adaptation.Id;
        if (!string.IsNullOrEmpty(Input.From) && from is null)
            ModelState.AddModelError("Input.From", text["FromUnknown"]);
        var listing = Listings.FirstOrDefault(l => l.Slug == Input.Of);
        if (!string.IsNullOrEmpty(Input.Of) && listing is null)
            ModelState.AddModelError("Input.Of", text["OfUnknown"]);
        if (!ModelState.IsValid)
            return this.Refused();
        var me = await current.RequireAsync(cancellationToken);
        if (Changed is { } changed)
        {
            changed.Change(plan, me);
            changed.IsTriedBy(listing, me);
            if (changed.FromId != from)
            {
                var all = await db.Adaptations.Where(a => a.IdeaId == Idea.Id).ToListAsync(cancellationToken);
                changed.CameFrom(all.SingleOrDefault(a => a.Id == from), all, me);
            }
            await db.SaveChangesAsync(cancellationToken);
            return this.Done(Back, text["ChangedSaid"]);
        }
        var begun = await desk.BeginAsync(NewId == Guid.Empty ? Guid.CreateVersion7() : NewId, Idea, from, plan, listing, me, cancellationToken);
        return this.Done(IdeaAddress.OfAdaptation(begun), text["BegunSaid"]);
    }

    public Task LoadAgainAsync() => LoadAsync(RouteData.Values["slug"] as string, Guid.TryParse(RouteData.Values["id"] as string, out var id) ? id : null, HttpContext.RequestAborted);

    async Task<bool> LoadAsync(string? slug, Guid? id, CancellationToken cancellationToken)
    {
        var me = await current.RequireAsync(cancellationToken);
        Account = me.Handle;
        if (id is { } known)
        {
            if (await desk.MineAsync(known, me, cancellationToken) is not var (adaptation, idea))
                return false;
            (Changed, Idea) = (adaptation, idea);
        }
        else
        {
            if (slug is null || await desk.IdeaAsync(slug, me, cancellationToken) is not { } idea)
                return false;
            Idea = idea;
        }
        var kept = Changed?.ListingId;
        var mine = db.Listings.OfTeammate(Changed?.MemberId ?? me.Id).Select(l => l.Id);
        Listings = await db.Listings.Public().Include(l => l.Seats).Where(l => mine.Contains(l.Id) || l.Id == kept).OrderBy(l => l.Name).ToListAsync(cancellationToken);
        _teachers = await desk.TeachersAsync(Idea.Id, Changed?.Id, cancellationToken);
        return true;
    }
}
