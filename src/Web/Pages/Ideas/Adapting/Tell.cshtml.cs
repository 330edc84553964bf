using HealthDoers.Domain.Ideas;
using HealthDoers.Web.Access;
using HealthDoers.Web.Data;
using HealthDoers.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace HealthDoers.Web.Pages.Ideas.Adapting;

/// <summary>What happened, set against the prediction. Earlier tellings stay.</summary>
sealed class TellModel(AppDb db, CurrentMember current, AdaptingDesk desk, TimeProvider clock, IStringLocalizer<AdaptingText> text) : PageModel, IShownAgain
{
    public Adaptation Adaptation { get; private set; } = null!;
    public Idea Idea { get; private set; } = null!;

    [BindProperty]
    public TellForm Input { get; set; } = new();

    public IEnumerable<SelectListItem> Results => Enum.GetValues<Result>().Select(r => new SelectListItem(text["Result" + r], r.ToString()));

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
            return NotFound();
        Fill();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
            return NotFound();
        var told = Input.Read(ModelState, text);
        Fill();
        if (!ModelState.IsValid)
            return this.Refused();
        // Pressed twice, it is told once.
        if (Adaptation.Outcomes is not [.., var last] || last.Told.WhatHappened != told.WhatHappened || last.Result != told.Result || last.At < clock.GetUtcNow().AddMinutes(-5))
            Adaptation.Tell(told, await current.RequireAsync(cancellationToken), clock.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
        return this.Done(IdeaAddress.OfAdaptation(id), text["ToldSaid"]);
    }

    public async Task LoadAgainAsync()
    {
        await LoadAsync(Adaptation.Id, HttpContext.RequestAborted);
        Fill();
    }

    void Fill()
    {
        while (Input.Numbers.Count < TellForm.ShownNumbers)
            Input.Numbers.Add(new());
    }

    async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await desk.MineAsync(id, await current.RequireAsync(cancellationToken), cancellationToken) is not var (adaptation, idea))
            return false;
        (Adaptation, Idea) = (adaptation, idea);
        return true;
    }
}
