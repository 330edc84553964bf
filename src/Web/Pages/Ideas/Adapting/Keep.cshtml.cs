using System.Globalization;
using HealthDoers.Domain.Ideas;
using HealthDoers.Domain.Words;
using HealthDoers.Web.Access;
using HealthDoers.Web.Data;
using HealthDoers.Web.Hosting;
using HealthDoers.Web.Look.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace HealthDoers.Web.Pages.Ideas.Adapting;

/// <summary>Puts an idea on the member's list to try, with a note for themselves, and takes it off again.</summary>
sealed class KeepModel(AppDb db, CurrentMember current, AdaptingDesk desk, TimeProvider clock, IStringLocalizer<AdaptingText> text) : PageModel, IShownAgain
{
    IdeaToTry? _kept;

    public Idea Idea { get; private set; } = null!;

    public bool IsKept => _kept is not null;

    [BindProperty, TypedLimit(IdeaToTry.NoteLimit)]
    public string? Note { get; set; }

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellationToken)
    {
        if (!await FindAsync(slug, cancellationToken))
            return NotFound();
        Note = _kept?.Note;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, bool takeOff, CancellationToken cancellationToken)
    {
        if (!await FindAsync(slug, cancellationToken))
            return NotFound();
        if (takeOff)
        {
            if (_kept is { } kept)
                db.Remove(kept);
            await db.SaveUnlessDoneAsync(cancellationToken);
            return this.Done("/ideas/kept", text["TakenOffSaid"]);
        }
        var note = CleanText.Lines(Note);
        if (note.Length > IdeaToTry.NoteLimit)
        {
            ModelState.AddModelError(nameof(Note), text["TooLong", IdeaToTry.NoteLimit.ToString("N0", CultureInfo.CurrentCulture)]);
            return this.Refused();
        }
        if (_kept is null)
            db.IdeasToTry.Add(_kept = new(current.Id!.Value, Idea.Id, clock.GetUtcNow()));
        _kept.Remember(note);
        await db.SaveUnlessDoneAsync(cancellationToken);
        return this.Done(IdeaAddress.Of(Idea.Slug), text["KeptSaid"]);
    }

    public Task LoadAgainAsync() => FindAsync(Idea.Slug, HttpContext.RequestAborted);

    async Task<bool> FindAsync(string slug, CancellationToken cancellationToken)
    {
        var me = await current.RequireAsync(cancellationToken);
        if (await desk.IdeaAsync(slug, me, cancellationToken) is not { } idea)
            return false;
        Idea = idea;
        _kept = await db.IdeasToTry.SingleOrDefaultAsync(k => k.IdeaId == idea.Id && k.MemberId == me.Id, cancellationToken);
        return true;
    }
}
