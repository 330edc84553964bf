using System.ComponentModel.DataAnnotations;
using System.Globalization;
using HealthDoers.Domain.Hubs;
using HealthDoers.Domain.Members;
using HealthDoers.Domain.Words;
using HealthDoers.Web.Access;
using HealthDoers.Web.Data;
using HealthDoers.Web.Hosting;
using HealthDoers.Web.Look;
using HealthDoers.Web.Look.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace HealthDoers.Web.Pages.Hubs;

/// <summary>An application to found a hub for a region: written, seen and answered here.</summary>
public sealed class NewModel(AppDb db, CurrentMember current, TimeProvider clock, IStringLocalizer<HubsText> text) : PageModel, IShownAgain
{
    const string AcceptIt = "accept";
    const string AskIt = "ask";
    const string DeclineIt = "decline";

    Member _me = null!;

    public HubFounding? Founding { get; private set; }
    public IReadOnlyList<HubFounding> Mine { get; private set; } = [];
    public string? FoundedSlug { get; private set; }
    public bool IsMine => Founding is null || Founding.ById == _me.Id;
    public bool CanDecide => Founding is { IsOpen: true } && !IsMine && _me.IsEditor;

    [BindProperty]
    public Form Input { get; set; } = new();

    [BindProperty, ValidateNever]
    public string? Outcome { get; set; }

    [BindProperty, TypedLimit(HubFounding.AnswerLimit)]
    public string? Words { get; set; }

    public IEnumerable<SelectListItem> Outcomes => [new(text["FoundAccept"], AcceptIt), new(text["FoundAskBack"], AskIt), new(text["FoundDecline"], DeclineIt)];

    public async Task<IActionResult> OnGetAsync(Guid? id, CancellationToken stop)
    {
        if (!await OpenAsync(id, stop))
            return NotFound();
        if (Founding is { } founding)
            Input = Form.Of(founding.Words);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid? id, CancellationToken stop)
    {
        if (!await OpenAsync(id, stop) || !IsMine)
            return NotFound();
        if (!Check())
            return this.Refused();
        if (Founding is { } founding)
            founding.Revise(_me, Input.Words, clock.GetUtcNow());
        else if (Mine.Count(f => f.IsOpen) >= HubFounding.MostOpen)
        {
            ModelState.AddModelError("", text["TooManyApplications", HubFounding.MostOpen]);
            return this.Refused();
        }
        else
            db.HubFoundings.Add(Founding = new(_me, Input.Words, PageFrame.Language, clock.GetUtcNow()));
        await db.SaveAloneAsync(stop);
        return this.Done($"/hubs/new/{Founding.Id}", text["ApplicationSent"]);
    }

    public async Task<IActionResult> OnPostTakeBackAsync(Guid id, CancellationToken stop)
    {
        if (!await OpenAsync(id, stop) || !IsMine)
            return NotFound();
        Founding!.TakeBack(_me);
        await db.SaveAloneAsync(stop);
        return this.Done("/hubs", text["RequestTakenBack"]);
    }

    public async Task<IActionResult> OnPostDecideAsync(Guid id, CancellationToken stop)
    {
        if (!await OpenAsync(id, stop) || IsMine)
            return NotFound();
        var words = CleanText.Lines(Words);
        if (Outcome is not (AcceptIt or AskIt or DeclineIt))
            ModelState.AddModelError(nameof(Outcome), text["ChooseDecision"]);
        else if (words.Length == 0 && Outcome != AcceptIt)
            ModelState.AddModelError(nameof(Words), text["SayFounding"]);
        if (words.Length > HubFounding.AnswerLimit)
            ModelState.AddModelError(nameof(Words), text["TooLong", HubFounding.AnswerLimit.ToString("N0", CultureInfo.CurrentCulture)]);
        if (!ModelState.IsValid)
            return this.Refused();
        await DecideAsync(Founding!, words, stop);
        await db.SaveAloneAsync(stop);
        return this.Done("/admin/hubs", text["AnswerSent"]);
    }

    public async Task LoadAgainAsync() => await OpenAsync(Founding?.Id, HttpContext.RequestAborted);

    async Task DecideAsync(HubFounding founding, string words, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        if (Outcome == AskIt)
            founding.AskBack(_me, words, now);
        else if (Outcome == DeclineIt)
            founding.Decline(_me, words, now);
        else
        {
            var founder = await db.Members.SingleAsync(m => m.Id == founding.ById, stop);
            var hub = await db.FoundAsync(HubKind.Geographic, new(founding.Words.Name, founding.Words.Purpose, []), founding.Language, new([], RegionsOf(founding.Words.Area)), founder, now, stop);
            founding.Accept(_me, hub, words, now);
        }
    }

    /// <summary>"Vermont, United States" covers places that end in either way of writing it.</summary>
    static List<string> RegionsOf(string area) => [.. new[] { HubScope.Spelled(area), HubScope.Spelled(area.Split(',')[0]) }.Where(r => r.Length > 0).Distinct()];

    bool Check()
    {
        var words = Input.Words;
        Needs("Input.Name", words.Name, Hub.NameLimit, "GiveName");
        Needs("Input.Area", words.Area, HubScope.RegionLimit, "GiveArea");
        Needs("Input.Purpose", words.Purpose, Hub.PurposeLimit, "GivePurpose");
        Needs("Input.Who", words.Who, HubFounding.TextLimit, "GiveWho");
        if (words.Partners.Length > HubFounding.TextLimit)
            ModelState.AddModelError("Input.Partners", TooLong(HubFounding.TextLimit));
        return ModelState.IsValid;
    }

    void Needs(string field, string words, int limit, string missing)
    {
        if (words.Length == 0)
            ModelState.AddModelError(field, text[missing]);
        else if (words.Length > limit)
            ModelState.AddModelError(field, TooLong(limit));
    }

    string TooLong(int limit) => text["TooLong", limit.ToString("N0", CultureInfo.CurrentCulture)];

    /// <summary>False also for everybody but who applied and the editors.</summary>
    async Task<bool> OpenAsync(Guid? id, CancellationToken stop)
    {
        _me = await current.RequireAsync(stop);
        Mine = await db.HubFoundings.Where(f => f.ById == _me.Id).OrderByDescending(f => f.AskedAt).Take(20).ToListAsync(stop);
        if (id is null)
            return true;
        Founding = await db.HubFoundings.SingleOrDefaultAsync(f => f.Id == id && (f.ById == _me.Id || _me.IsEditor), stop);
        var foundedId = Founding?.HubId;
        FoundedSlug = await db.Hubs.Standing().Where(h => h.Id == foundedId).Select(h => h.Slug).SingleOrDefaultAsync(stop);
        return Founding is not null;
    }

    public sealed class Form
    {
        [ValidateNever, Required, MaxLength(Hub.NameLimit)]
        public string? Name { get; set; }

        [ValidateNever, Required, MaxLength(HubScope.RegionLimit)]
        public string? Area { get; set; }

        [ValidateNever, Required, MaxLength(Hub.PurposeLimit)]
        public string? Purpose { get; set; }

        [ValidateNever, Required, MaxLength(HubFounding.TextLimit)]
        public string? Who { get; set; }

        [ValidateNever, MaxLength(HubFounding.TextLimit)]
        public string? Partners { get; set; }

        public FoundingWords Words => new(CleanText.Line(Name), CleanText.Line(Area), CleanText.Lines(Purpose), CleanText.Lines(Who), CleanText.Lines(Partners));

        public static Form Of(FoundingWords words) => new() { Name = words.Name, Area = words.Area, Purpose = words.Purpose, Who = words.Who, Partners = words.Partners };
    }
}
