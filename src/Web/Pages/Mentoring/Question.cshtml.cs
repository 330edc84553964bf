using System.ComponentModel.DataAnnotations;
using HealthDoers.Domain.Mentoring;
using HealthDoers.Domain.Words;
using HealthDoers.Web.Data;
using HealthDoers.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace HealthDoers.Web.Pages.Mentoring;

/// <summary>Marks a question as answered, with what helped.</summary>
sealed class QuestionModel(AppDb db, PactVisit visit, PactTalk talk, IStringLocalizer<MentoringText> text) : PageModel, IShownAgain
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public PactVisit Visit => visit;
    public PactQuestion Question { get; private set; } = null!;
    public string Room { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(Guid id, Guid question, CancellationToken stop)
    {
        if (!await LoadAsync(id, question, stop))
            return NotFound();
        Input.Helped = Question.Helped;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, Guid question, CancellationToken stop)
    {
        if (!await LoadAsync(id, question, stop))
            return NotFound();
        var helped = CleanText.Lines(Input.Helped);
        if (helped.Length > PactQuestion.HelpedLimit)
        {
            ModelState.AddModelError("Input.Helped", text["TooLong", PactQuestion.HelpedLimit]);
            return this.Refused();
        }
        Question.Answer(visit.Pact, helped, visit.Me, visit.Now);
        await db.SaveAloneAsync(stop);
        return this.Done($"{visit.Address}#questions", text["QuestionAnswered"]);
    }

    public Task LoadAgainAsync() => LoadAsync(Guid.Parse((string)RouteData.Values["id"]!), Guid.Parse((string)RouteData.Values["question"]!), HttpContext.RequestAborted);

    async Task<bool> LoadAsync(Guid id, Guid question, CancellationToken stop)
    {
        if (!await visit.OpenAsync(id, stop) || visit.Pact.Questions.SingleOrDefault(q => q.Id == question) is not { } found)
            return false;
        (Question, Room) = (found, (await talk.OfAsync(visit.Pact, visit.Room, stop))[found.Id].Url);
        return true;
    }

    [ValidateNever]
    public sealed class Form
    {
        [StringLength(PactQuestion.HelpedLimit)]
        public string? Helped { get; set; }
    }
}
