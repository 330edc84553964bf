using System.ComponentModel.DataAnnotations;
using HealthDoers.Domain.LayWords;
using HealthDoers.Domain.Words;
using HealthDoers.Search.Language;
using HealthDoers.Web.Access;
using HealthDoers.Web.Data;
using HealthDoers.Web.Indexing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace HealthDoers.Web.Pages.LayWords;

/// <summary>Says what an everyday word is called elsewhere, or puts it right, with everything that was said of it before.</summary>
sealed class EditModel(AppDb db, CurrentMember current, CurrentLexicon lexicon, TimeProvider clock, IStringLocalizer<LayWordsText> text) : PageModel
{
    const int MostMeanings = 10;

    [BindProperty]
    public Meaning Input { get; set; } = new();

    public IReadOnlyList<EditRow> History { get; private set; } = [];

    public async Task OnGetAsync(string? phrase, CancellationToken stop)
    {
        Input.Phrase = Clean(phrase);
        Input.Means = lexicon.Value.Entries.FirstOrDefault(entry => entry.Phrase == Input.Phrase) is { } entry ? string.Join(", ", entry.Expansions.Select(expansion => expansion.Phrase)) : "";
        await ReadHistoryAsync(stop);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        var member = await current.RequireAsync(stop);
        Input.Phrase = Clean(Input.Phrase);
        var means = Input.Means.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Clean).Where(word => word.Length > 0).Distinct().ToList();
        Check(means);
        var dayAgo = clock.GetUtcNow().AddDays(-1);
        if (await db.LayWordEdits.CountAsync(e => e.ById == member.Id && e.At > dayAgo, stop) >= LayWordEdit.MostADay)
            ModelState.AddModelError("", text["EnoughToday", LayWordEdit.MostADay]);
        await ReadHistoryAsync(stop);
        if (!ModelState.IsValid)
            return this.Refused();
        var before = await db.LayWordEdits.Where(e => e.Phrase == Input.Phrase).OrderByDescending(e => e.At).FirstOrDefaultAsync(stop);
        db.LayWordEdits.Add(new(Input.Phrase, string.Join(", ", means), member.Id, member.IsEditor, before, clock.GetUtcNow()));
        await db.SaveChangesAsync(stop);
        return this.Done("/glossary/words", text["Saved", Input.Phrase]);
    }

    void Check(List<string> means)
    {
        if (Input.Phrase.Length > LayWordEdit.PhraseLimit)
            ModelState.AddModelError("Input.Phrase", text["PhraseTooLong", LayWordEdit.PhraseLimit]);
        else if (Lexicon.Empty.With([new(Input.Phrase, [new("word", 1)])]).Entries.Count == 0)
            ModelState.AddModelError("Input.Phrase", text["NoWord"]);
        if (means.Count > MostMeanings || string.Join(", ", means).Length > LayWordEdit.MeansLimit)
            ModelState.AddModelError("Input.Means", text["TooMany", MostMeanings, LayWordEdit.MeansLimit]);
    }

    async Task ReadHistoryAsync(CancellationToken stop) =>
        History = await db.LayWordEdits.AsNoTracking().Where(e => e.Phrase == Input.Phrase).OrderByDescending(e => e.At).Take(50)
            .Select(e => new EditRow(e.Phrase, e.Means, db.Members.Where(m => m.Id == e.ById && m.ErasedAt == null).Select(m => m.Name).FirstOrDefault(), e.At)).ToListAsync(stop);

    static string Clean(string? words) => CleanText.Line(words).ToLowerInvariant();

    public sealed class Meaning
    {
        [Required(ErrorMessage = "Required")]
        public string Phrase { get; set; } = "";

        public string Means { get; set; } = "";
    }
}
