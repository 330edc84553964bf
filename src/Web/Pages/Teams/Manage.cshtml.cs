using System.ComponentModel.DataAnnotations;
using HealthDoers.Domain.Communities;
using HealthDoers.Domain.Members;
using HealthDoers.Domain.Teams;
using HealthDoers.Domain.Words;
using HealthDoers.Web.Data;
using HealthDoers.Web.Hosting;
using HealthDoers.Web.Look;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace HealthDoers.Web.Pages.Teams;

/// <summary>Those of a team say what it is about, ask communities and a coach, and end it.</summary>
public sealed class ManageModel(AppDb db, TeamVisit visit, IStringLocalizer<TeamsText> text) : PageModel, IShownAgain
{
    public TeamVisit Visit => visit;

    [BindProperty]
    public TeamForm Input { get; set; } = new();

    [BindProperty]
    public AskForm Asked { get; set; } = new();

    [BindProperty]
    public CoachForm Coach { get; set; } = new();

    public Member? PresentCoach { get; private set; }

    /// <summary>Names to choose from while typing.</summary>
    public IReadOnlyList<string> KnownCommunities { get; private set; } = [];

    public IEnumerable<SelectListItem> Bonds => TeamForm.Bonds(text);
    public IEnumerable<SelectListItem> Supports => TeamForm.Supports(text);
    public IEnumerable<SelectListItem> Parts => TeamForm.Parts(text);

    public string NameOf(TeamPlace place) => visit.Communities[place.ListingId].Content.In(PageFrame.Language).Name;

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken stop)
    {
        if (!await OpenAsync(slug, stop))
            return NotFound();
        await LoadAsync(stop);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken stop)
    {
        if (!await OpenAsync(slug, stop))
            return NotFound();
        Input.Check(ModelState, text);
        if (!ModelState.IsValid)
            return await RefusedAsync(stop);
        await visit.ChangeAsync(() => visit.Team.Describe(Input.WordsIn(visit.Team.Words.Language), Input.With!.Value, visit.Me, visit.Mine), stop);
        return this.Done(visit.Address, text["Saved"]);
    }

    public async Task<IActionResult> OnPostAskAsync(string slug, CancellationToken stop)
    {
        if (!await OpenAsync(slug, stop))
            return NotFound();
        var found = await FindAsync(CleanText.Line(Asked.Community), stop);
        if (found.Count != 1)
            ModelState.AddModelError("Asked.Community", text[CleanText.Line(Asked.Community).Length == 0 ? "GiveCommunity" : found.Count == 0 ? "NoSuchCommunity" : "SeveralCommunities"]);
        if (TeamForm.Read<TeamPart>(Asked.Part) is not { } part)
        {
            ModelState.AddModelError("Asked.Part", text["ChoosePart"]);
            part = default;
        }
        if (!ModelState.IsValid)
            return await RefusedAsync(stop);
        var isIn = false;
        await visit.ChangeAsync(async () =>
        {
            var community = await db.Listings.Include(l => l.Seats).SingleAsync(l => l.Id == found[0], stop);
            isIn = visit.Team.Ask(community, part, visit.Me, visit.Mine, visit.Now).IsTaken;
        }, stop);
        return this.Done(visit.Address + "/manage", text[isIn ? "IsInNow" : "IsAsked"]);
    }

    public async Task<IActionResult> OnPostCoachAsync(string slug, CancellationToken stop)
    {
        if (!await OpenAsync(slug, stop))
            return NotFound();
        var who = Handle.TryRead(Coach.Handle, out var handle)
            ? await db.Members.VisibleTo(visit.Me).SingleOrDefaultAsync(m => m.Handle == handle.Value, stop)
            : null;
        if (who is null)
        {
            ModelState.AddModelError("Coach.Handle", text["NoSuchMember"]);
            return await RefusedAsync(stop);
        }
        await visit.ChangeAsync(async () =>
            visit.Team.AskCoach(await db.Members.SingleAsync(m => m.Id == who.Id, stop), visit.Me, visit.Mine, visit.Now), stop);
        return this.Done(visit.Address + "/manage", text["CoachAsked", who.Name]);
    }

    public async Task<IActionResult> OnPostEndAsync(string slug, CancellationToken stop)
    {
        if (!await OpenAsync(slug, stop))
            return NotFound();
        await visit.ChangeAsync(() => visit.Team.EndBy(visit.Me, visit.Mine, visit.Now), stop);
        return this.Done(visit.Address, text["TeamEnded"]);
    }

    public async Task LoadAgainAsync()
    {
        await visit.OpenAsync(visit.Team.Slug, HttpContext.RequestAborted);
        await LoadAsync(HttpContext.RequestAborted);
    }

    // For everybody else there is no such desk.
    async Task<bool> OpenAsync(string slug, CancellationToken stop) => await visit.OpenAsync(slug, stop) && visit.CanChange;

    async Task<IActionResult> RefusedAsync(CancellationToken stop)
    {
        await LoadAsync(stop);
        return this.Refused();
    }

    async Task LoadAsync(CancellationToken stop)
    {
        if (Input.Name is null)
            Input = TeamForm.Of(visit.Team);
        Asked.Part ??= visit.Team.Places.Any(p => p.Part == TeamPart.Mentor) ? nameof(TeamPart.Pacesetter) : nameof(TeamPart.Mentor);
        PresentCoach = visit.Team.Coach is { } coach ? await db.Members.AsNoTracking().SingleOrDefaultAsync(m => m.Id == coach.MemberId, stop) : null;
        KnownCommunities = await db.Listings.Public(ListingKind.Community).OrderBy(l => l.Name).Take(200).Select(l => l.Name).ToListAsync(stop);
    }

    /// <summary>By the address of the profile, or by a name that may belong to several.</summary>
    Task<List<Guid>> FindAsync(string typed, CancellationToken stop)
    {
        var slug = typed.TrimEnd('/').Split('/')[^1].ToLowerInvariant();
        return db.Listings.Public(ListingKind.Community).Where(l => l.Slug == slug || l.Name == typed).Select(l => l.Id).Take(2).ToListAsync(stop);
    }

    [ValidateNever]
    public sealed class AskForm
    {
        /// <summary>The name of a community, or the address of its profile.</summary>
        [Required]
        public string? Community { get; set; }

        public string? Part { get; set; }
    }

    [ValidateNever]
    public sealed class CoachForm
    {
        [Required]
        public string? Handle { get; set; }
    }
}
