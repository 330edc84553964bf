using HealthDoers.Domain.Teams;
using HealthDoers.Web.Data;
using HealthDoers.Web.Hosting;
using HealthDoers.Web.Look;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace HealthDoers.Web.Pages.Teams;

/// <summary>Whoever was asked says yes or no, for a community or as coach; and whoever is in goes.</summary>
public sealed class AnswerModel(AppDb db, TeamVisit visit, IStringLocalizer<TeamsText> text) : PageModel, IShownAgain
{
    public TeamVisit Visit => visit;

    public string NameOf(TeamPlace place) => visit.Communities[place.ListingId].Content.In(PageFrame.Language).Name;

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken stop) =>
        await visit.OpenAsync(slug, stop) && (visit.IsAskedToCoach || visit.Offered.Any()) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAcceptAsync(string slug, Guid place, CancellationToken stop)
    {
        if (!await OpenAsync(slug, place, stop))
            return NotFound();
        await visit.ChangeAsync(() =>
        {
            if (Find(place) is { } offered)
                visit.Team.Accept(offered, visit.Communities[offered.ListingId], visit.Me, visit.Now);
        }, stop);
        return this.Done(visit.Address, text["YouAreIn"]);
    }

    /// <summary>No, or goodbye.</summary>
    public async Task<IActionResult> OnPostLeaveAsync(string slug, Guid place, CancellationToken stop)
    {
        if (!await OpenAsync(slug, place, stop))
            return NotFound();
        var name = NameOf(Find(place)!);
        await visit.ChangeAsync(async () =>
        {
            if (Find(place) is not { } left)
                return;
            var community = visit.Communities[left.ListingId];
            visit.Team.Vacate(left, community, visit.Me, visit.Mine);
            db.Remove(left);
            await db.LetGoAsync(visit.Team, [.. TeamRoom.PeopleOf(community)], visit.Now, stop);
        }, stop);
        return this.Done(visit.Address, text["IsOut", name]);
    }

    public async Task<IActionResult> OnPostCoachAsync(string slug, CancellationToken stop)
    {
        if (!await visit.OpenAsync(slug, stop) || visit.Team.Coach?.MemberId != visit.Me.Id)
            return NotFound();
        await visit.ChangeAsync(() => visit.Team.CoachBy(visit.Me, visit.Now), stop);
        return this.Done(visit.Address, text["YouCoach"]);
    }

    public async Task<IActionResult> OnPostLeaveCoachingAsync(string slug, CancellationToken stop)
    {
        if (!await visit.OpenAsync(slug, stop) || visit.Team.Coach is null || !(visit.CanLead || visit.Team.Coach.MemberId == visit.Me.Id))
            return NotFound();
        await visit.ChangeAsync(async () =>
        {
            if (visit.Team.Coach is not { } coach)
                return;
            visit.Team.LeaveCoaching(visit.Me, visit.Mine);
            await db.LetGoAsync(visit.Team, [coach.MemberId], visit.Now, stop);
        }, stop);
        return this.Done(visit.Address, text["NoCoachNow"]);
    }

    public Task LoadAgainAsync() => visit.OpenAsync(visit.Team.Slug, HttpContext.RequestAborted);

    async Task<bool> OpenAsync(string slug, Guid place, CancellationToken stop) =>
        await visit.OpenAsync(slug, stop) && Find(place) is { } found && (visit.Answers(found) || visit.CanLead);

    TeamPlace? Find(Guid id) => visit.Team.Places.SingleOrDefault(p => p.Id == id);
}
