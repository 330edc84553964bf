using HealthDoers.Domain.Hubs;
using HealthDoers.Domain.Members;
using HealthDoers.Domain.Notifications;
using HealthDoers.Domain.Rooms;
using HealthDoers.Domain.Stories;
using HealthDoers.Web.Access;
using HealthDoers.Web.Data;
using HealthDoers.Web.Hosting;
using HealthDoers.Web.Look;
using HealthDoers.Web.Pages.Stories;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Pages.Hubs;

[KeptForVisitors(PageArea.Hubs)]
sealed class HubModel(AppDb db, HubList hubList, IEnumerable<IHubPart> parts, CurrentMember current, TimeProvider clock) : PageModel
{
    const int ShownStories = 6;
    const int ShownMembers = 12;

    public Hub Hub { get; private set; } = null!;
    public HubWords Words => Hub.In(PageFrame.Language);

    /// <summary>The language of the words, where it is not the language of the page.</summary>
    public string? InOther => Hub.LanguageFor(PageFrame.Language) is var language && language == PageFrame.Language ? null : language;
    public Hub? Parent { get; private set; }
    public IReadOnlyList<Hub> SubHubs { get; private set; } = [];
    public IReadOnlyList<StoryRow> Stories { get; private set; } = [];
    public int StoryCount { get; private set; }
    public IReadOnlyList<HubPerson> Members { get; private set; } = [];
    public int MemberCount { get; private set; }

    /// <summary>Of the hub and its parts, each person and story once.</summary>
    public int UnderMembers { get; private set; }
    public int UnderStories { get; private set; }
    public IReadOnlyList<RoleRow> Roles { get; private set; } = [];
    public IReadOnlyList<(IHubPart Part, object Model)> Parts { get; private set; } = [];
    public Room? Room { get; private set; }

    public HubMembership? Mine { get; private set; }

    /// <summary>What was decided about the reader last.</summary>
    public HubDecision? MyDecision { get; private set; }
    public bool Follows { get; private set; }
    public bool CanModerate { get; private set; }

    /// <summary>How much waits at the desk.</summary>
    public int Waiting { get; private set; }

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellationToken)
    {
        if (await db.Hubs.AsNoTracking().WithRoles().Standing().SingleOrDefaultAsync(h => h.Slug == slug, cancellationToken) is not { } hub)
            return NotFound();
        Hub = hub;
        var viewer = await current.GetAsync(cancellationToken);
        var hubs = await hubList.GetAsync();
        var under = hubs.Under(hub.Id) is { Count: > 0 } known ? known : [hub];
        Parent = hubs.Find(hub.ParentId);
        SubHubs = [.. hubs.InOrder(PageFrame.Language).Where(h => h.ParentId == hub.Id)];
        await ReadStoriesAsync(under, cancellationToken);
        await ReadMembersAsync(under, viewer, cancellationToken);
        Roles = await RoleRow.ReadAsync(db, hub, viewer, clock.GetUtcNow(), cancellationToken);
        Room = await db.Rooms.AsNoTracking().VisibleTo(viewer).SingleOrDefaultAsync(r => r.Id == hub.RoomId, cancellationToken);
        await ReadPartsAsync(under, viewer, cancellationToken);
        if (viewer is not null)
            await ReadMineAsync(viewer, cancellationToken);
        return Page();
    }

    async Task ReadStoriesAsync(IReadOnlyList<Hub> under, CancellationToken cancellationToken)
    {
        var stories = db.Stories.Public().InHubs([Hub], db.HubShares);
        Stories = (await stories.Newest().Take(ShownStories).ToRowsAsync(PageFrame.Language, cancellationToken)).Rows();
        StoryCount = await stories.CountAsync(cancellationToken);
        UnderStories = under.Count == 1 ? StoryCount : await db.Stories.Public().InHubs(under, db.HubShares).CountAsync(cancellationToken);
    }

    async Task ReadMembersAsync(IReadOnlyList<Hub> under, Member? viewer, CancellationToken cancellationToken)
    {
        MemberCount = await db.HubMemberships.Joined().CountAsync(m => m.HubId == Hub.Id, cancellationToken);
        var ids = under.Select(h => h.Id).ToList();
        UnderMembers = under.Count == 1 ? MemberCount
            : await db.HubMemberships.Joined().Where(m => ids.Contains(m.HubId)).Select(m => m.MemberId).Distinct().CountAsync(cancellationToken);
        Members = await HubPerson.Of(db, Hub.Id, viewer).Take(ShownMembers).ToListAsync(cancellationToken);
    }

    async Task ReadPartsAsync(IReadOnlyList<Hub> under, Member? viewer, CancellationToken cancellationToken)
    {
        var filled = new List<(IHubPart, object)>();
        foreach (var part in parts.OrderBy(p => p.Place))
            if (await part.ReadAsync(Hub, under, viewer, cancellationToken) is { } model)
                filled.Add((part, model));
        Parts = filled;
    }

    async Task ReadMineAsync(Member viewer, CancellationToken cancellationToken)
    {
        Mine = await db.HubMemberships.AsNoTracking().SingleOrDefaultAsync(m => m.HubId == Hub.Id && m.MemberId == viewer.Id, cancellationToken);
        Follows = await db.Follows.AnyAsync(f => f.MemberId == viewer.Id && f.Kind == FollowedKind.Hub && f.TargetId == Hub.Id, cancellationToken);
        CanModerate = Hub.CanBeModeratedBy(viewer, clock.GetUtcNow());
        if (Mine is { IsJoined: false })
            MyDecision = await db.HubDecisions.AsNoTracking().Where(d => d.TargetId == Mine.Id).OrderByDescending(d => d.At).FirstOrDefaultAsync(cancellationToken);
        if (CanModerate)
            Waiting = await db.HubMemberships.CountAsync(m => m.HubId == Hub.Id && m.State == MembershipState.Asked, cancellationToken)
                + await db.HubShares.CountAsync(s => s.HubId == Hub.Id && s.State == ShareState.Waiting, cancellationToken);
    }
}
