using HealthDoers.Domain.Rooms;
using HealthDoers.Web.Data;
using HealthDoers.Web.Hosting;
using HealthDoers.Web.Pages.Rooms.Log;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace HealthDoers.Web.Pages.Rooms;

/// <summary>What a room keeps of its talk: decisions, actions, predictions, learning, pinned messages and one's own stars.</summary>
public sealed class RegisterModel(AppDb db, RoomVisit visit, IStringLocalizer<RoomsText> text) : PageModel, IShownAgain
{
    const int PageSize = 50;
    const string Pinned = "pinned";
    const string Starred = "starred";

    public static readonly string[] Shelves = [.. Enum.GetValues<MarkKind>().Select(ItemMark.NameOf), Pinned, Starred];

    public RoomVisit Visit => visit;
    public string Shelf { get; private set; } = Shelves[0];
    public IReadOnlyList<MessageItem> Items { get; private set; } = [];
    public IReadOnlyDictionary<string, int> Counts { get; private set; } = new Dictionary<string, int>();
    public string? Newer { get; private set; }
    public string? Older { get; private set; }
    public bool CanWork => visit.Room.TakesWordsOf(visit.Me);
    public DateOnly Today => DateOnly.FromDateTime(visit.Now.UtcDateTime);

    public async Task<IActionResult> OnGetAsync(string slug, string? shelf, CancellationToken stop, [FromQuery] int page = 1)
    {
        if (!await visit.OpenToReadAsync(slug, stop) || (shelf is not null && !Shelves.Contains(shelf)))
            return NotFound();
        Shelf = shelf ?? Shelf;
        await LoadAsync(Math.Clamp(page, 1, 10_000), stop);
        return Page();
    }

    public async Task<IActionResult> OnPostDoneAsync(string slug, long seq, bool done, CancellationToken stop)
    {
        if (!await visit.OpenToReadAsync(slug, stop))
            return NotFound();
        Shelf = ItemMark.NameOf(MarkKind.Action);
        var item = await db.ChangeMessageAsync(slug, seq, visit.Me.Id, (message, me) => message.FinishBy(me, done, visit.Now), stop);
        return item is null ? NotFound() : this.Done($"{visit.Address}/register/{Shelf}", text[done ? "ActionDone" : "ActionTakenUp"]);
    }

    public async Task LoadAgainAsync()
    {
        await visit.OpenAsync(visit.Room.Slug, HttpContext.RequestAborted);
        await LoadAsync(1, HttpContext.RequestAborted);
    }

    async Task LoadAsync(int page, CancellationToken stop)
    {
        var log = db.Messages.Where(m => m.RoomId == visit.Room.Id && m.Deletion == null);
        var counts = (await db.MessageMarks.Where(m => m.RoomId == visit.Room.Id).GroupBy(m => m.Kind).Select(k => new { k.Key, Count = k.Count() }).ToListAsync(stop))
            .ToDictionary(k => ItemMark.NameOf(k.Key), k => k.Count);
        counts[Pinned] = await log.CountAsync(m => m.Pin != null, stop);
        counts[Starred] = await OnShelf(log, Starred).CountAsync(stop);
        Counts = counts;
        var rows = await OnShelf(log, Shelf).Skip((page - 1) * PageSize).Take(PageSize + 1).ReadAsync(stop);
        Items = [.. rows.Take(PageSize)];
        Newer = page > 1 ? $"{visit.Address}/register/{Shelf}?page={page - 1}" : null;
        Older = rows.Count > PageSize ? $"{visit.Address}/register/{Shelf}?page={page + 1}" : null;
    }

    /// <summary>Actions that wait come first, the most urgent at the top; everything else by what was said last.</summary>
    IQueryable<Message> OnShelf(IQueryable<Message> log, string shelf)
    {
        if (shelf == Pinned)
            return log.Where(m => m.Pin != null).OrderByDescending(m => m.Seq);
        if (shelf == Starred)
            return log.Where(m => db.Stars.Any(s => s.MessageId == m.Id && s.MemberId == visit.Me.Id)).OrderByDescending(m => m.Seq);
        var kind = Enum.Parse<MarkKind>(shelf, ignoreCase: true);
        var marked = log.Where(m => m.Mark!.Kind == kind);
        return kind == MarkKind.Action
            ? marked.OrderBy(m => m.Mark!.DoneAt != null).ThenBy(m => m.Mark!.Due == null).ThenBy(m => m.Mark!.Due).ThenByDescending(m => m.Seq)
            : marked.OrderByDescending(m => m.Seq);
    }
}
