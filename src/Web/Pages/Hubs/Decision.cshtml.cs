using System.ComponentModel.DataAnnotations;
using System.Globalization;
using HealthDoers.Domain.Hubs;
using HealthDoers.Domain.Stories;
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

/// <summary>One decision, for the person it is about, the hub's stewards and whoever hears the appeal.</summary>
public sealed class DecisionModel(AppDb db, HubVisit visit, IStringLocalizer<HubsText> text) : PageModel, IShownAgain
{
    const string Overturn = "overturn";
    const string Uphold = "uphold";

    Hub? _parent;

    public HubVisit Visit => visit;
    public HubDecision Decision { get; private set; } = null!;
    public Story? Story { get; private set; }
    public string? About { get; private set; }
    public string? By { get; private set; }
    public string? Cited { get; private set; }
    public string? ParentName => _parent?.In(PageFrame.Language).Name;
    public bool IsAboutMe => Decision.MemberId == visit.Me.Id;
    public bool CanAnswer => Decision.AwaitsAnswer && Decision.CanBeAnsweredBy(visit.Me, _parent, visit.Now);

    [BindProperty]
    public Form Input { get; set; } = new();

    public IEnumerable<SelectListItem> Outcomes => [new(text["Uphold"], Uphold), new(text["Overturn"], Overturn)];

    public async Task<IActionResult> OnGetAsync(string slug, Guid id, CancellationToken stop) => await FindAsync(slug, id, stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAppealAsync(string slug, Guid id, CancellationToken stop)
    {
        if (!await FindAsync(slug, id, stop) || !IsAboutMe)
            return NotFound();
        var words = CleanText.Lines(Input.Words);
        Check("Input.Words", words, HubDecision.AppealLimit, "SayAppeal");
        if (!ModelState.IsValid)
            return this.Refused();
        Decision.AppealBy(visit.Me, words, visit.Now);
        await db.SaveAloneAsync(stop);
        return this.Done($"{visit.Address}/decisions/{id}", text["AppealSent"]);
    }

    public async Task<IActionResult> OnPostAnswerAsync(string slug, Guid id, CancellationToken stop)
    {
        if (!await FindAsync(slug, id, stop))
            return NotFound();
        var reason = CleanText.Lines(Input.Reason);
        Check("Input.Reason", reason, HubDecision.ReasonLimit, "SayWhy");
        if (Input.Outcome is not (Overturn or Uphold))
            ModelState.AddModelError("Input.Outcome", text["ChooseOutcome"]);
        if (!ModelState.IsValid)
            return this.Refused();
        Decision.AnswerBy(visit.Me, _parent, Input.Outcome == Overturn, reason,
            await db.HubMemberships.SingleOrDefaultAsync(m => m.Id == Decision.TargetId, stop),
            await db.HubShares.SingleOrDefaultAsync(s => s.Id == Decision.TargetId, stop), visit.Now);
        await db.SaveAloneAsync(stop);
        return this.Done($"{visit.Address}/decisions/{id}", text["AnswerSent"]);
    }

    public Task LoadAgainAsync() => FindAsync(visit.Hub.Slug, Decision.Id, HttpContext.RequestAborted);

    void Check(string field, string words, int limit, string missing)
    {
        if (words.Length == 0)
            ModelState.AddModelError(field, text[missing]);
        else if (words.Length > limit)
            ModelState.AddModelError(field, text["TooLong", limit.ToString("N0", CultureInfo.CurrentCulture)]);
    }

    /// <summary>False also for everybody whom it does not concern.</summary>
    async Task<bool> FindAsync(string slug, Guid id, CancellationToken stop)
    {
        if (!await visit.OpenAsync(slug, stop) || await db.HubDecisions.SingleOrDefaultAsync(d => d.Id == id && d.HubId == visit.Hub.Id, stop) is not { } decision)
            return false;
        Decision = decision;
        _parent = await db.Hubs.WithRoles().SingleOrDefaultAsync(h => h.Id == visit.Hub.ParentId, stop);
        if (!IsAboutMe && !visit.CanModerate && !(decision.Appeal is not null && decision.CanBeAnsweredBy(visit.Me, _parent, visit.Now)))
            return false;
        Story = await db.Stories.VisibleTo(visit.Me).SingleOrDefaultAsync(s => db.HubShares.Any(x => x.Id == decision.TargetId && x.StoryId == s.Id), stop);
        About = await NameAsync(decision.MemberId, stop);
        By = await NameAsync(decision.ById, stop);
        if (await db.HubAgreements.SingleOrDefaultAsync(a => a.Id == decision.Cited.AgreementId, stop) is { } agreement)
            Cited = agreement.In(PageFrame.Language).ElementAtOrDefault(decision.Cited.Point - 1);
        return true;
    }

    Task<string?> NameAsync(Guid id, CancellationToken stop) => db.Members.Where(m => m.Id == id && m.ErasedAt == null).Select(m => m.Name).SingleOrDefaultAsync(stop);

    public sealed class Form
    {
        [ValidateNever, Required, MaxLength(HubDecision.AppealLimit)]
        public string? Words { get; set; }

        [ValidateNever, Required]
        public string? Outcome { get; set; }

        [ValidateNever, Required, MaxLength(HubDecision.ReasonLimit)]
        public string? Reason { get; set; }
    }
}
