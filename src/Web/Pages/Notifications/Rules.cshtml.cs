using HealthDoers.Domain.Members;
using HealthDoers.Domain.Notifications;
using HealthDoers.Domain.Rooms;
using HealthDoers.Domain.Searches;
using HealthDoers.Web.Access;
using HealthDoers.Web.Data;
using HealthDoers.Web.Hosting;
using HealthDoers.Web.Notifying;
using HealthDoers.Web.Pages.Searches;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace HealthDoers.Web.Pages.Notifications;

/// <summary>Everything that decides what I am told and how, on one page: rules, exceptions, what I follow, watch and search for.</summary>
public sealed class RulesModel(AppDb db, CurrentMember current, RulesWords words, WriteGate gate, TimeProvider clock, IStringLocalizer<NotificationsText> text) : PageModel, IShownAgain
{
    public const string Address = "/account/notifications";

    [BindProperty]
    public RulesForm Input { get; set; } = new();

    public RulesWords Words => words;
    public IReadOnlyList<(SubjectRule Rule, NamedSubject? Named)> Exceptions { get; private set; } = [];
    public IReadOnlyList<(Follow Follow, NamedSubject? Named, string Only)> Follows { get; private set; } = [];
    public IReadOnlyList<(TopicWatch Watch, NamedSubject Named)> Watches { get; private set; } = [];
    public IReadOnlyList<SavedSearch> Searches { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken stop)
    {
        var me = await current.RequireAsync(stop);
        Input = RulesForm.Of(await LoadAsync(me, stop), me.Zone);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        var me = await current.RequireAsync(stop);
        if (!Input.QuietMakesSense)
            ModelState.AddModelError("Input.QuietUntil", text["QuietBoth"]);
        if (!Input.IsSound || !ModelState.IsValid)
        {
            if (ModelState.IsValid)
                ModelState.AddModelError("", text["Unknown"]);
            await LoadAsync(me, stop);
            return this.Refused();
        }
        await Listening.ChangeAsync(db, me.Id, Input.Onto, stop);
        (await db.Members.SingleAsync(m => m.Id == me.Id, stop)).LiveIn(string.IsNullOrEmpty(Input.Zone) ? null : Input.Zone);
        await db.SaveChangesAsync(stop);
        await PendingDigest.PlanAgainAsync(db, me.Id, clock.GetUtcNow(), stop);
        return this.Done(Address, text["RulesSaved"]);
    }

    public async Task<IActionResult> OnPostForgetAsync(SubjectKind kind, Guid id, string? topic, CancellationToken stop)
    {
        await Listening.ChangeAsync(db, current.Id!.Value, rules => rules.With(new Subject(kind, id, topic ?? ""), null), stop);
        return this.Done(Address + "#exceptions", text["RuleForgotten"]);
    }

    public async Task<IActionResult> OnPostUnfollowAsync(FollowedKind kind, Guid id, CancellationToken stop)
    {
        var me = current.Id;
        if (await db.Follows.SingleOrDefaultAsync(f => f.MemberId == me && f.Kind == kind && f.TargetId == id, stop) is { } follow)
            db.Remove(follow);
        await db.SaveUnlessDoneAsync(stop);
        return this.Done(Address + "#follows", text["Unfollowed"]);
    }

    public async Task<IActionResult> OnPostUnwatchAsync(Guid room, string? topic, CancellationToken stop)
    {
        var me = current.Id;
        if (await db.TopicWatches.SingleOrDefaultAsync(w => w.MemberId == me && w.RoomId == room && w.Topic == (topic ?? ""), stop) is { } watch)
            watch.Be(WatchLevel.Usual);
        await db.SaveUnlessDoneAsync(stop);
        return this.Done(Address + "#topics", text["Unwatched"]);
    }

    public async Task<IActionResult> OnPostEndSearchAsync(Guid id, CancellationToken stop)
    {
        var me = current.Id;
        if (await db.SavedSearches.AsNoTracking().SingleOrDefaultAsync(s => s.Id == id && s.MemberId == me, stop) is not { } search)
            return NotFound();
        await db.EndAsync(search, gate, stop);
        return this.Done(Address + "#searches", text["SearchEnded", search.Name]);
    }

    public async Task LoadAgainAsync() => await LoadAsync(await current.RequireAsync(HttpContext.RequestAborted), HttpContext.RequestAborted);

    async Task<NotificationRules> LoadAsync(Member me, CancellationToken stop)
    {
        var rules = await Listening.RulesOfAsync(db, me, stop);
        var follows = await db.Follows.AsNoTracking().Where(f => f.MemberId == me.Id).OrderByDescending(f => f.At).ToListAsync(stop);
        var watches = await db.TopicWatches.AsNoTracking().Where(w => w.MemberId == me.Id && w.Level != WatchLevel.Usual).OrderBy(w => w.Topic).ToListAsync(stop);
        Searches = await db.SavedSearches.AsNoTracking().Where(s => s.MemberId == me.Id).OrderBy(s => s.Name).ToListAsync(stop);
        var named = await SubjectNames.ReadAsync(db, me, [.. rules.Exceptions.Select(e => e.Subject), .. follows.Select(Of), .. watches.Select(Of)], stop);
        Exceptions = [.. rules.Exceptions.AsEnumerable().Reverse().Select(e => (e, named.GetValueOrDefault(e.Subject)))];
        var said = new List<(Follow, NamedSubject?, string)>();
        foreach (var follow in follows)
            said.Add((follow, named.GetValueOrDefault(Of(follow)), follow.Only is null ? "" : await words.SentenceAsync(follow.Only, stop)));
        Follows = said;
        Watches = [.. watches.Where(w => named.ContainsKey(Of(w))).Select(w => (w, named[Of(w)]))];
        return rules;
    }

    static Subject Of(Follow follow) => new(Subject.Of(follow.Kind), follow.TargetId);

    static Subject Of(TopicWatch watch) => new(SubjectKind.RoomTopic, watch.RoomId, watch.Topic);
}
