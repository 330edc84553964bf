using HealthDoers.Domain.Rooms;
using HealthDoers.Domain.Words;
using HealthDoers.Web.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HealthDoers.Web.Pages.Hubs;

/// <summary>Opens the room of a hub with the first who wants to talk there, so that no room stands empty for years.</summary>
public sealed class TalkModel(AppDb db, HubVisit visit) : PageModel
{
    public HubVisit Visit => visit;

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken stop)
    {
        if (!await visit.OpenAsync(slug, stop))
            return NotFound();
        return await RoomAsync(stop) is { } room ? this.Done("/rooms/" + room) : Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken stop)
    {
        if (!await visit.OpenAsync(slug, stop) || !(visit.IsMember || visit.CanModerate))
            return NotFound();
        if (await RoomAsync(stop) is { } there)
            return this.Done("/rooms/" + there);
        var taken = await db.Rooms.Where(r => r.Slug.StartsWith(slug)).Select(r => r.Slug).ToHashSetAsync(stop);
        var free = Enumerable.Range(1, taken.Count + 1).Select(n => Slug.Numbered(slug, n)).First(s => !taken.Contains(s));
        var room = new Room(free, visit.Hub.Words.ToDictionary(w => w.Key, w => new RoomWords(w.Value.Name, w.Value.Purpose)), visit.Now, visit.Hub.Id);
        db.Rooms.Add(room);
        visit.Hub.TalkIn(room.Id);
        await db.SaveUnlessDoneAsync(stop);
        return this.Done($"/hubs/{slug}/talk");
    }

    Task<string?> RoomAsync(CancellationToken stop) =>
        db.Rooms.Where(r => r.Id == visit.Hub.RoomId).Select(r => r.Slug).SingleOrDefaultAsync(stop);
}
