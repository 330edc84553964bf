using HealthDoers.Domain.Stories;
using HealthDoers.Domain.Words;
using HealthDoers.Web.Access;
using HealthDoers.Web.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace HealthDoers.Web.Pages.Stories.Writing;

/// <summary>Who agreed to be named or pictured in a story, until when. For its author and editors only.</summary>
sealed class ConsentsModel(AppDb db, CurrentMember current, WritingDesk desk, TimeProvider clock, IStringLocalizer<WritingText> words) : PageModel
{
    [BindProperty, ValidateNever]
    public ConsentForm Input { get; set; } = new();

    public Story Story { get; private set; } = null!;
    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellationToken) =>
        await FindAsync(slug, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken cancellationToken)
    {
        if (!await FindAsync(slug, cancellationToken))
            return NotFound();
        foreach (var fault in Input.Faults(Story.Content, Now))
            ModelState.AddModelError($"{nameof(Input)}.{fault.Field}", words[fault.Says, fault.With]);
        if (!ModelState.IsValid)
            return this.Refused();
        var what = Enum.Parse<ConsentTo>(Input.What!);
        Story.Record(CleanText.Line(Input.Who), what, ConsentForm.Day(Input.AgreedOn)!.Value, ConsentForm.EndOf(Input.Until),
            what == ConsentTo.BePictured && !string.IsNullOrEmpty(Input.Picture) ? Input.Picture : null);
        return await SaveAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostEndAsync(string slug, Guid consent, CancellationToken cancellationToken)
    {
        if (!await FindAsync(slug, cancellationToken) || Consent(consent) is not { } found)
            return NotFound();
        Story.End(found, await current.RequireAsync(cancellationToken), Now);
        return await SaveAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostRenewAsync(string slug, Guid consent, string? until, CancellationToken cancellationToken)
    {
        if (!await FindAsync(slug, cancellationToken) || Consent(consent) is not { } found)
            return NotFound();
        if (!string.IsNullOrWhiteSpace(until) && (ConsentForm.EndOf(until) is not { } end || end <= Now))
        {
            ModelState.AddModelError("", words[ConsentForm.EndOf(until) is null ? "DayUnknown" : "UntilPast"]);
            return this.Refused();
        }
        Story.Renew(found, ConsentForm.EndOf(until), await current.RequireAsync(cancellationToken), Now);
        return await SaveAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostTookOutAsync(string slug, Guid consent, CancellationToken cancellationToken)
    {
        if (!await FindAsync(slug, cancellationToken) || Consent(consent) is not { } found)
            return NotFound();
        Story.TookOut(found, await current.RequireAsync(cancellationToken), Now);
        return await SaveAsync(cancellationToken);
    }

    StoryConsent? Consent(Guid id) => Story.Consents.SingleOrDefault(c => c.Id == id);

    async Task<IActionResult> SaveAsync(CancellationToken cancellationToken)
    {
        await db.SaveChangesAsync(cancellationToken);
        return new SeeOther($"/stories/{Story.Slug}/consents");
    }

    async Task<bool> FindAsync(string slug, CancellationToken cancellationToken)
    {
        var found = await desk.EditableAsync(slug, await current.RequireAsync(cancellationToken), cancellationToken);
        Story = found!;
        return found is not null;
    }
}
