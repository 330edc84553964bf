using System.ComponentModel.DataAnnotations;
using HealthDoers.Domain;
using HealthDoers.Domain.Members;
using HealthDoers.Domain.Rooms;
using HealthDoers.Domain.Words;
using HealthDoers.Web.Data;
using HealthDoers.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace HealthDoers.Web.Pages.Rooms;

/// <summary>Who is in a room, for those who read it; requests and invitations for those who look after it.</summary>
public sealed class PeopleModel(AppDb db, RoomVisit visit, IStringLocalizer<RoomsText> text) : PageModel, IShownAgain
{
    /// <summary>The page shows so many of each; an open room may have thousands.</summary>
    const int MostShown = 200;

    public RoomVisit Visit => visit;
    public IReadOnlyList<PersonRow> Joined { get; private set; } = [];
    public IReadOnlyList<PersonRow> Waiting { get; private set; } = [];
    public IReadOnlyList<PersonRow> Invited { get; private set; } = [];
    public int Count { get; private set; }
    public IEnumerable<SelectListItem> PartItems => PartWords.All.Select(part => new SelectListItem(text[$"Part{part}"], part.ToString()));

    /// <summary>Whom a steward wants to invite.</summary>
    [BindProperty, ValidateNever, Required]
    public string? Handle { get; set; }

    [BindProperty, ValidateNever]
    public List<RoomParts> Parts { get; set; } = [];

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken stop)
    {
        // Whoever looks after a room sees its people also where they do not read along.
        if (!await visit.OpenAsync(slug, stop) || !(visit.CanRead || visit.CanModerate))
            return NotFound();
        await LoadAsync(stop);
        return Page();
    }

    public async Task<IActionResult> OnPostInviteAsync(string slug, CancellationToken stop)
    {
        if (!await visit.OpenToModerateAsync(slug, stop))
            return NotFound();
        var handle = CleanText.Line(Handle).TrimStart('@').ToLowerInvariant();
        var who = handle.Length == 0 ? null : await db.Members.SingleOrDefaultAsync(m => m.Handle == handle && m.ErasedAt == null, stop);
        if (who is null)
        {
            ModelState.AddModelError(nameof(Handle), handle.Length == 0 ? text["GiveHandle"] : text["NobodyOfThatName", handle]);
            await LoadAsync(stop);
            return this.Refused();
        }
        var was = visit.Room.StandingOf(who)?.State;
        var isIn = false;
        await visit.ChangeAsync(() => isIn = visit.Room.Invite(who.Id == visit.Me.Id ? visit.Me : db.Members.Attach(who).Entity, visit.Me, visit.Now).IsJoined, stop);
        return Done(text[was == RoomMembershipState.Joined ? "IsInAlready" : isIn ? "Accepted" : "InvitationSent", who.Name]);
    }

    public async Task<IActionResult> OnPostAcceptAsync(string slug, Guid id, CancellationToken stop)
    {
        if (!await visit.OpenToModerateAsync(slug, stop) || Find(id) is null)
            return NotFound();
        await visit.ChangeAsync(() => visit.Room.Accept(StillAsked(id), visit.Me, visit.Now), stop);
        return Done(text["RequestAccepted"]);
    }

    public async Task<IActionResult> OnPostDeclineAsync(string slug, Guid id, CancellationToken stop)
    {
        if (!await visit.OpenToModerateAsync(slug, stop) || Find(id) is null)
            return NotFound();
        await visit.ChangeAsync(() => visit.Room.Decline(StillAsked(id), visit.Me, visit.Now), stop);
        return Done(text["RequestDeclined"]);
    }

    /// <summary>What I bring to the room.</summary>
    public async Task<IActionResult> OnPostPartsAsync(string slug, CancellationToken stop)
    {
        if (!await visit.OpenToReadAsync(slug, stop) || !visit.IsMember)
            return NotFound();
        visit.Mine!.TakePartAs(Parts.Where(PartWords.All.Contains).Aggregate(RoomParts.None, (all, part) => all | part));
        await db.SaveAloneAsync(stop);
        return Done(text["PartsSaved"]);
    }

    public async Task LoadAgainAsync()
    {
        await visit.OpenAsync(visit.Room.Slug, HttpContext.RequestAborted);
        await LoadAsync(HttpContext.RequestAborted);
    }

    RoomMembership? Find(Guid id) => visit.Room.Memberships.SingleOrDefault(m => m.Id == id);

    RoomMembership StillAsked(Guid id) => Find(id) ?? throw new RuleBrokenException("Somebody decided on this request already.");

    async Task LoadAsync(CancellationToken stop)
    {
        Parts = [.. PartWords.All.Where(part => visit.Mine?.Parts.HasFlag(part) == true)];
        Count = visit.Room.Memberships.Count(m => m.IsJoined);
        Joined = await RowsAsync(RoomMembershipState.Joined, stop);
        if (!visit.CanModerate)
            return;
        Waiting = await RowsAsync(RoomMembershipState.Asked, stop);
        Invited = await RowsAsync(RoomMembershipState.Invited, stop);
    }

    Task<List<PersonRow>> RowsAsync(RoomMembershipState state, CancellationToken stop) =>
        db.RoomMemberships.Where(m => m.RoomId == visit.Room.Id && m.State == state && m.Member.ErasedAt == null)
            .OrderByDescending(m => m.Role).ThenBy(m => m.Member.Name).ThenBy(m => m.Id).Take(MostShown)
            .Select(m => new PersonRow(m.Id, m.MemberId, m.Member.Handle, m.Member.Name, m.Member.Profile.SeenBy == Audience.Nobody ? null : m.Member.Profile.Picture, m.Role, m.Parts, m.Words, m.At)).ToListAsync(stop);

    IActionResult Done(string notice) => this.Done($"{visit.Address}/people", notice);
}

public sealed record PersonRow(Guid Id, Guid MemberId, string Handle, string Name, string? Picture, RoomRole Role, RoomParts Parts, string Words, DateTimeOffset At);

static class PartWords
{
    public static readonly RoomParts[] All = [RoomParts.Coach, RoomParts.Mentor, RoomParts.Pacesetter, RoomParts.LivedExperience];
}
