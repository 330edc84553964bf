using System.ComponentModel.DataAnnotations;
using HealthDoers.Domain.Visits;
using HealthDoers.Web.Data;
using HealthDoers.Web.Hosting;
using HealthDoers.Web.Look;
using HealthDoers.Web.Pages.Communities;
using HealthDoers.Web.Pages.Ideas.Writing;
using HealthDoers.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace HealthDoers.Web.Pages.Visits;

/// <summary>One visit, from the application to what is tried at home, for the two teams.</summary>
sealed class VisitModel(AppDb db, VisitDesk desk, TakingHome takingHome, IdeaDrafts ideaDrafts, IStringLocalizer<VisitsText> text) : PageModel, IShownAgain
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public VisitDesk Desk => desk;
    public Visit Visit => desk.Visit;
    public IReadOnlyList<TakenRow> Taken { get; private set; } = [];

    /// <summary>Name of who applied; null when they left.</summary>
    public string? AppliedBy { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop) => await LoadAsync(id, stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAcceptAsync(Guid id, CancellationToken stop)
    {
        if (!await LoadAsync(id, stop))
            return NotFound();
        var words = new Typed(ModelState, text).Lines(Input.Words, "Input.Words", VisitAnswer.WordsLimit);
        if (!ModelState.IsValid)
            return this.Refused();
        await desk.ChangeAsync(async () => desk.Visit.Accept(desk.Offer, await VisitDesk.TakenAsync(db, desk.Offer.Id, desk.Now, stop), words, desk.Me, desk.Now), stop);
        return this.Done(desk.Address, text["Accepted"]);
    }

    /// <summary>Nobody is told; the sentence stands there when the guests look.</summary>
    public async Task<IActionResult> OnPostDeclineAsync(Guid id, CancellationToken stop)
    {
        if (!await LoadAsync(id, stop))
            return NotFound();
        var words = new Typed(ModelState, text).Lines(Input.Words, "Input.Words", VisitAnswer.WordsLimit, "GiveSentence");
        if (!ModelState.IsValid)
            return this.Refused();
        await desk.ChangeAsync(() => desk.Visit.Decline(words, desk.Me, desk.Now), stop);
        return this.Done(VisitAddress.All, text["Declined"]);
    }

    public async Task<IActionResult> OnPostTakeBackAsync(Guid id, CancellationToken stop)
    {
        if (!await LoadAsync(id, stop))
            return NotFound();
        await desk.ChangeAsync(() => desk.Visit.TakeBack(desk.Me, desk.Now), stop);
        return this.Done(VisitAddress.All, text["TakenBack"]);
    }

    /// <summary>The day goes out of both calendars with it.</summary>
    public async Task<IActionResult> OnPostCallOffAsync(Guid id, CancellationToken stop)
    {
        if (!await LoadAsync(id, stop))
            return NotFound();
        var words = new Typed(ModelState, text).Lines(Input.Words, "Input.Words", VisitAnswer.WordsLimit, "GiveSentence");
        if (!ModelState.IsValid)
            return this.Refused();
        await desk.ChangeAsync(async () =>
        {
            desk.Visit.CallOff(words, desk.Me, desk.Now);
            if (await db.Gatherings.Include(g => g.Occurrences).SingleOrDefaultAsync(g => g.Id == desk.Visit.GatheringId, stop) is { } day)
                day.EndWithItsPurpose(desk.Me.Id, words, desk.Now);
        }, stop);
        return this.Done(desk.Address, text["CalledOff"]);
    }

    public async Task<IActionResult> OnPostAskAsync(Guid id, CancellationToken stop)
    {
        if (!await LoadAsync(id, stop))
            return NotFound();
        var words = new Typed(ModelState, text).Line(Input.Question, "Input.Question", VisitQuestion.WordsLimit, "GiveQuestion");
        if (!ModelState.IsValid)
            return this.Refused();
        await desk.ChangeAsync(() =>
        {
            // A button pressed twice asks once.
            if (!desk.Visit.Questions.Any(q => q.Words == words))
                desk.Visit.AskAbout(words, desk.Me, desk.Now);
        }, stop);
        return this.Done($"{desk.Address}#questions", text["QuestionAdded"]);
    }

    public async Task<IActionResult> OnPostSayAsync(Guid id, Guid question, CancellationToken stop)
    {
        if (!await LoadAsync(id, stop) || !Visit.Questions.Any(q => q.Id == question))
            return NotFound();
        var answer = new Typed(ModelState, text).Lines(Input.Answer, "Input.Answer", VisitQuestion.AnswerLimit);
        if (!ModelState.IsValid)
        {
            Input.Answering = question;
            return this.Refused();
        }
        await desk.ChangeAsync(() => desk.Visit.Say(desk.Visit.Questions.Single(q => q.Id == question), answer, desk.Me, desk.Now), stop);
        return this.Done($"{desk.Address}#questions", text["AnswerSaved"]);
    }

    public async Task<IActionResult> OnPostShowAsync(Guid id, bool shows, CancellationToken stop)
    {
        if (!await LoadAsync(id, stop))
            return NotFound();
        await desk.ChangeAsync(() => desk.Visit.Show(shows, desk.Me), stop);
        return this.Done($"{desk.Address}#shown", text["Saved"]);
    }

    /// <summary>What nobody has proposed yet becomes a draft of an idea. It has the takeaway's id, so the idea is found again.</summary>
    public async Task<IActionResult> OnPostProposeAsync(Guid id, Guid takeaway, CancellationToken stop)
    {
        if (!await LoadAsync(id, stop) || !desk.IAmAGuest || Visit.Takeaways.SingleOrDefault(t => t.Id == takeaway) is not { IdeaId: null } taken)
            return NotFound();
        if (await ideaDrafts.OpenAsync(taken.Id, desk.Me, null, 0, stop) is not { } draft)
            return this.Done($"{desk.Address}#home", text["TeammateWrites"]);
        draft.BringBack();
        if (draft.Fields.Count == 0)
            draft.Save(FormFields<IdeaForm>.Of(new()
            {
                Title = taken.Words,
                Sources = ["other-community"],
                OtherCommunity = desk.Host,
                Place = Visit.Host.Content.Place?.Name,
                Topics = [.. desk.Offer.Terms.Topics],
                Language = PageFrame.Language,
            }), 1, desk.Now);
        await db.SaveUnlessDoneAsync(stop);
        return new SeeOther($"/ideas/new?draft={taken.Id}");
    }

    public Task LoadAgainAsync() => LoadAsync(Guid.Parse((string)RouteData.Values["id"]!), HttpContext.RequestAborted);

    async Task<bool> LoadAsync(Guid id, CancellationToken stop)
    {
        if (!await desk.OpenAsync(id, stop))
            return false;
        Taken = await takingHome.RowsAsync(Visit, stop);
        AppliedBy = await db.Members.Where(m => m.Id == Visit.AppliedById && m.ErasedAt == null).Select(m => m.Name).SingleOrDefaultAsync(stop);
        return true;
    }

    public string UrlOf(VisitSide side) => ListingAddress.Of(side == VisitSide.Hosts ? Visit.Host : Visit.Guest);

    [ValidateNever]
    public sealed class Form
    {
        /// <summary>With a yes, a no, or when it is called off.</summary>
        [StringLength(VisitAnswer.WordsLimit)]
        public string? Words { get; set; }

        [Required, StringLength(VisitQuestion.WordsLimit)]
        public string? Question { get; set; }

        [StringLength(VisitQuestion.AnswerLimit)]
        public string? Answer { get; set; }

        /// <summary>The question whose answer was refused, so that it is shown with what was typed.</summary>
        public Guid? Answering { get; set; }
    }
}
