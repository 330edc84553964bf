using System.ComponentModel.DataAnnotations;
using System.Globalization;
using HealthDoers.Domain.Mentoring;
using HealthDoers.Domain.Words;
using HealthDoers.Web.Data;
using HealthDoers.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace HealthDoers.Web.Pages.Mentoring;

/// <summary>What I learned. With it a pact is finished; afterwards everybody may write theirs or write it again.</summary>
sealed class EndModel(AppDb db, PactVisit visit, PactMeetings meetings, IStringLocalizer<MentoringText> text) : PageModel, IShownAgain
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public PactVisit Visit => visit;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop)
    {
        if (!await visit.OpenAsync(id, stop))
            return NotFound();
        if (visit.MyNote?.Words is { } words)
            Input = new() { WhatWeDid = words.WhatWeDid, WhatChanged = words.WhatChanged, Advice = words.Advice };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken stop)
    {
        if (!await visit.OpenAsync(id, stop))
            return NotFound();
        var words = new LearningWords { WhatWeDid = Within(Input.WhatWeDid, nameof(Input.WhatWeDid)), WhatChanged = Within(Input.WhatChanged, nameof(Input.WhatChanged)), Advice = Within(Input.Advice, nameof(Input.Advice)) };
        if (words.WhatChanged.Length == 0)
            ModelState.AddModelError("Input.WhatChanged", text["GiveWhatChanged"]);
        if (!ModelState.IsValid)
            return this.Refused();
        var isNew = visit.MyNote is null;
        var note = visit.Pact.Learn(words, visit.Me, visit.Now);
        if (isNew)
            db.Add(note);
        visit.Pact.EndBy(visit.Me, visit.Now);
        await meetings.EndWithAsync(visit.Pact, stop);
        await db.SaveAloneAsync(stop);
        return this.Done(visit.Address, text["NoteSaved"]);
    }

    public Task LoadAgainAsync() => visit.OpenAsync(Guid.Parse((string)RouteData.Values["id"]!), HttpContext.RequestAborted);

    string Within(string? typed, string field)
    {
        var words = CleanText.Lines(typed);
        if (words.Length > LearningWords.TextLimit)
            ModelState.AddModelError($"Input.{field}", text["TooLong", LearningWords.TextLimit.ToString("N0", CultureInfo.CurrentCulture)]);
        return words;
    }

    [ValidateNever]
    public sealed class Form
    {
        [StringLength(LearningWords.TextLimit)]
        public string? WhatWeDid { get; set; }

        [Required, StringLength(LearningWords.TextLimit)]
        public string? WhatChanged { get; set; }

        [StringLength(LearningWords.TextLimit)]
        public string? Advice { get; set; }
    }
}
