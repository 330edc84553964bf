using System.Globalization;
using HealthDoers.Domain.Hubs;
using HealthDoers.Domain.Members;
using HealthDoers.Web.Data;
using HealthDoers.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace HealthDoers.Web.Pages.Hubs;

/// <summary>A steward removes a member from the hub: they may come back at once, after some time, or not.</summary>
public sealed class RemoveModel(AppDb db, HubVisit visit, IStringLocalizer<HubsText> text) : PageModel, IShownAgain
{
    const string ComeBack = "0";
    const string Lasting = "lasting";

    static readonly int[] Days = [7, 30, 365];

    public HubVisit Visit => visit;
    public Member Person { get; private set; } = null!;

    [BindProperty]
    public Form Input { get; set; } = new();

    public IEnumerable<SelectListItem> Lengths =>
    [
        new(text["MayComeBack"], ComeBack),
        .. Days.Select(d => new SelectListItem(text["BannedDays", d], d.ToString(CultureInfo.InvariantCulture))),
        new(text["BannedLasting"], Lasting),
    ];

    public async Task<IActionResult> OnGetAsync(string slug, string handle, CancellationToken stop) =>
        await FindAsync(slug, handle, stop) is null ? NotFound() : Page();

    public async Task<IActionResult> OnPostAsync(string slug, string handle, CancellationToken stop)
    {
        if (await FindAsync(slug, handle, stop) is not { } membership)
            return NotFound();
        if (!Lengths.Any(l => l.Value == Input.Length))
            ModelState.AddModelError("Input.Length", text["ChooseLength"]);
        if (Input.Read(visit.Agreement, ModelState, text) is not { } cited)
            return this.Refused();
        var days = int.TryParse(Input.Length, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : (int?)null;
        db.HubDecisions.Add(Input.Length == ComeBack
            ? HubDecision.Remove(membership, visit.Hub, visit.Me, cited, Input.CleanReason, visit.Now)
            : HubDecision.Ban(membership, visit.Hub, visit.Me, cited, Input.CleanReason, days is { } some ? visit.Now.AddDays(some) : null, visit.Now));
        await db.SaveAloneAsync(stop);
        return this.Done($"{visit.Address}/desk", text["Removed"]);
    }

    public Task LoadAgainAsync() => visit.OpenAsync(visit.Hub.Slug, HttpContext.RequestAborted);

    async Task<HubMembership?> FindAsync(string slug, string handle, CancellationToken stop)
    {
        if (!await visit.OpenToModerateAsync(slug, stop))
            return null;
        var membership = await db.HubMemberships.Include(m => m.Member).SingleOrDefaultAsync(m => m.HubId == visit.Hub.Id && m.Member.Handle == handle && m.State == MembershipState.Joined, stop);
        if (membership is not null)
            Person = membership.Member;
        return membership;
    }

    public sealed class Form : CitedReason
    {
        [ValidateNever]
        public string? Length { get; set; } = ComeBack;
    }
}
