using HealthDoers.Domain.Hubs;
using HealthDoers.Domain.Members;
using HealthDoers.Domain.Words;
using HealthDoers.Web.Data;
using HealthDoers.Web.Hosting;
using HealthDoers.Web.Look;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace HealthDoers.Web.Pages.Hubs;

/// <summary>What waits for the stewards of a hub, and the record of what they decided.</summary>
public sealed class DeskModel(AppDb db, HubVisit visit, IStringLocalizer<HubsText> text) : PageModel, IShownAgain
{
    const int Size = 50;

    public HubVisit Visit => visit;
    public IReadOnlyList<JoinRequest> Requests { get; private set; } = [];
    public IReadOnlyList<WaitingStory> Shares { get; private set; } = [];
    public IReadOnlyList<AppealRow> Appeals { get; private set; } = [];
    public IReadOnlyList<RecordRow> Record { get; private set; } = [];

    /// <summary>The request whose answer was refused, with what was typed.</summary>
    public Guid? Refused { get; private set; }
    public string Why { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken stop)
    {
        if (!await visit.OpenToModerateAsync(slug, stop))
            return NotFound();
        await LoadAsync(stop);
        return Page();
    }

    public async Task<IActionResult> OnPostAcceptAsync(string slug, Guid id, CancellationToken stop)
    {
        if (!await visit.OpenToModerateAsync(slug, stop) || await RequestAsync(id, stop) is not { } asked)
            return NotFound();
        asked.Accept(visit.Hub, visit.Me, visit.Now);
        await db.SaveAloneAsync(stop);
        return this.Done($"{visit.Address}/desk", text["Accepted"]);
    }

    public async Task<IActionResult> OnPostDeclineAsync(string slug, Guid id, string? why, CancellationToken stop)
    {
        if (!await visit.OpenToModerateAsync(slug, stop) || await RequestAsync(id, stop) is not { } asked)
            return NotFound();
        var reason = CleanText.Lines(why);
        if (reason.Length is 0 or > HubDecision.ReasonLimit)
        {
            ModelState.AddModelError($"why-{id}", text["SayWhy"]);
            (Refused, Why) = (id, why ?? "");
            await LoadAsync(stop);
            return this.Refused();
        }
        db.HubDecisions.Add(HubDecision.Decline(asked, visit.Hub, visit.Me, reason, visit.Now));
        await db.SaveAloneAsync(stop);
        return this.Done($"{visit.Address}/desk", text["Declined"]);
    }

    public async Task<IActionResult> OnPostShowAsync(string slug, Guid id, CancellationToken stop)
    {
        if (!await visit.OpenToModerateAsync(slug, stop) || await db.HubShares.SingleOrDefaultAsync(s => s.Id == id && s.HubId == visit.Hub.Id, stop) is not { } share)
            return NotFound();
        share.Show(visit.Hub, visit.Me, visit.Now);
        await db.SaveAloneAsync(stop);
        return this.Done($"{visit.Address}/desk", text["ShownNow"]);
    }

    public async Task LoadAgainAsync()
    {
        await visit.OpenAsync(visit.Hub.Slug, HttpContext.RequestAborted);
        await LoadAsync(HttpContext.RequestAborted);
    }

    Task<HubMembership?> RequestAsync(Guid id, CancellationToken stop) => db.HubMemberships.SingleOrDefaultAsync(m => m.Id == id && m.HubId == visit.Hub.Id, stop);

    async Task LoadAsync(CancellationToken stop)
    {
        var hubId = visit.Hub.Id;
        Requests = await db.HubMemberships.AsNoTracking().Where(m => m.HubId == hubId && m.State == MembershipState.Asked).OrderBy(m => m.At).Take(Size)
            .Select(m => new JoinRequest(m, m.Member.Handle, m.Member.Name)).ToListAsync(stop);
        Shares = await (
            from share in db.HubShares.Where(s => s.HubId == hubId && s.State == ShareState.Waiting)
            join story in db.Stories on share.StoryId equals story.Id
            orderby share.At
            select new WaitingStory(share.Id, story.Slug, story.Title, story.Summary, db.Members.Where(m => m.Id == share.ById && m.ErasedAt == null).Select(m => m.Name).FirstOrDefault(), share.At)
        ).Take(Size).ToListAsync(stop);
        Appeals = await AppealRow.ReadAsync(db, db.Hubs.Standing().Where(h => h.ParentId == hubId), visit.Me, stop);
        Record = await db.HubDecisions.AsNoTracking().Where(d => d.HubId == hubId).OrderByDescending(d => d.At).Take(Size)
            .Select(d => new RecordRow(d,
                db.Members.Where(m => m.Id == d.MemberId && m.ErasedAt == null).Select(m => m.Name).FirstOrDefault(),
                db.Members.Where(m => m.Id == d.ById && m.ErasedAt == null).Select(m => m.Name).FirstOrDefault())).ToListAsync(stop);
    }
}

public sealed record JoinRequest(HubMembership Membership, string Handle, string Name);

/// <param name="By">Null when they left the site.</param>
public sealed record WaitingStory(Guid Id, string Slug, string Title, string Summary, string? By, DateTimeOffset At);

/// <param name="About">Whom it was about; null when they left the site.</param>
public sealed record RecordRow(HubDecision Decision, string? About, string? By);

/// <summary>An appeal that waits for an answer.</summary>
public sealed record AppealRow(HubDecision Decision, string HubSlug, string HubName)
{
    const int Most = 50;

    /// <summary>Those against decisions of these hubs that the member may answer: their own decisions never.</summary>
    public static async Task<IReadOnlyList<AppealRow>> ReadAsync(AppDb db, IQueryable<Hub> hubs, Member me, CancellationToken stop)
    {
        var open = await (
            from decision in db.HubDecisions.AsNoTracking().Where(d => d.Appeal != null && d.Answer == null && d.ById != me.Id && d.MemberId != me.Id)
            join hub in hubs on decision.HubId equals hub.Id
            orderby decision.At
            select new { decision, hub.Slug, hub }
        ).Take(Most).ToListAsync(stop);
        return [.. open.Select(o => new AppealRow(o.decision, o.Slug, o.hub.In(PageFrame.Language).Name))];
    }
}
