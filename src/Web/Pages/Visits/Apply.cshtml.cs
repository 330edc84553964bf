using System.ComponentModel.DataAnnotations;
using HealthDoers.Domain;
using HealthDoers.Domain.Communities;
using HealthDoers.Domain.Members;
using HealthDoers.Domain.Visits;
using HealthDoers.Domain.Words;
using HealthDoers.Web.Access;
using HealthDoers.Web.Data;
using HealthDoers.Web.Hosting;
using HealthDoers.Web.Look;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace HealthDoers.Web.Pages.Visits;

/// <summary>A community asks to come: who, what they want to learn, and their first questions.</summary>
sealed class ApplyModel(AppDb db, CurrentMember current, OfferReader offers, TimeProvider clock, IStringLocalizer<VisitsText> text) : PageModel, IShownAgain
{
    /// <summary>Whoever asks everybody is answered by nobody.</summary>
    const int MostWaiting = 10;

    Member _me = null!;
    List<Listing> _mine = [];

    [BindProperty]
    public Form Input { get; set; } = new();

    [BindProperty]
    public Guid NewId { get; set; }

    public VisitOffer Offer { get; private set; } = null!;
    public IEnumerable<SelectListItem> Communities => _mine.Select(l => new SelectListItem(l.Content.In(PageFrame.Language).Name, l.Slug));

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop)
    {
        if (!await LoadAsync(id, stop))
            return NotFound();
        NewId = Guid.CreateVersion7();
        Input.Of = _mine.FirstOrDefault(l => l.Id != Offer.HostId)?.Slug;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken stop)
    {
        if (!await LoadAsync(id, stop))
            return NotFound();
        var typed = new Typed(ModelState, text);
        var ask = new VisitAsk
        {
            Who = typed.Line(Input.Who, "Input.Who", VisitAsk.WhoLimit, "GiveWho"),
            Learn = typed.Lines(Input.Learn, "Input.Learn", VisitAsk.LearnLimit, "GiveLearn"),
            When = typed.Line(Input.When, "Input.When", VisitAsk.WhenLimit),
        };
        var guests = typed.Number(Input.Guests, "Input.Guests", VisitTerms.MostGuestsLimit);
        var questions = CleanText.Lines(Input.Questions).Split('\n').Select(CleanText.Line).Where(q => q.Length > 0).Distinct().ToList();
        if (questions.Count > Form.MostQuestions || questions.Exists(q => q.Length > VisitQuestion.WordsLimit))
            ModelState.AddModelError("Input.Questions", text["QuestionsWrong", Form.MostQuestions, VisitQuestion.WordsLimit]);
        var slug = _mine.Find(l => l.Slug == Input.Of)?.Slug;
        if (slug is null)
            ModelState.AddModelError("Input.Of", text["ChooseCommunity"]);
        if (!ModelState.IsValid)
            return this.Refused();
        return this.Done(VisitAddress.Of(await SendAsync(id, slug!, ask, guests, questions, stop)), text["Applied"]);
    }

    public Task LoadAgainAsync() => LoadAsync(Guid.Parse((string)RouteData.Values["id"]!), HttpContext.RequestAborted);

    /// <summary>One after the other, so that a community applies once and the last place is asked for once.</summary>
    Task<Guid> SendAsync(Guid offerId, string slug, VisitAsk ask, int guests, List<string> questions, CancellationToken stop)
    {
        var newId = NewId == Guid.Empty ? Guid.CreateVersion7() : NewId;
        db.ChangeTracker.Clear();
        return db.InTurnAsync(async () =>
        {
            if (await db.Visits.AnyAsync(v => v.Id == newId && v.AppliedById == _me.Id, stop))
                return newId;
            var now = clock.GetUtcNow();
            var me = await db.Members.SingleAsync(m => m.Id == _me.Id, stop);
            var offer = await db.VisitOffers.Include(o => o.Host).ThenInclude(l => l.Seats).SingleAsync(o => o.Id == offerId, stop);
            var guest = await db.Listings.Include(l => l.Seats).SingleAsync(l => l.Slug == slug, stop);
            if (await db.Visits.Waiting().CountAsync(v => v.GuestId == guest.Id, stop) >= MostWaiting)
                throw new RuleBrokenException("Your community waits for 10 answers already. Wait for one, or take one back first.");
            var hasApplied = await VisitDesk.ToCome(db, db.Visits.Live(), now).AnyAsync(v => v.HostId == offer.HostId && v.GuestId == guest.Id, stop);
            var visit = new Visit(offer, guest, ask, guests, await VisitDesk.TakenAsync(db, offerId, now, stop), hasApplied, me, now, newId);
            foreach (var question in questions)
                visit.AskAbout(question, me, now);
            db.Visits.Add(visit);
            return visit.Id;
        }, stop);
    }

    async Task<bool> LoadAsync(Guid id, CancellationToken stop)
    {
        _me = await current.RequireAsync(stop);
        _mine = await offers.CommunitiesOfAsync(_me, stop);
        // A withdrawn offer is found, so that what was typed meanwhile is answered with a sentence and kept.
        if (await db.VisitOffers.AsNoTracking().Where(o => o.Host.Hiding == null).Include(o => o.Host).SingleOrDefaultAsync(o => o.Id == id, stop) is not { } offer)
            return false;
        Offer = offer;
        return true;
    }

    [ValidateNever]
    public sealed class Form
    {
        public const int MostQuestions = 20;

        /// <summary>Slug of the community that would come.</summary>
        [Required]
        public string? Of { get; set; }

        [Required, StringLength(VisitAsk.WhoLimit)]
        public string? Who { get; set; }

        [Required]
        public string? Guests { get; set; } = "2";

        [Required, StringLength(VisitAsk.LearnLimit)]
        public string? Learn { get; set; }

        [StringLength(VisitAsk.WhenLimit)]
        public string? When { get; set; }

        /// <summary>One a line.</summary>
        public string? Questions { get; set; }
    }
}
