using System.ComponentModel.DataAnnotations;
using HealthDoers.Domain.Visits;
using HealthDoers.Domain.Words;
using HealthDoers.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace HealthDoers.Web.Pages.Visits;

/// <summary>What the guests saw and what they take home, written by any of them.</summary>
sealed class ReportModel(VisitDesk desk, TakingHome takingHome, IStringLocalizer<VisitsText> text) : PageModel, IShownAgain
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public VisitDesk Desk => desk;
    public IReadOnlyList<SeenIdea> Seen { get; private set; } = [];
    public IEnumerable<SelectListItem> Ideas => Seen.Select(i => new SelectListItem(i.Title, i.Slug));

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop)
    {
        if (!await LoadAsync(id, stop))
            return NotFound();
        if (desk.Visit.Report is { } report)
            Input = new()
            {
                Saw = report.Saw,
                Ideas = [.. Seen.Where(i => desk.Visit.Takeaways.Any(t => t.IdeaId == i.Id)).Select(i => i.Slug)],
                Else = string.Join('\n', desk.Visit.Takeaways.Where(t => t.IdeaId is null).OrderBy(t => t.At).ThenBy(t => t.Id).Select(t => t.Words)),
            };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken stop)
    {
        if (!await LoadAsync(id, stop))
            return NotFound();
        var saw = new Typed(ModelState, text).Lines(Input.Saw, "Input.Saw", VisitReport.SawLimit, "GiveSaw");
        var other = CleanText.Lines(Input.Else).Split('\n').Select(CleanText.Line).Where(l => l.Length > 0).Distinct().ToList();
        if (other.Count > Visit.MostTakeaways - Seen.Count || other.Exists(l => l.Length > VisitTakeaway.WordsLimit))
            ModelState.AddModelError("Input.Else", text["ElseWrong", Math.Max(1, Visit.MostTakeaways - Seen.Count), VisitTakeaway.WordsLimit]);
        if (!ModelState.IsValid)
            return this.Refused();
        List<TakenHome> home = [.. Seen.Where(i => Input.Ideas.Contains(i.Slug)).Select(i => new TakenHome(Shortened(i.Title), i.Id)), .. other.Select(l => new TakenHome(l, null))];
        var begun = desk.Day?.StartsAt;
        await desk.ChangeAsync(async () => desk.Visit.Tell(saw, home, await takingHome.TakenUpAsync(desk.Visit, stop), begun, desk.Me, desk.Now), stop);
        return this.Done($"{desk.Address}#home", text["ReportSaved"]);
    }

    public Task LoadAgainAsync() => LoadAsync(Guid.Parse((string)RouteData.Values["id"]!), HttpContext.RequestAborted);

    async Task<bool> LoadAsync(Guid id, CancellationToken stop)
    {
        if (!await desk.OpenAsync(id, stop) || !desk.IAmAGuest || !desk.Visit.IsAgreed)
            return false;
        Seen = [.. (await takingHome.IdeasOfAsync(desk.Visit.HostId, stop)).Take(Visit.MostTakeaways / 2)];
        return true;
    }

    static string Shortened(string words) => words.Length <= VisitTakeaway.WordsLimit ? words : words[..VisitTakeaway.WordsLimit];

    [ValidateNever]
    public sealed class Form
    {
        [Required, StringLength(VisitReport.SawLimit)]
        public string? Saw { get; set; }

        /// <summary>Slugs of ideas that the hosts have.</summary>
        public List<string> Ideas { get; set; } = [];

        /// <summary>Whatever else they take home, one a line.</summary>
        public string? Else { get; set; }
    }
}
