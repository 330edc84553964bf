using HealthDoers.Domain.Notifications;
using HealthDoers.Web.Access;
using HealthDoers.Web.Data;
using HealthDoers.Web.Hosting;
using HealthDoers.Web.Notifying;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace HealthDoers.Web.Pages.Notifications;

/// <summary>One hub, room, topic, story, idea, member or search: another way than usual, or "tell me only if …".</summary>
public sealed class OneModel(AppDb db, CurrentMember current, RulesWords words, TimeProvider clock, IStringLocalizer<NotificationsText> text) : PageModel, IShownAgain
{
    [BindProperty]
    public OneForm Input { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public SubjectKind Kind { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Topic { get; set; }

    public RulesWords Words => words;
    public NamedSubject Named { get; private set; } = null!;
    public Way Usual { get; private set; }

    /// <summary>Where they follow it and there is enough of it to choose from.</summary>
    public Follow? Follow { get; private set; }
    public string Sentence { get; private set; } = "";
    internal FollowedWeek? Week { get; private set; }

    Subject Subject => new(Kind, Id, Topic ?? "");

    /// <param name="kind">Of a subject.</param>
    public static string AddressOf(SubjectKind kind, Guid id, string topic = "") =>
        $"{RulesModel.Address}/one?kind={kind}&id={id}" + (topic.Length > 0 ? $"&topic={Uri.EscapeDataString(topic)}" : "");

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (await LoadAsync(stop) is not { } rules)
            return NotFound();
        Input = OneForm.Of(rules.ExceptionFor(Subject), Follow?.Only);
        await TryOutAsync(stop);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (await LoadAsync(stop) is null)
            return NotFound();
        if (!IsSound())
            return this.Refused();
        await Listening.ChangeAsync(db, current.Id!.Value, rules => rules.With(Subject, Input.Way), stop);
        if (Follow is { } follow && await db.Follows.SingleOrDefaultAsync(f => f.MemberId == follow.MemberId && f.Kind == follow.Kind && f.TargetId == follow.TargetId, stop) is { } kept)
            kept.Narrow(Input.Read());
        await db.SaveUnlessDoneAsync(stop);
        await PendingDigest.PlanAgainAsync(db, current.Id!.Value, clock.GetUtcNow(), stop);
        return this.Done(AddressOf(Kind, Id, Topic ?? ""), text["OneSaved", Named.Name]);
    }

    /// <summary>What it would have sent, before it is kept.</summary>
    public async Task<IActionResult> OnPostTryAsync(CancellationToken stop)
    {
        if (await LoadAsync(stop) is null)
            return NotFound();
        if (!IsSound())
            return this.Refused();
        await TryOutAsync(stop);
        return Page();
    }

    public async Task LoadAgainAsync() => await LoadAsync(HttpContext.RequestAborted);

    bool IsSound()
    {
        if (ModelState.IsValid && !Input.IsSound)
            ModelState.AddModelError("", text["Unknown"]);
        return ModelState.IsValid;
    }

    async Task TryOutAsync(CancellationToken stop)
    {
        if (Follow is null)
            return;
        var only = Input.Read();
        Sentence = await words.SentenceAsync(only, stop);
        Week = await FollowedWeek.OfAsync(db, Follow, only, clock.GetUtcNow(), stop);
    }

    /// <returns>Null when there is no such thing, or not for this member.</returns>
    async Task<NotificationRules?> LoadAsync(CancellationToken stop)
    {
        var me = await current.RequireAsync(stop);
        if (!Enum.IsDefined(Kind) || (await SubjectNames.ReadAsync(db, me, [Subject], stop)).GetValueOrDefault(Subject) is not { } named)
            return null;
        Named = named;
        var rules = await Listening.RulesOfAsync(db, me, stop);
        Usual = rules.WayOf(GroupOf(Kind));
        var follows = await db.Follows.AsNoTracking().Where(f => f.MemberId == me.Id && f.TargetId == Id).ToListAsync(stop);
        Follow = follows.SingleOrDefault(f => Subject.Of(f.Kind) == Kind && f.CanBeNarrowed);
        return rules;
    }

    static NotificationGroup GroupOf(SubjectKind kind) => kind switch
    {
        SubjectKind.Story or SubjectKind.Idea => NotificationGroup.Answers,
        SubjectKind.Gathering => NotificationGroup.Gatherings,
        SubjectKind.Room or SubjectKind.RoomTopic => NotificationGroup.Rooms,
        SubjectKind.Search => NotificationGroup.Searches,
        _ => NotificationGroup.Follows,
    };
}
