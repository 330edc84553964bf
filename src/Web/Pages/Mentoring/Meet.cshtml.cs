using HealthDoers.Domain.Gatherings;
using HealthDoers.Domain.Topics;
using HealthDoers.Web.Hosting;
using HealthDoers.Web.Look;
using HealthDoers.Web.Pages.Gatherings;
using HealthDoers.Web.Pages.Gatherings.Writing;
using HealthDoers.Web.Time;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace HealthDoers.Web.Pages.Mentoring;

/// <summary>Plans a time to talk: a gathering that only the people of the pact see, and all of them host.</summary>
sealed class MeetModel(PactVisit visit, Announcing announcing, TimeProvider clock, IStringLocalizer<MentoringText> text, IStringLocalizer<GatheringsText> gatherings) : PageModel, IShownAgain
{
    static readonly Topic[] NoTopics = [];
    static readonly GatheringFormat[] Offered = [GatheringFormat.Online, GatheringFormat.InPerson];
    static readonly string[] Repetitions = ["No", "Weekly", "Fortnightly", "Monthly"];

    [BindProperty]
    public GatheringForm Input { get; set; } = new();

    [BindProperty]
    public Guid NewId { get; set; }

    public PactVisit Visit => visit;

    public IEnumerable<SelectListItem> ZoneChoices => [new(gatherings["ChooseZone"], ""), .. Zones.Names.Select(z => new SelectListItem(Zones.Spelled(z), z))];
    public IEnumerable<SelectListItem> Formats => Offered.Select(f => new SelectListItem(text[$"Meet{f}"], f.ToString()));
    public IEnumerable<SelectListItem> Rhythms => Repetitions.Select(r => new SelectListItem(text[$"Repeat{r}"], r));

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop)
    {
        if (!await visit.OpenAsync(id, stop) || !visit.Pact.IsOpen)
            return NotFound();
        NewId = Guid.CreateVersion7();
        Input = new() { Title = text["MeetName", string.Join(", ", visit.Others.Append(visit.Me).Select(m => m.Name))], Format = nameof(GatheringFormat.Online), Zone = visit.Me.Zone };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken stop)
    {
        if (!await visit.OpenAsync(id, stop) || !visit.Pact.IsOpen)
            return NotFound();
        Input.Language = PageFrame.Language;
        // A pact has a last day, and so has what is repeated for it.
        if (Input.Repeats is not (null or "No"))
            (Input.RepeatEnds, Input.Until) = ("Until", GatheringAddress.Day(visit.Pact.Plan.EndsOn));
        var reader = new GatheringReader(NoTopics, clock.GetUtcNow());
        var content = reader.Content(Input);
        var link = reader.Link(Input);
        var schedule = reader.Schedule(Input);
        foreach (var fault in reader.Faults)
            ModelState.AddModelError($"{nameof(Input)}.{(fault.Field == nameof(Input.Until) ? nameof(Input.Repeats) : fault.Field)}", gatherings[fault.Says, fault.With]);
        if (!ModelState.IsValid || schedule is null)
            return this.Refused();
        var plan = new GatheringPlan(content, schedule, null, content.IsOnline ? link : "");
        await announcing.AnnounceAsync(NewId == Guid.Empty ? Guid.CreateVersion7() : NewId, plan, visit.Me, new(null, null, visit.Pact.RoomId), stop, [.. visit.Others.Select(m => m.Id)]);
        return this.Done(visit.Address, text["MeetingPlanned"]);
    }

    public Task LoadAgainAsync() => visit.OpenAsync(Guid.Parse((string)RouteData.Values["id"]!), HttpContext.RequestAborted);
}
