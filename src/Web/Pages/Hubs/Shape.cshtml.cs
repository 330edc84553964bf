using System.ComponentModel.DataAnnotations;
using System.Globalization;
using HealthDoers.Domain.Hubs;
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

namespace HealthDoers.Web.Pages.Hubs;

/// <summary>How a hub stands in the network: part of a wider one, merged into another, or split.</summary>
public sealed class ShapeModel(AppDb db, HubVisit visit, IStringLocalizer<HubsText> text) : PageModel, IShownAgain
{
    List<Hub> _all = [];

    public HubVisit Visit => visit;

    [BindProperty, ValidateNever]
    public string? Parent { get; set; }

    [BindProperty, ValidateNever]
    public string? Into { get; set; }

    [BindProperty]
    public bool Sure { get; set; }

    [BindProperty]
    public Form Input { get; set; } = new();

    public IEnumerable<SelectListItem> Parents => [new(text["NoWiderHub"], ""), .. Others];

    /// <summary>Hubs that the reader may tie this one to.</summary>
    public IEnumerable<SelectListItem> Others => _all.Where(h => h.Id != visit.Hub.Id && h.CanBeModeratedBy(visit.Me, visit.Now))
        .Select(h => new SelectListItem(h.In(PageFrame.Language).Name, h.Slug)).OrderBy(i => i.Text, StringComparer.CurrentCultureIgnoreCase);

    public List<SelectListItem> Scope { get; private set; } = [];

    HubTree Tree => new(_all.Select(h => (h.Id, h.ParentId)));

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken stop)
    {
        Input.Within = true;
        return await OpenAsync(slug, stop) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostPartAsync(string slug, CancellationToken stop)
    {
        if (!await OpenAsync(slug, stop))
            return NotFound();
        var parent = string.IsNullOrEmpty(Parent) ? null : _all.Find(h => h.Slug == Parent);
        if (parent is null && !string.IsNullOrEmpty(Parent))
            return NotFound();
        visit.Hub.PutUnder(parent, Tree, visit.Me, visit.Now);
        await db.SaveAloneAsync(stop);
        return this.Done(visit.Address, text["Saved"]);
    }

    public async Task<IActionResult> OnPostMergeAsync(string slug, CancellationToken stop)
    {
        if (!await OpenAsync(slug, stop))
            return NotFound();
        if (_all.Find(h => h.Slug == Into && h.Id != visit.Hub.Id) is not { } into)
        {
            ModelState.AddModelError(nameof(Into), text["ChooseHub"]);
            return this.Refused();
        }
        if (!Sure)
        {
            ModelState.AddModelError(nameof(Sure), text["TickSure"]);
            return this.Refused();
        }
        await db.MergeAsync(visit.Hub, into, Tree, visit.Me, visit.Now, stop);
        return this.Done(HubAddress.Of(into.Slug), text["Merged"]);
    }

    public async Task<IActionResult> OnPostSplitAsync(string slug, CancellationToken stop)
    {
        if (!await OpenAsync(slug, stop))
            return NotFound();
        var words = new HubWords(CleanText.Line(Input.Name), CleanText.Lines(Input.Purpose), []);
        Check("Input.Name", words.Name, Hub.NameLimit, "GiveName");
        Check("Input.Purpose", words.Purpose, Hub.PurposeLimit, "GivePurpose");
        if (!ModelState.IsValid)
            return this.Refused();
        var part = new HubScope([.. visit.Hub.Scope.Topics.Where(Input.Takes.Contains)], [.. visit.Hub.Scope.Regions.Where(Input.Takes.Contains)]);
        var founded = await db.FoundAsync(visit.Hub.Kind, words, PageFrame.Language, part, visit.Me, visit.Now, stop);
        visit.Hub.LetGo(part, visit.Me, visit.Now);
        founded.GoOnUnder(Input.Within ? visit.Hub.Id : visit.Hub.ParentId);
        await db.SaveAloneAsync(stop);
        return this.Done(HubAddress.Of(founded.Slug), text["SplitDone"]);
    }

    public Task LoadAgainAsync() => OpenAsync(visit.Hub.Slug, HttpContext.RequestAborted);

    void Check(string field, string words, int limit, string missing)
    {
        if (words.Length == 0)
            ModelState.AddModelError(field, text[missing]);
        else if (words.Length > limit)
            ModelState.AddModelError(field, text["TooLong", limit.ToString("N0", CultureInfo.CurrentCulture)]);
    }

    async Task<bool> OpenAsync(string slug, CancellationToken stop)
    {
        if (!await visit.OpenToModerateAsync(slug, stop))
            return false;
        _all = await db.Hubs.WithRoles().Standing().ToListAsync(stop);
        Parent ??= _all.Find(h => h.Id == visit.Hub.ParentId)?.Slug;
        var topics = await db.Topics.Where(t => visit.Hub.Scope.Topics.Contains(t.Slug)).ToListAsync(stop);
        Scope = [.. topics.Select(t => new SelectListItem(t.In(PageFrame.Language).Name, t.Slug)), .. visit.Hub.Scope.Regions.Select(r => new SelectListItem(r, r))];
        return true;
    }

    public sealed class Form
    {
        [ValidateNever, Required, MaxLength(Hub.NameLimit)]
        public string? Name { get; set; }

        [ValidateNever, Required, MaxLength(Hub.PurposeLimit)]
        public string? Purpose { get; set; }

        /// <summary>Topics and places that go with the new hub.</summary>
        [ValidateNever]
        public List<string> Takes { get; set; } = [];

        public bool Within { get; set; }
    }
}
