using System.ComponentModel.DataAnnotations;
using System.Globalization;
using HealthDoers.Domain.Hubs;
using HealthDoers.Domain.Words;
using HealthDoers.Web.Data;
using HealthDoers.Web.Hosting;
using HealthDoers.Web.Look;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace HealthDoers.Web.Pages.Hubs;

/// <summary>Roles of a hub: opened, given for a term, handed to a successor, ended. Whoever holds one may end or hand on their own.</summary>
public sealed class RolesModel(AppDb db, HubVisit visit, IStringLocalizer<HubsText> text) : PageModel, IShownAgain
{
    const int UsualYears = 2;
    const int MostPeople = 500;

    public HubVisit Visit => visit;
    public IReadOnlyList<RoleRow> Rows { get; private set; } = [];

    /// <summary>Members of the hub whom the reader may see.</summary>
    public IReadOnlyList<HubPerson> People { get; private set; } = [];
    public string UsualEnd => visit.Now.AddYears(UsualYears).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    [BindProperty]
    public Form Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken stop) => await OpenAsync(slug, stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPostOpenAsync(string slug, CancellationToken stop)
    {
        if (!await OpenAsync(slug, stop) || !visit.CanModerate || Rows.Count >= HubRole.MostPerHub)
            return NotFound();
        var words = new HubRoleWords(CleanText.Line(Input.Title), CleanText.Lines(Input.Purpose));
        Check("Input.Title", words.Title, HubRole.TitleLimit, "GiveTitle");
        Check("Input.Purpose", words.Purpose, HubRole.PurposeLimit, "GiveRolePurpose");
        if (!ModelState.IsValid)
            return this.Refused();
        visit.Hub.Open(new() { [PageFrame.Language] = words }, Input.Stewards, visit.Me, visit.Now);
        await db.SaveAloneAsync(stop);
        return this.Done($"{visit.Address}/roles", text["RoleAdded"]);
    }

    public async Task<IActionResult> OnPostGiveAsync(string slug, Guid role, Guid who, DateOnly? until, CancellationToken stop)
    {
        if (!await OpenAsync(slug, stop) || !visit.CanModerate || Find(role) is not { } found || await MembershipAsync(who, stop) is not { } membership)
            return NotFound();
        visit.Hub.Give(found, membership, visit.Now, End(until), visit.Me, visit.Now);
        await db.SaveAloneAsync(stop);
        return this.Done($"{visit.Address}/roles", text["RoleGiven"]);
    }

    public async Task<IActionResult> OnPostEndAsync(string slug, Guid role, CancellationToken stop)
    {
        if (!await OpenAsync(slug, stop) || Find(role)?.TermAt(visit.Now) is not { } term)
            return NotFound();
        visit.Hub.End(term, visit.Me, visit.Now);
        await db.SaveAloneAsync(stop);
        return this.Done(visit.CanModerate ? $"{visit.Address}/roles" : visit.Address, text["RoleEnded"]);
    }

    public async Task<IActionResult> OnPostSuccessorAsync(string slug, Guid role, Guid? who, CancellationToken stop)
    {
        if (!await OpenAsync(slug, stop) || Find(role)?.TermAt(visit.Now) is not { } term)
            return NotFound();
        visit.Hub.NameSuccessor(term, who is { } next ? await MembershipAsync(next, stop) : null, visit.Me, visit.Now);
        await db.SaveAloneAsync(stop);
        return this.Done($"{visit.Address}/roles", text["Saved"]);
    }

    public Task LoadAgainAsync() => OpenAsync(visit.Hub.Slug, HttpContext.RequestAborted);

    HubRole? Find(Guid id) => visit.Hub.Roles.FirstOrDefault(r => r.Id == id);

    static DateTimeOffset? End(DateOnly? day) => day is { } last ? new DateTimeOffset(last.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero) : null;

    Task<HubMembership?> MembershipAsync(Guid memberId, CancellationToken stop) =>
        db.HubMemberships.SingleOrDefaultAsync(m => m.HubId == visit.Hub.Id && m.MemberId == memberId && m.State == MembershipState.Joined, stop);

    void Check(string field, string words, int limit, string missing)
    {
        if (words.Length == 0)
            ModelState.AddModelError(field, text[missing]);
        else if (words.Length > limit)
            ModelState.AddModelError(field, text["TooLong", limit]);
    }

    /// <summary>For those who look after the hub, and those who hold a role in it.</summary>
    async Task<bool> OpenAsync(string slug, CancellationToken stop)
    {
        if (!await visit.OpenAsync(slug, stop))
            return false;
        if (!visit.CanModerate && !visit.Hub.Roles.Any(r => r.TermAt(visit.Now)?.MemberId == visit.Me.Id))
            return false;
        var rows = await RoleRow.ReadAsync(db, visit.Hub, visit.Me, visit.Now, stop);
        Rows = [.. rows.Where(r => visit.CanModerate || r.Term?.MemberId == visit.Me.Id)];
        People = await HubPerson.Of(db, visit.Hub.Id, visit.Me).Take(MostPeople).ToListAsync(stop);
        return true;
    }

    public sealed class Form
    {
        [ValidateNever, Required, MaxLength(HubRole.TitleLimit)]
        public string? Title { get; set; }

        [ValidateNever, Required, MaxLength(HubRole.PurposeLimit)]
        public string? Purpose { get; set; }

        public bool Stewards { get; set; }
    }
}
