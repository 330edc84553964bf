using HealthDoers.Domain;
using HealthDoers.Domain.Rooms;
using HealthDoers.Web.Data;
using HealthDoers.Web.Hosting;
using HealthDoers.Web.Look;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace HealthDoers.Web.Pages.Rooms;

/// <summary>A steward says what the room is called, who it is for and what its people agree to; closes it and opens it again.</summary>
public sealed class SettingsModel(AppDb db, RoomVisit visit, IStringLocalizer<RoomsText> text) : PageModel, IShownAgain
{
    public RoomVisit Visit => visit;

    [BindProperty]
    public RoomForm Input { get; set; } = new();

    /// <summary>What the form began with: what another steward changed since is not put back by it.</summary>
    [BindProperty]
    public RoomAudience SeenAudience { get; set; }

    [BindProperty]
    public int SeenAgreement { get; set; }

    [BindProperty]
    public string? SeenName { get; set; }

    public IEnumerable<SelectListItem> Kinds => RoomForm.Kinds(text);

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken stop)
    {
        if (!await visit.OpenToModerateAsync(slug, stop))
            return NotFound();
        var words = visit.Words;
        See();
        Input = new() { Name = words.Name, Purpose = words.Purpose, Audience = visit.Room.Audience.ToString(), Agreement = string.Join('\n', visit.Agreement?.Points ?? []) };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken stop)
    {
        if (!await visit.OpenToModerateAsync(slug, stop))
            return NotFound();
        Input.Check(ModelState, text);
        if (Input.Points.Count == 0 && visit.Agreement is not null)
            ModelState.AddModelError("Input.Agreement", text["KeepAPoint"]);
        if (!ModelState.IsValid)
            return this.Refused();
        var language = visit.Room.LanguageFor(PageFrame.Language);
        await visit.ChangeAsync(() =>
        {
            if ((visit.Room.Audience, visit.Room.AgreementNumber, visit.Words.Name) != (SeenAudience, SeenAgreement, SeenName))
                throw new RuleBrokenException("Somebody else changed this meanwhile.");
            visit.Room.Describe(language, Input.Words, visit.Me, visit.Now);
            if (!Input.Points.SequenceEqual(visit.Agreement?.Points ?? []))
                db.RoomAgreements.Add(visit.Room.Agree(Input.Points, PageFrame.Language, visit.Me, visit.Now));
            visit.Room.OpenTo(Input.For!.Value, visit.Me, visit.Now);
        }, stop);
        return this.Done(visit.CanRead ? visit.Address : $"{visit.Address}/people", text["SettingsSaved"]);
    }

    public async Task<IActionResult> OnPostCloseAsync(string slug, CancellationToken stop)
    {
        if (!await visit.OpenToModerateAsync(slug, stop))
            return NotFound();
        await visit.ChangeAsync(() => visit.Room.CloseBy(visit.Me, visit.Now), stop);
        return this.Done($"{visit.Address}/settings", text["RoomClosedNow"]);
    }

    public async Task<IActionResult> OnPostOpenAsync(string slug, CancellationToken stop)
    {
        if (!await visit.OpenToModerateAsync(slug, stop))
            return NotFound();
        await visit.ChangeAsync(() => visit.Room.OpenAgain(visit.Me, visit.Now), stop);
        return this.Done(visit.CanRead ? visit.Address : $"{visit.Address}/settings", text["RoomOpenedAgain"]);
    }

    public async Task LoadAgainAsync()
    {
        await visit.OpenAsync(visit.Room.Slug, HttpContext.RequestAborted);
        See();
        foreach (var seen in new[] { nameof(SeenAudience), nameof(SeenAgreement), nameof(SeenName) })
            ModelState.Remove(seen);
    }

    void See() => (SeenAudience, SeenAgreement, SeenName) = (visit.Room.Audience, visit.Room.AgreementNumber, visit.Words.Name);
}
