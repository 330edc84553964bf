using HealthDoers.Domain.Rooms;
using HealthDoers.Web.Data;
using HealthDoers.Web.Pages.Rooms.Log;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Pages.Rooms.History;

/// <summary>What a message said before, for those who read the room; and who deleted it.</summary>
public sealed class HistoryModel(AppDb db, RoomVisit visit) : PageModel
{
    const int MostShown = 200;

    public RoomVisit Visit => visit;
    public Message Message { get; private set; } = null!;

    /// <summary>Null when they have left and were erased.</summary>
    public MessageAuthor? Author { get; private set; }

    /// <summary>Null while it stands, and when they have left and were erased.</summary>
    public MessageAuthor? DeletedBy { get; private set; }

    /// <summary>The newest first; what it says now is not among them.</summary>
    public IReadOnlyList<MessageVersion> Versions { get; private set; } = [];

    /// <summary>It was deleted, and I am one of the few who still see its words.</summary>
    public bool ShowsDeleted { get; private set; }

    public async Task<IActionResult> OnGetAsync(string slug, long seq, CancellationToken stop)
    {
        if (!await visit.OpenToReadAsync(slug, stop)
            || await db.Messages.Include(m => m.Author).SingleOrDefaultAsync(m => m.RoomId == visit.Room.Id && m.Seq == seq, stop) is not { } message)
            return NotFound();
        Message = message;
        Author = MessageAuthor.Of(message.Author);
        if (message.Deletion is { } deletion)
            DeletedBy = await db.Members.Where(m => m.Id == deletion.ById && m.ErasedAt == null).Select(m => new MessageAuthor(m.Handle, m.Name)).SingleOrDefaultAsync(stop);
        if (!message.ShowsVersionsTo(visit.Me, visit.Now))
            return Page();
        Versions = await db.MessageVersions.AsNoTracking().Where(v => v.MessageId == message.Id).OrderByDescending(v => v.Rev).Take(MostShown).ToListAsync(stop);
        ShowsDeleted = message.Deletion is not null && Versions.Count > 0;
        return Page();
    }
}
