using HealthDoers.Domain.Moderation;
using HealthDoers.Web.Access;
using HealthDoers.Web.Data;
using HealthDoers.Web.Pages.Reports;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace HealthDoers.Web.Pages.Admin;

/// <summary>The record of decisions, newest first; a hidden story or profile can be shown again from here.</summary>
[Authorize(Policy = Roles.Editor)]
public sealed class RecordsModel(AppDb db, CurrentMember current, TimeProvider clock, IStringLocalizer<AdminText> text) : PageModel
{
    const int Size = 50;

    public IReadOnlyList<RecordRow> Rows { get; private set; } = [];

    public string? Older { get; private set; }

    public string? Newer { get; private set; }

    public async Task OnGetAsync(CancellationToken stop, int page = 1)
    {
        page = Math.Clamp(page, 1, 1000);
        var editor = await current.RequireAsync(stop);
        var records = await db.ModerationRecords.OrderByDescending(r => r.At).ThenByDescending(r => r.Id).Skip((page - 1) * Size).Take(Size + 1)
            .Select(r => new
            {
                Record = r,
                By = db.Members.Where(m => m.Id == r.ById).Select(m => m.Name).FirstOrDefault(),
                IsHidden = r.Act == ModerationAct.Hid && (db.Stories.Any(s => s.Id == r.TargetId && s.Hiding != null) || db.Listings.Any(l => l.Id == r.TargetId && l.Hiding != null) || db.Gatherings.Any(g => g.Id == r.TargetId && g.Hiding != null) || db.PeerTeams.Any(t => t.Id == r.TargetId && t.Hiding != null)),
            }).ToListAsync(stop);
        var rows = new List<RecordRow>();
        foreach (var one in records.Take(Size))
            rows.Add(new(one.Record, one.By ?? "", await ReportTarget.OfAsync(db, one.Record.Kind, one.Record.TargetId, editor, stop), one.IsHidden));
        Rows = rows;
        Older = records.Count > Size ? $"/admin/records?page={page + 1}" : null;
        Newer = page > 1 ? $"/admin/records?page={page - 1}" : null;
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken stop)
    {
        var editor = await current.RequireAsync(stop);
        var kind = ReportedKind.Story;
        if (await db.Stories.SingleOrDefaultAsync(s => s.Id == id, stop) is { } story)
            story.ShowBy(editor);
        else if (await db.Listings.SingleOrDefaultAsync(l => l.Id == id, stop) is { } listing)
        {
            listing.ShowBy(editor);
            kind = ReportedKind.Listing;
        }
        else if (await db.Gatherings.SingleOrDefaultAsync(g => g.Id == id, stop) is { } gathering)
        {
            gathering.ShowBy(editor);
            kind = ReportedKind.Gathering;
        }
        else if (await db.PeerTeams.SingleOrDefaultAsync(t => t.Id == id, stop) is { } team)
        {
            team.ShowBy(editor);
            kind = ReportedKind.PeerTeam;
        }
        else
            return NotFound();
        db.ModerationRecords.Add(new(editor.Id, ModerationAct.Showed, kind, id, "", clock.GetUtcNow()));
        await db.SaveChangesAsync(stop);
        return this.Done("/admin/records", text["Decided"]);
    }
}

public sealed record RecordRow(ModerationRecord Record, string By, ReportTarget? Target, bool IsHidden);
