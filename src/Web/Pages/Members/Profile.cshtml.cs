using HealthDoers.Domain.Communities;
using HealthDoers.Domain.Map;
using HealthDoers.Domain.Members;
using HealthDoers.Domain.Stories;
using HealthDoers.Web.Access;
using HealthDoers.Web.Data;
using HealthDoers.Web.Data.Starter;
using HealthDoers.Web.Look;
using HealthDoers.Web.Pages.Communities;
using HealthDoers.Web.Pages.Rooms.ForTwo;
using HealthDoers.Web.Pages.Stories;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Pages.Members;

sealed class ProfileModel(AppDb db, CurrentMember me, TopicList topicList, TimeProvider clock) : PageModel
{
    const int MostStories = 50;

    public Member Member { get; private set; } = null!;
    /// <summary>The site itself, under whose name stories are retold.</summary>
    public bool IsSite => Member.Handle == StarterContent.SiteHandle;
    public bool IsMine { get; private set; }
    public bool ShowsWhere { get; private set; }
    public TopicList.Topics Topics { get; private set; } = null!;

    /// <summary>Whether the viewer may put this member forward for the spotlight.</summary>
    public bool CanBeProposed { get; private set; }

    /// <summary>Whether the viewer may ask them for a room for two, or has one with them; null when neither.</summary>
    public TalkStanding? Talk { get; private set; }

    /// <summary>Profiles on whose team they stand under their own name.</summary>
    public IReadOnlyList<ListingRow> Teams { get; private set; } = [];

    /// <summary>Where they chose to be on the map as a change agent.</summary>
    public MapEntry? OnMap { get; private set; }
    public IReadOnlyList<StoryRow> Stories { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string handle, CancellationToken cancellationToken)
    {
        var viewer = await me.GetAsync(cancellationToken);
        var wanted = handle.ToLowerInvariant();
        if (await db.Members.AsNoTracking().VisibleTo(viewer).SingleOrDefaultAsync(m => m.Handle == wanted, cancellationToken) is not { } member)
            return NotFound();
        Member = member;
        IsMine = member.Id == viewer?.Id;
        ShowsWhere = member.ShowsWhereTo(viewer);
        CanBeProposed = viewer is { IsActive: true } && !IsMine && member.IsActive && member.Origin != Origin.Import;
        Talk = viewer is null ? null : await db.TalkStandingAsync(viewer, member, clock.GetUtcNow(), cancellationToken);
        Topics = await topicList.GetAsync();
        Teams = await db.Listings.Public().Where(l => l.Seats.Any(s => s.MemberId == member.Id && s.TakenAt != null && s.Naming == SeatNaming.MyName))
            .OrderBy(l => l.Name).ToRowsAsync(cancellationToken);
        OnMap = await db.MapEntries.AsNoTracking().VisibleTo(viewer).Shown().Where(e => e.OwnerId == member.Id && e.Layer == MapLayer.ChangeAgent)
            .OrderByDescending(e => e.ChangedAt).FirstOrDefaultAsync(cancellationToken);
        Stories = (await db.Stories.Public().Where(s => s.AuthorId == member.Id).Newest().Take(MostStories).ToRowsAsync(PageFrame.Language, cancellationToken)).Rows();
        return Page();
    }
}
