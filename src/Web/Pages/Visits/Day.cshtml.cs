using HealthDoers.Domain.Gatherings;
using HealthDoers.Domain.Topics;
using HealthDoers.Web.Data;
using HealthDoers.Web.Hosting;
using HealthDoers.Web.Look;
using HealthDoers.Web.Pages.Gatherings;
using HealthDoers.Web.Pages.Gatherings.Writing;
using HealthDoers.Web.Time;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace HealthDoers.Web.Pages.Visits;

/// <summary>Plans the day of a visit: a gathering that only the two teams see, with the door they meet at.</summary>
sealed class DayModel(AppDb db, VisitDesk desk, Announcing announcing, TimeProvider clock, IStringLocalizer<VisitsText> text, IStringLocalizer<GatheringsText> gatherings) : PageModel, IShownAgain
{
    static readonly Topic[] NoTopics = [];

    [BindProperty]
    public GatheringForm Input { get; set; } = new();

    [BindProperty]
    public Guid NewId { get; set; }

    public VisitDesk Desk => desk;

    public IEnumerable<SelectListItem> ZoneChoices => [new(gatherings["ChooseZone"], ""), .. Zones.Names.Select(z => new SelectListItem(Zones.Spelled(z), z))];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop)
    {
        if (!await LoadAsync(id, stop))
            return NotFound();
        NewId = Guid.CreateVersion7();
        Input = new() { Zone = desk.Me.Zone, Starts = "10:00", Ends = "15:00" };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken stop)
    {
        if (!await LoadAsync(id, stop))
            return NotFound();
        var title = text["DayName", desk.Guest, desk.Host].Value;
        (Input.Title, Input.Format, Input.Language, Input.Repeats) = (title[..Math.Min(title.Length, GatheringContent.TitleLimit)], nameof(GatheringFormat.InPerson), PageFrame.Language, "No");
        var reader = new GatheringReader(NoTopics, clock.GetUtcNow());
        var content = reader.Content(Input);
        var schedule = reader.Schedule(Input);
        foreach (var fault in reader.Faults)
            ModelState.AddModelError($"{nameof(Input)}.{fault.Field}", gatherings[fault.Says, fault.With]);
        if (!ModelState.IsValid || schedule is null)
            return this.Refused();
        var newId = NewId == Guid.Empty ? Guid.CreateVersion7() : NewId;
        var day = await announcing.AnnounceAsync(newId, new(content, schedule, null, ""), desk.Me, new(null, null, null), stop, [.. desk.Others.Take(Gathering.MostHosts - 1)]);
        var before = desk.Visit.GatheringId;
        await desk.ChangeAsync(async () =>
        {
            // Two of the teams planned at once: the first one holds.
            if (desk.Visit.GatheringId is { } planned && planned != before && planned != day.Id)
                (await db.Gatherings.Include(g => g.Occurrences).SingleAsync(g => g.Id == day.Id, stop)).EndWithItsPurpose(desk.Me.Id, "", desk.Now);
            else
                desk.Visit.TakesPlaceAt(day.Id, desk.Me);
        }, stop);
        return this.Done(desk.Address, text["DayPlanned"]);
    }

    public Task LoadAgainAsync() => LoadAsync(Guid.Parse((string)RouteData.Values["id"]!), HttpContext.RequestAborted);

    /// <summary>A day that is planned already is changed on its own page.</summary>
    async Task<bool> LoadAsync(Guid id, CancellationToken stop) =>
        await desk.OpenAsync(id, stop) && desk.Visit.IsAgreed && desk.State is VisitState.NeedsADay;
}
