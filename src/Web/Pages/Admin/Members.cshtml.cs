using HealthDoers.Domain.Members;
using HealthDoers.Domain.Moderation;
using HealthDoers.Domain.Words;
using HealthDoers.Web.Access;
using HealthDoers.Web.Data;
using HealthDoers.Web.Hosting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace HealthDoers.Web.Pages.Admin;

[Authorize(Policy = Roles.Administrator)]
public sealed class MembersModel(AppDb db, CurrentMember current, TimeProvider clock, IStringLocalizer<AdminText> text) : PageModel, IShownAgain
{
    public string Q { get; private set; } = "";

    public IReadOnlyList<Member> Rows { get; private set; } = [];

    public async Task OnGetAsync(string? q, CancellationToken stop)
    {
        Q = CleanText.Line(q);
        var found = db.Members.AsNoTracking().Where(m => m.ErasedAt == null && m.Origin == Origin.Person);
        if (Q.Length > 0)
            found = Named(found, Q);
        Rows = await found.OrderByDescending(m => m.Duties).ThenByDescending(m => m.JoinedAt).Take(50).ToListAsync(stop);
    }

    public async Task<IActionResult> OnPostDutiesAsync(Guid id, string? q, bool editor, bool administrator, CancellationToken stop)
    {
        if (await FindAsync(id, stop) is not { } member)
            return NotFound();
        if (member.IsAdministrator && !administrator && !await db.Members.AnyAsync(m => m.Id != id && (m.Duties & Duties.Administrator) != 0 && m.Suspension == null, stop))
            return await RefusedAsync(text["KeepOneAdministrator"], q, stop);
        member.TakeOn((editor ? Duties.Editor : 0) | (administrator ? Duties.Administrator : 0));
        await db.SaveChangesAsync(stop);
        return Back(q, text["DutiesSaved"]);
    }

    public async Task<IActionResult> OnPostSuspendAsync(Guid id, string? q, string? why, CancellationToken stop)
    {
        if (await FindAsync(id, stop) is not { } member)
            return NotFound();
        var reason = CleanText.Line(why);
        if (reason.Length is 0 or > ModerationRecord.ReasonLimit)
            return await RefusedAsync(text["WhyMissing"], q, stop);
        var administrator = await current.RequireAsync(stop);
        member.SuspendBy(administrator, reason, clock.GetUtcNow());
        Record(administrator, ModerationAct.Suspended, member, reason);
        await db.SaveChangesAsync(stop);
        return Back(q, text["Decided"]);
    }

    public async Task<IActionResult> OnPostReinstateAsync(Guid id, string? q, CancellationToken stop)
    {
        if (await FindAsync(id, stop) is not { } member)
            return NotFound();
        var administrator = await current.RequireAsync(stop);
        member.ReinstateBy(administrator);
        Record(administrator, ModerationAct.Reinstated, member, "");
        await db.SaveChangesAsync(stop);
        return Back(q, text["Decided"]);
    }

#pragma warning disable CA1304, CA1311, CA1862 // ToLower is what both databases know; they take no culture and no comparison.
    static IQueryable<Member> Named(IQueryable<Member> members, string words) =>
        members.Where(m => m.Handle.Contains(words.ToLower()) || m.Name.ToLower().Contains(words.ToLower()));
#pragma warning restore CA1304, CA1311, CA1862

    public Task LoadAgainAsync() => OnGetAsync(Request.Form["q"], HttpContext.RequestAborted);

    void Record(Member administrator, ModerationAct act, Member member, string reason) =>
        db.ModerationRecords.Add(new(administrator.Id, act, ReportedKind.Member, member.Id, reason, clock.GetUtcNow()));

    Task<Member?> FindAsync(Guid id, CancellationToken stop) => db.Members.SingleOrDefaultAsync(m => m.Id == id && m.ErasedAt == null, stop);

    IActionResult Back(string? q, string notice) => this.Done($"/admin/members?q={Uri.EscapeDataString(CleanText.Line(q))}", notice);

    async Task<IActionResult> RefusedAsync(string sentence, string? q, CancellationToken stop)
    {
        ModelState.AddModelError("", sentence);
        await OnGetAsync(q, stop);
        return this.Refused();
    }
}
