using System.ComponentModel.DataAnnotations;
using System.Globalization;
using HealthDoers.Domain.Hubs;
using HealthDoers.Domain.Words;
using HealthDoers.Web.Data;
using HealthDoers.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace HealthDoers.Web.Pages.Hubs;

/// <summary>Join a hub, see how the request stands, and leave.</summary>
public sealed class JoinModel(AppDb db, HubVisit visit, IStringLocalizer<HubsText> text) : PageModel, IShownAgain
{
    public HubVisit Visit => visit;

    [BindProperty]
    public Form Input { get; set; } = new();

    /// <summary>The member agreed to an older text.</summary>
    public bool AgreementIsNew => visit.Mine?.AgreementId != visit.Hub.AgreementId;
    public bool IsBanned => visit.Mine?.IsBannedAt(visit.Now) == true;

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken stop)
    {
        if (!await visit.OpenAsync(slug, stop))
            return NotFound();
        Fit();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken stop)
    {
        if (!await visit.OpenAsync(slug, stop))
            return NotFound();
        Fit();
        if (visit.IsMember)
            return this.Done(visit.Address);
        var answers = Input.Answers.Select(CleanText.Lines).ToList();
        for (var i = 0; i < answers.Count; i++)
            if (answers[i].Length > HubMembership.AnswerLimit)
                ModelState.AddModelError($"Input.Answers[{i}]", text["TooLong", HubMembership.AnswerLimit.ToString("N0", CultureInfo.CurrentCulture)]);
        if (visit.Agreement is not null && !Input.Agreed)
            ModelState.AddModelError("Input.Agreed", text["AgreeFirst"]);
        if (!ModelState.IsValid)
            return this.Refused();

        var said = visit.Words.Questions.Zip(answers, (q, a) => new HubAnswer(q, a)).Where(a => a.Answer.Length > 0).ToList();
        if (visit.Mine is { } mine)
            mine.Ask(visit.Hub, visit.Me, said, visit.Now);
        else
            db.HubMemberships.Add(new(visit.Hub, visit.Me, said, visit.Now));
        await db.SaveUnlessDoneAsync(stop);
        return this.Done(visit.Address, text[visit.Hub.Rules.ApprovesJoins ? "Asked" : "Joined"]);
    }

    public async Task<IActionResult> OnPostAgreeAsync(string slug, CancellationToken stop)
    {
        if (!await visit.OpenAsync(slug, stop) || !visit.IsMember)
            return NotFound();
        visit.Mine!.AgreeTo(visit.Hub.AgreementId);
        await db.SaveUnlessDoneAsync(stop);
        return this.Done(visit.Address, text["Agreed"]);
    }

    public async Task<IActionResult> OnPostLeaveAsync(string slug, CancellationToken stop)
    {
        if (!await visit.OpenAsync(slug, stop))
            return NotFound();
        if (visit.Mine is { State: MembershipState.Joined or MembershipState.Asked } mine)
        {
            var asked = !mine.IsJoined;
            mine.Leave();
            visit.Hub.Vacate(visit.Me.Id, visit.Now);
            db.Remove(mine);
            await db.SaveUnlessDoneAsync(stop);
            return this.Done(visit.Address, text[asked ? "RequestTakenBack" : "Left"]);
        }
        return this.Done(visit.Address);
    }

    public async Task LoadAgainAsync()
    {
        await visit.OpenAsync(visit.Hub.Slug, HttpContext.RequestAborted);
        Fit();
    }

    /// <summary>One answer for each question, whatever the form sent.</summary>
    void Fit() => Input.Answers = [.. Input.Answers.Concat(Enumerable.Repeat("", Hub.MostQuestions)).Take(visit.Words.Questions.Count)];

    public sealed class Form
    {
        [ValidateNever]
        public List<string> Answers { get; set; } = [];

        [ValidateNever, Required]
        public bool Agreed { get; set; }
    }
}
