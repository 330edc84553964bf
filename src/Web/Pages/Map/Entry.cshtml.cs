using System.ComponentModel.DataAnnotations;
using HealthDoers.Domain.Map;
using HealthDoers.Domain.Moderation;
using HealthDoers.Domain.Words;
using HealthDoers.Web.Access;
using HealthDoers.Web.Data;
using HealthDoers.Web.Hosting;
using HealthDoers.Web.Look;
using HealthDoers.Web.Map;
using HealthDoers.Web.Pages.Stories;
using HealthDoers.Web.Places;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace HealthDoers.Web.Pages.Map;

/// <summary>What somebody put on the map.</summary>
sealed class EntryModel(AppDb db, CurrentMember me, Atlas atlas, TopicList topicList, TimeProvider clock, IStringLocalizer<MapText> text) : PageModel, IShownAgain
{
    // Degrees around it, for the way back to the map.
    const double View = 0.5;

    [BindProperty]
    public TakingDown Input { get; set; } = new();

    public MapEntry Entry { get; private set; } = null!;
    public bool IsMine { get; private set; }
    public bool IsEditor { get; private set; }
    public string? OwnerHandle { get; private set; }
    public TopicList.Topics Topics { get; private set; } = null!;

    public string Words => atlas.Words(Entry.Place.Shown, PageFrame.Language);

    public string OnMap
    {
        get
        {
            var (latitude, longitude) = Entry.Place.Shown.Point;
            var box = new MapBox(Math.Max(-180, longitude - View), Math.Max(-90, latitude - View), Math.Min(180, longitude + View), Math.Min(90, latitude + View));
            return new MapQuestion { Box = box, Zoom = MapAddress.ZoomOf(box) }.Url();
        }
    }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) =>
        await LoadAsync(id, cancellationToken) ? Page() : NotFound();

    public Task LoadAgainAsync() => LoadAsync(Entry.Id, HttpContext.RequestAborted);

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken) || !IsEditor)
            return NotFound();
        if (!ModelState.IsValid)
            return this.Refused();
        var editor = await me.RequireAsync(cancellationToken);
        var reason = CleanText.Line(Input.Reason);
        Entry.TakeDownBy(editor, reason, clock.GetUtcNow());
        db.ModerationRecords.Add(new(editor.Id, ModerationAct.Hid, ReportedKind.MapEntry, Entry.Id, reason, clock.GetUtcNow()));
        await db.SaveChangesAsync(cancellationToken);
        return this.Done(EntryAddress.Of(id), text["TookDown"]);
    }

    public async Task<IActionResult> OnPostBackAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken) || !IsEditor)
            return NotFound();
        var editor = await me.RequireAsync(cancellationToken);
        Entry.PutBackBy(editor);
        db.ModerationRecords.Add(new(editor.Id, ModerationAct.Showed, ReportedKind.MapEntry, Entry.Id, "", clock.GetUtcNow()));
        await db.SaveChangesAsync(cancellationToken);
        return this.Done(EntryAddress.Of(id), text["WasPutBack"]);
    }

    async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        var viewer = await me.GetAsync(cancellationToken);
        if (await db.MapEntries.VisibleTo(viewer).Include(e => e.Owner).SingleOrDefaultAsync(e => e.Id == id, cancellationToken) is not { } entry)
            return false;
        (Entry, Topics) = (entry, await topicList.GetAsync());
        IsMine = viewer is not null && entry.OwnerId == viewer.Id;
        IsEditor = viewer?.IsEditor == true;
        // Their page says who may open it.
        OwnerHandle = entry.Owner is { } owner && (owner.Profile.SeenBy == Domain.Members.Audience.Everyone || viewer is not null && owner.Profile.SeenBy == Domain.Members.Audience.Members) ? owner.Handle : null;
        return true;
    }

    public sealed class TakingDown
    {
        [Required(ErrorMessage = "Required"), StringLength(500, ErrorMessage = "TooLong")]
        public string Reason { get; set; } = "";
    }
}
