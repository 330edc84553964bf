using System.Globalization;
using HealthDoers.Domain.Members;
using HealthDoers.Domain.Rooms;
using HealthDoers.Domain.Words;
using HealthDoers.Web.Data;
using HealthDoers.Web.Hosting;
using HealthDoers.Web.Pages.Rooms.Log;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace HealthDoers.Web.Pages.Rooms;

/// <summary>Marks, finishes, moves and pins one message where no script does.</summary>
public sealed class WorkModel(AppDb db, RoomVisit visit, IStringLocalizer<RoomsText> text) : PageModel, IShownAgain
{
    public RoomVisit Visit => visit;
    public MessageItem Item { get; private set; } = null!;
    public MessageRow Row => new(visit.Room.Slug, Item, null, visit.Me);
    public string Back => RoomAddress.OfMessage(visit.Room.Slug, Item.Seq);
    public bool CanMove => Row.IsMine || visit.CanModerate;
    public bool CanPin => visit.Room.Audience != RoomAudience.Open || visit.CanModerate;
    public IEnumerable<SelectListItem> Kinds => Enum.GetValues<MarkKind>().Select(ItemMark.NameOf).Select(kind => new SelectListItem(text[$"MarkAs_{kind}"], kind));

    [BindProperty]
    public Form Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(string slug, long seq, CancellationToken stop)
    {
        if (!await FindAsync(slug, seq, stop))
            return NotFound();
        Input = new() { Kind = Item.Mark?.Kind, Owner = Item.Mark?.Owner?.Handle, Due = Item.Mark?.Due?.ToString("O", CultureInfo.InvariantCulture), Topic = Item.Topic };
        return Page();
    }

    public async Task<IActionResult> OnPostMarkAsync(string slug, long seq, CancellationToken stop)
    {
        if (!await FindAsync(slug, seq, stop))
            return NotFound();
        DateOnly? due = null;
        if (CleanText.Line(Input.Due) is { Length: > 0 } typed)
        {
            if (DateOnly.TryParseExact(typed, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
                due = day;
            else
                ModelState.AddModelError("Input.Due", text["DayUnreadable"]);
        }
        var errors = new FieldErrors();
        var marking = await Marking.ReadAsync(db, new(Input.Kind, Input.Owner, due), errors, text, stop);
        foreach (var (field, sentences) in errors)
            ModelState.AddModelError(field == "owner" ? "Input.Owner" : "Input.Kind", sentences[0]);
        if (!ModelState.IsValid || marking is null)
            return this.Refused();
        return Done(await marking.OnAsync(db, slug, seq, visit.Me.Id, visit.Now, stop), text["Marked", text[$"Mark_{ItemMark.NameOf(marking.Kind)}"]]);
    }

    public Task<IActionResult> OnPostUnmarkAsync(string slug, long seq, CancellationToken stop) =>
        ChangeAsync(slug, seq, (message, me) => message.UnmarkBy(me), "Unmarked", stop);

    public Task<IActionResult> OnPostFinishAsync(string slug, long seq, bool done, CancellationToken stop) =>
        ChangeAsync(slug, seq, (message, me) => message.FinishBy(me, done, visit.Now), done ? "ActionDone" : "ActionTakenUp", stop);

    public Task<IActionResult> OnPostPinAsync(string slug, long seq, bool on, CancellationToken stop) =>
        ChangeAsync(slug, seq, (message, me) => message.PinBy(me, on, visit.Now), on ? "PinnedNow" : "UnpinnedNow", stop);

    public async Task<IActionResult> OnPostMoveAsync(string slug, long seq, CancellationToken stop)
    {
        if (!await FindAsync(slug, seq, stop))
            return NotFound();
        var topic = CleanText.Line(Input.Topic);
        if (topic.Length > Posting.TopicLimit)
        {
            ModelState.AddModelError("Input.Topic", text["TopicTooLong", Posting.TopicLimit]);
            return this.Refused();
        }
        return Done(await db.ChangeMessageAsync(slug, seq, visit.Me.Id, (message, me) => message.MoveTo(topic, me, visit.Now), stop),
            text["MovedTo", topic.Length == 0 ? text["GeneralTopic"] : topic]);
    }

    public Task LoadAgainAsync() => FindAsync(visit.Room.Slug, Item.Seq, HttpContext.RequestAborted);

    async Task<IActionResult> ChangeAsync(string slug, long seq, Action<Message, Member> change, string notice, CancellationToken stop) =>
        await FindAsync(slug, seq, stop) ? Done(await db.ChangeMessageAsync(slug, seq, visit.Me.Id, change, stop), text[notice]) : NotFound();

    IActionResult Done(MessageItem? changed, string notice) => changed is null ? NotFound() : this.Done(Back, notice);

    async Task<bool> FindAsync(string slug, long seq, CancellationToken stop)
    {
        if (!await visit.OpenToReadAsync(slug, stop)
            || (await db.Messages.Where(m => m.RoomId == visit.Room.Id && m.Seq == seq && m.Deletion == null).ReadAsync(stop)).SingleOrDefault() is not { } item)
            return false;
        Item = item;
        return true;
    }

    [ValidateNever]
    public sealed class Form
    {
        public string? Kind { get; set; }
        public string? Owner { get; set; }
        public string? Due { get; set; }
        public string? Topic { get; set; }
    }
}
