using HealthDoers.Domain.Communities;
using HealthDoers.Domain.Gatherings;
using HealthDoers.Domain.Hubs;
using HealthDoers.Domain.Members;
using HealthDoers.Domain.Rooms;
using HealthDoers.Web.Access;
using HealthDoers.Web.Data;
using HealthDoers.Web.Hosting;
using HealthDoers.Web.Look;
using HealthDoers.Web.Pages.Communities;
using HealthDoers.Web.Pages.Gatherings.Calendars;
using HealthDoers.Web.Pages.Hubs;
using HealthDoers.Web.Pages.Stories;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace HealthDoers.Web.Pages.Gatherings;

/// <summary>One gathering, at one of its times.</summary>
[KeptForVisitors(PageArea.Gatherings)]
sealed class GatheringModel(AppDb db, CurrentMember current, HubList hubList, TopicList topicList, GatheringVisit visit, TimeWords times, GatheringWords words, TimeProvider clock, IStringLocalizer<GatheringsText> text) : PageModel
{
    const int MostAhead = 8;

    public Gathering Gathering { get; private set; } = null!;
    public Occurrence Time { get; private set; } = null!;
    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    /// <summary>More times to come.</summary>
    public IReadOnlyList<Occurrence> Ahead { get; private set; } = [];
    public Hub? Hub { get; private set; }
    public ListingRow? Listing { get; private set; }

    /// <summary>Where those who come talk, for who may enter it.</summary>
    public Room? Room { get; private set; }

    /// <summary>When it is by the clock of a reader who said where they live; null where theirs shows the same.</summary>
    public string? Yours { get; private set; }

    /// <summary>Where the reader said they live.</summary>
    public string? Zone { get; private set; }
    public TopicList.Topics Topics { get; private set; } = null!;
    public IReadOnlyList<HostRow> Hosts { get; private set; } = [];
    public IReadOnlyList<ChangeRow> Changes { get; private set; } = [];
    public bool IsSignedIn { get; private set; }
    public bool CanEdit { get; private set; }
    public bool IsHost { get; private set; }
    public bool CanTakeOut { get; private set; }
    public bool MayHaveLink { get; private set; }
    public RsvpForm Form { get; private set; } = new();
    public Rsvp? Mine { get; private set; }

    /// <summary>Where the reader stands in the line; 0 for who does not wait.</summary>
    public int Number { get; private set; }

    public bool IsCancelled => Gathering.Cancellation is not null || Time.Cancellation is not null;
    public bool IsOver => Time.IsOverAt(Now);
    public int? Left => Gathering.Content.Places is { } places ? Math.Max(0, places - Time.Taken) : null;
    public string? InOther => PageFrame.IfOther(Gathering.Content.Language);

    public async Task<IActionResult> OnGetAsync(string slug, string? on, CancellationToken stop)
    {
        var viewer = await current.GetAsync(stop);
        if (await db.Gatherings.AsNoTracking().VisibleTo(viewer).Where(g => g.Slug == slug).WithTimes().SingleOrDefaultAsync(stop) is not { } gathering
            || gathering.TimeOn(on, Now) is not { } time)
            return NotFound();
        (Gathering, Time) = (gathering, await db.Occurrences.AsNoTracking().Include(o => o.Rsvps).SingleAsync(o => o.Id == time.Id, stop));
        Ahead = [.. gathering.Occurrences.Where(o => o.Id != time.Id && !o.IsOverAt(Now) && o.Cancellation is null).OrderBy(o => o.StartsAt).Take(MostAhead)];
        Hub = (await hubList.GetAsync()).Find(gathering.HubId);
        Topics = await topicList.GetAsync();
        Listing = (await db.Listings.Public().Where(l => l.Id == gathering.ListingId).ToRowsAsync(stop)) is [var row] ? row : null;
        Room = await db.Rooms.AsNoTracking().VisibleTo(viewer).SingleOrDefaultAsync(r => r.Id == gathering.RoomId, stop);
        Zone = viewer?.Zone;
        Yours = Zone is { } zone ? times.Elsewhere(Time.StartsAt, Time.EndsAt, gathering.Zone, zone) : null;
        await LoadPeopleAsync(viewer, stop);
        if (viewer is not null)
            await LoadMineAsync(viewer, stop);
        return Page();
    }

    /// <summary>A steward takes it out of the hub.</summary>
    public async Task<IActionResult> OnPostTakeOutAsync(string slug, CancellationToken stop)
    {
        if (!current.IsSignedIn || !await visit.OpenAsync(slug, null, stop) || !await CanModerateHubAsync(visit.Gathering, visit.Me, stop))
            return NotFound();
        visit.Gathering.LeaveHub();
        await db.SaveAloneAsync(stop);
        return this.Done(visit.Address, text["TakenOut"]);
    }

    async Task LoadPeopleAsync(Member? viewer, CancellationToken stop)
    {
        var hosts = Gathering.Hosts.OrderBy(h => h.Since).Select(h => h.MemberId).ToList();
        var named = hosts.Concat(Gathering.Changes.Select(c => c.ById).OfType<Guid>()).Distinct().ToList();
        var names = await db.Members.Where(m => named.Contains(m.Id) && m.ErasedAt == null).ToDictionaryAsync(m => m.Id, m => m.Name, stop);
        var open = await db.Members.VisibleTo(viewer).Where(m => hosts.Contains(m.Id)).ToDictionaryAsync(m => m.Id, m => m.Handle, stop);
        Hosts = [.. hosts.Where(names.ContainsKey).Select(id => new HostRow(names[id], open.GetValueOrDefault(id)))];
        Changes = [.. Gathering.Changes.OrderByDescending(c => c.At).Select(c => new ChangeRow(c.At, c.ById is { } by ? names.GetValueOrDefault(by) : null, words.Of(c), GatheringWords.OldWordsOf(c)))];
    }

    async Task LoadMineAsync(Member viewer, CancellationToken stop)
    {
        IsSignedIn = true;
        (CanEdit, IsHost) = (Gathering.CanBeEditedBy(viewer), Gathering.IsHostedBy(viewer));
        CanTakeOut = !CanEdit && await CanModerateHubAsync(Gathering, viewer, stop);
        Mine = Time.Rsvps.FirstOrDefault(r => r.MemberId == viewer.Id);
        Number = Mine is { Waits: true } ? Time.Line.ToList().IndexOf(Mine) + 1 : 0;
        var whole = await db.SeriesAnswers.AnyAsync(a => a.GatheringId == Gathering.Id && a.MemberId == viewer.Id, stop);
        Form = RsvpForm.Of(Time, Mine, whole);
        MayHaveLink = IsHost || (await db.ComesToAsync(viewer.Id, Now, stop)).Contains(Gathering.Id);
    }

    async Task<bool> CanModerateHubAsync(Gathering gathering, Member member, CancellationToken stop) =>
        gathering.HubId is { } id && await db.Hubs.AsNoTracking().WithRoles().SingleOrDefaultAsync(h => h.Id == id, stop) is { } hub && hub.CanBeModeratedBy(member, Now);
}

/// <param name="Handle">Null when the reader may not open their page.</param>
sealed record HostRow(string Name, string? Handle);

sealed record ChangeRow(DateTimeOffset At, string? By, IReadOnlyList<ChangeSaid> Parts, string? OldWords);
