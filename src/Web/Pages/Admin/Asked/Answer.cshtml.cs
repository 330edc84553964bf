using System.ComponentModel.DataAnnotations;
using HealthDoers.Domain.Glossary;
using HealthDoers.Domain.Words;
using HealthDoers.Web.Access;
using HealthDoers.Web.Data;
using HealthDoers.Web.Hosting;
using HealthDoers.Web.Look;
using HealthDoers.Web.Pages.Glossary;
using HealthDoers.Web.Pages.Rooms.Jargon;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace HealthDoers.Web.Pages.Admin.Asked;

/// <summary>An editor explains a word; the meaning drops in on every card that waits for it.</summary>
[Authorize(Policy = Roles.Editor)]
sealed class AnswerModel(AppDb db, CurrentMember current, PlainWords glossary, TimeProvider clock, IStringLocalizer<AskedText> text) : PageModel, IShownAgain
{
    const int TermLimit = 100;
    const int PlainLimit = 300;

    public AskedTerm Asked { get; private set; } = null!;
    public IReadOnlyList<SelectListItem> Terms { get; private set; } = [];

    [BindProperty]
    public Form Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(string? key, CancellationToken stop)
    {
        if (!await FindAsync(key, stop))
            return NotFound();
        Input.Term ??= Asked.Word;
        return Page();
    }

    /// <summary>A new term.</summary>
    public async Task<IActionResult> OnPostAsync(string? key, CancellationToken stop)
    {
        if (!await FindAsync(key, stop))
            return NotFound();
        var words = Check();
        if (!ModelState.IsValid)
            return this.Refused();
        var slug = await FreeSlugAsync(words["en"].Term, stop);
        return await AnswerAsync(() => Task.FromResult<GlossaryTerm?>(db.GlossaryTerms.Add(new(slug, words, "", null, clock.GetUtcNow())).Entity), stop);
    }

    /// <summary>Another name of a term that is there.</summary>
    public async Task<IActionResult> OnPostSameAsync(string? key, CancellationToken stop)
    {
        if (!await FindAsync(key, stop))
            return NotFound();
        if (!await db.GlossaryTerms.AnyAsync(t => t.Slug == Input.Same, stop))
        {
            ModelState.AddModelError("Input.Same", text["ChooseTerm"]);
            return this.Refused();
        }
        return await AnswerAsync(async () =>
        {
            var term = await db.GlossaryTerms.SingleAsync(t => t.Slug == Input.Same, stop);
            term.AlsoCalled(PageFrame.Language, Asked.Word, clock.GetUtcNow());
            return term;
        }, stop);
    }

    public async Task<IActionResult> OnPostAsideAsync(string? key, CancellationToken stop) =>
        await FindAsync(key, stop) ? await AnswerAsync(() => Task.FromResult<GlossaryTerm?>(null), stop) : NotFound();

    public Task LoadAgainAsync() => FindAsync(Asked.Key, HttpContext.RequestAborted, answeredToo: true);

    async Task<IActionResult> AnswerAsync(Func<Task<GlossaryTerm?>> find, CancellationToken stop)
    {
        var (key, me) = (Asked.Key, current.Id!.Value);
        db.ChangeTracker.Clear();
        await db.InTransactionAsync(async () =>
        {
            var editor = await db.Members.SingleAsync(m => m.Id == me, stop);
            var term = await find();
            await db.SaveChangesAsync(stop);
            if (term is not null)
                await WaitingCards.ExplainAsync(db, key, term.Id, stop);
            // Rooms first and the word last, as whoever lays a card locks them. Of two editors the second is told.
            await db.AskedTerms.Where(t => t.Key == key).ExecuteUpdateAsync(set => set.SetProperty(t => t.Word, t => t.Word), stop);
            Asked = await db.AskedTerms.SingleAsync(t => t.Key == key, stop);
            Asked.AnswerBy(editor, term?.Id, clock.GetUtcNow());
            return true;
        }, stop);
        return this.Done("/admin/asked", text["Answered", Asked.Word]);
    }

    Dictionary<string, TermWords> Check()
    {
        var (term, plain, termEs, plainEs) = (CleanText.Line(Input.Term), CleanText.Line(Input.Plain), CleanText.Line(Input.TermEs), CleanText.Line(Input.PlainEs));
        Needs("Input.Term", term, TermLimit, required: true);
        Needs("Input.Plain", plain, PlainLimit, required: true);
        Needs("Input.TermEs", termEs, TermLimit, required: plainEs.Length > 0);
        Needs("Input.PlainEs", plainEs, PlainLimit, required: termEs.Length > 0);
        // The word as it was asked for is one of its names, so that it is found the next time.
        List<string> also = string.Equals(term, Asked.Word, StringComparison.OrdinalIgnoreCase) ? [] : [Asked.Word];
        Dictionary<string, TermWords> words = new() { ["en"] = new(term, also, plain, "") };
        if (termEs.Length > 0)
            words["es"] = new(termEs, [], plainEs, "");
        return words;

        void Needs(string field, string given, int limit, bool required)
        {
            if (given.Length > limit)
                ModelState.AddModelError(field, text["TooLong", limit]);
            else if (required && given.Length == 0)
                ModelState.AddModelError(field, text["Needed"]);
        }
    }

    async Task<string> FreeSlugAsync(string term, CancellationToken stop)
    {
        var taken = await db.GlossaryTerms.Select(t => t.Slug).ToHashSetAsync(stop);
        var slug = Slug.From(term, "term");
        return Enumerable.Range(1, taken.Count + 1).Select(n => Slug.Numbered(slug, n)).First(free => !taken.Contains(free));
    }

    async Task<bool> FindAsync(string? key, CancellationToken stop, bool answeredToo = false)
    {
        if (key is null || await db.AskedTerms.AsNoTracking().SingleOrDefaultAsync(t => t.Key == key && (answeredToo || t.Answer == null), stop) is not { } asked)
            return false;
        Asked = asked;
        Terms = [new("", ""), .. (await glossary.GetAsync()).All.Select(t => new SelectListItem(t.In(PageFrame.Language).Term, t.Slug)).OrderBy(t => t.Text, StringComparer.CurrentCultureIgnoreCase)];
        return true;
    }

    public sealed class Form
    {
        [ValidateNever, Required, MaxLength(TermLimit)]
        public string? Term { get; set; }

        [ValidateNever, Required, MaxLength(PlainLimit)]
        public string? Plain { get; set; }

        [ValidateNever, MaxLength(TermLimit)]
        public string? TermEs { get; set; }

        [ValidateNever, MaxLength(PlainLimit)]
        public string? PlainEs { get; set; }

        [ValidateNever]
        public string? Same { get; set; }
    }
}
