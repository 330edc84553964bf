using HealthDoers.Domain.Members;
using HealthDoers.Domain.Rooms;
using HealthDoers.Web.Access;
using HealthDoers.Web.Data;
using HealthDoers.Web.Hosting;
using HealthDoers.Web.Pages.Rooms.ForTwo;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace HealthDoers.Web.Pages.Rooms.Ties;

/// <summary>From the page of a story, an idea or a gathering into a room, under a topic that stands for it.</summary>
public sealed class TalkModel(AppDb db, CurrentMember current, TopicTies ties, PairNames names, TimeProvider clock, IStringLocalizer<TiesText> text) : PageModel, IShownAgain
{
    const int MostRooms = 100;

    Member _me = null!;
    List<Room> _rooms = [];

    public TiedThing Thing { get; private set; } = null!;

    [BindProperty]
    public string? Room { get; set; }

    public IReadOnlyList<SelectListItem> Rooms { get; private set; } = [];

    public bool HasRooms => _rooms.Count > 0;

    public async Task<IActionResult> OnGetAsync(string folder, string key, CancellationToken stop) => await OpenAsync(folder, key, stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string folder, string key, CancellationToken stop)
    {
        if (!await OpenAsync(folder, key, stop))
            return NotFound();
        if (_rooms.Find(r => r.Slug == Room) is not { } room)
        {
            ModelState.AddModelError(nameof(Room), text["ChooseRoom"]);
            return this.Refused();
        }
        var topic = await db.TopicTies.Where(t => t.RoomId == room.Id && t.Kind == Thing.Kind && t.TargetId == Thing.Id).Select(t => t.Topic).FirstOrDefaultAsync(stop)
            ?? await BeginAsync(room, stop);
        return this.Done(RoomAddress.OfTopic(room.Slug, topic), text["TalkHere"]);
    }

    public Task LoadAgainAsync() => OpenAsync((string)RouteData.Values["folder"]!, (string)RouteData.Values["key"]!, HttpContext.RequestAborted);

    async Task<bool> OpenAsync(string folder, string key, CancellationToken stop)
    {
        _me = await current.RequireAsync(stop);
        if (await ties.FindAsync($"/{folder}/{key}", _me, stop) is not { } thing)
            return false;
        Thing = thing;
        // Rooms of mine, and open ones that I read.
        _rooms = await db.Rooms.AsNoTracking().VisibleTo(_me).Include(r => r.Memberships.Where(m => m.MemberId == _me.Id))
            .Where(r => r.Closing == null && (r.Memberships.Any(m => m.MemberId == _me.Id && m.State == RoomMembershipState.Joined) || r.Audience == RoomAudience.Open))
            .OrderByDescending(r => r.Memberships.Any(m => m.MemberId == _me.Id)).ThenByDescending(r => r.LastActiveAt).Take(MostRooms).ToListAsync(stop);
        _rooms.RemoveAll(r => !r.TakesWordsOf(_me));
        var called = await names.OfAsync(_rooms, _me, stop);
        Rooms = _rooms.ConvertAll(r => new SelectListItem(called[r.Id].Name, r.Slug));
        return true;
    }

    /// <summary>Named like the thing; where a topic of this name stands for something else, with a number.</summary>
    async Task<string> BeginAsync(Room room, CancellationToken stop)
    {
        var name = Thing.Title.Length <= Posting.TopicLimit - 4 ? Thing.Title : Thing.Title[..(Posting.TopicLimit - 5)].TrimEnd() + "…";
        var taken = await db.TopicTies.Where(t => t.RoomId == room.Id).Select(t => t.Topic).ToHashSetAsync(stop);
        var topic = Enumerable.Range(1, taken.Count + 1).Select(n => n == 1 ? name : $"{name} {n}").First(one => !taken.Contains(one));
        db.TopicTies.Add(new(room.Id, topic, Thing.Kind, Thing.Id, _me.Id, clock.GetUtcNow()));
        await db.SaveUnlessDoneAsync(stop);
        return topic;
    }
}
