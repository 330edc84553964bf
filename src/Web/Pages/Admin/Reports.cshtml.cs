using HealthDoers.Domain;
using HealthDoers.Domain.Members;
using HealthDoers.Domain.Moderation;
using HealthDoers.Domain.Rooms;
using HealthDoers.Domain.Words;
using HealthDoers.Web.Access;
using HealthDoers.Web.Data;
using HealthDoers.Web.Hosting;
using HealthDoers.Web.Pages.Reports;
using HealthDoers.Web.Pages.Rooms.Log;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace HealthDoers.Web.Pages.Admin;

/// <summary>Open reports, oldest first: hide, suspend or keep, always with a reason.</summary>
[Authorize(Policy = Roles.Editor)]
public sealed class ReportsModel(AppDb db, CurrentMember current, TimeProvider clock, IStringLocalizer<AdminText> text) : PageModel, IShownAgain
{
    const int Size = 50;

    public IReadOnlyList<OpenReport> Rows { get; private set; } = [];

    public bool IsAdministrator { get; private set; }

    /// <summary>The report whose decision was refused, with what was typed.</summary>
    public Guid? Decided { get; private set; }

    public string Why { get; private set; } = "";

    public async Task OnGetAsync(CancellationToken stop)
    {
        var editor = await current.RequireAsync(stop);
        IsAdministrator = editor.IsAdministrator;
        var open = await db.Reports.Where(r => r.Resolution == null).OrderBy(r => r.At).Take(Size)
            .Select(r => new { Report = r, By = db.Members.Where(m => m.Id == r.ById).Select(m => m.Name).FirstOrDefault() }).ToListAsync(stop);
        var rows = new List<OpenReport>();
        foreach (var one in open)
            rows.Add(new(one.Report, one.By ?? "", await ReportTarget.OfAsync(db, one.Report.Kind, one.Report.TargetId, editor, stop)));
        Rows = rows;
    }

    public async Task<IActionResult> OnPostAsync(Guid id, ReportOutcome? outcome, string? why, CancellationToken stop)
    {
        var editor = await current.RequireAsync(stop);
        if (await db.Reports.SingleOrDefaultAsync(r => r.Id == id, stop) is not { } report)
            return NotFound();
        // Nothing is done to anybody's words unless a button said what.
        if (outcome is not { } chosen || !Enum.IsDefined(chosen))
            return BadRequest();
        var reason = CleanText.Line(why);
        if (reason.Length is 0 or > ModerationRecord.ReasonLimit)
        {
            ModelState.AddModelError($"why-{id}", text["WhyMissing"]);
            (Decided, Why) = (id, why ?? "");
            await OnGetAsync(stop);
            return this.Refused();
        }
        var now = clock.GetUtcNow();
        await db.InTransactionAsync(async () =>
        {
            var act = await CarryOutAsync(report, chosen, editor, reason, now, stop);
            report.Resolve(editor, chosen, reason, now);
            db.ModerationRecords.Add(new(editor.Id, act, report.Kind, report.TargetId, reason, now));
            return act;
        }, stop);
        return this.Done("/admin/reports", text["Decided"]);
    }

    async Task<ModerationAct> CarryOutAsync(Report report, ReportOutcome outcome, Member editor, string reason, DateTimeOffset now, CancellationToken stop)
    {
        switch (outcome, report.Kind)
        {
            case (ReportOutcome.Hidden, ReportedKind.Story):
                Present(await db.Stories.SingleOrDefaultAsync(s => s.Id == report.TargetId, stop)).HideBy(editor, reason, now);
                return ModerationAct.Hid;
            case (ReportOutcome.Hidden, ReportedKind.Comment):
                Present(await db.Comments.SingleOrDefaultAsync(c => c.Id == report.TargetId, stop)).Remove(editor, reason, now);
                return ModerationAct.Removed;
            case (ReportOutcome.Hidden, ReportedKind.Listing):
                Present(await db.Listings.SingleOrDefaultAsync(l => l.Id == report.TargetId, stop)).HideBy(editor, reason, now);
                return ModerationAct.Hid;
            case (ReportOutcome.Hidden, ReportedKind.MapEntry):
                Present(await db.MapEntries.SingleOrDefaultAsync(e => e.Id == report.TargetId, stop)).TakeDownBy(editor, reason, now);
                return ModerationAct.Hid;
            case (ReportOutcome.Hidden, ReportedKind.Idea):
                Present(await db.Ideas.SingleOrDefaultAsync(i => i.Id == report.TargetId, stop)).HideBy(editor, reason, now);
                return ModerationAct.Hid;
            case (ReportOutcome.Hidden, ReportedKind.Adaptation):
                Present(await db.Adaptations.Include(a => a.Member).SingleOrDefaultAsync(a => a.Id == report.TargetId, stop)).Withdraw(editor, now);
                return ModerationAct.Hid;
            case (ReportOutcome.Hidden, ReportedKind.Message):
                (await ReportedMessageAsync(report.TargetId, stop)).TakeDownAfterReport(editor, now);
                return ModerationAct.Removed;
            case (ReportOutcome.Hidden, ReportedKind.PeerTeam):
                Present(await db.PeerTeams.SingleOrDefaultAsync(t => t.Id == report.TargetId, stop)).HideBy(editor, reason, now);
                return ModerationAct.Hid;
            case (ReportOutcome.Hidden, ReportedKind.Gathering):
                Present(await db.Gatherings.SingleOrDefaultAsync(g => g.Id == report.TargetId, stop)).HideBy(editor, reason, now);
                return ModerationAct.Hid;
            case (ReportOutcome.Suspended, ReportedKind.Member):
                Present(await db.Members.SingleOrDefaultAsync(m => m.Id == report.TargetId, stop)).SuspendBy(editor, reason, now);
                return ModerationAct.Suspended;
            default:
                return ModerationAct.KeptAfterReport;
        }
    }

    /// <summary>With its room locked, whose next number the removal takes.</summary>
    async Task<Message> ReportedMessageAsync(Guid id, CancellationToken stop)
    {
        var room = Present(await db.Messages.Where(m => m.Id == id).Select(m => m.Room.Slug).SingleOrDefaultAsync(stop));
        await db.Rooms.LockedAsync(room, stop);
        var message = await db.Messages.Include(m => m.Room).Include(m => m.Reactions).Include(m => m.Mark).SingleAsync(m => m.Id == id, stop);
        await db.LoadPartsOfAsync(message, stop);
        return message;
    }

    static T Present<T>(T? reported) where T : class => reported ?? throw new RuleBrokenException("What was reported is no longer there.");

    public Task LoadAgainAsync() => OnGetAsync(HttpContext.RequestAborted);
}

public sealed record OpenReport(Report Report, string By, ReportTarget? Target);
