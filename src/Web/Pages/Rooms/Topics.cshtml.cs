using HealthDoers.Domain.Rooms;
using HealthDoers.Domain.Words;
using HealthDoers.Web.Data;
using HealthDoers.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace HealthDoers.Web.Pages.Rooms;

/// <summary>The topics of a room: follow, mute, settle and rename them.</summary>
public sealed class TopicsModel(AppDb db, RoomVisit visit, TopicMemory topics, IStringLocalizer<RoomsText> text) : PageModel, IShownAgain
{
    public RoomVisit Visit => visit;
    public IReadOnlyList<TopicRow> Rows { get; private set; } = [];
    public bool CanSettle => visit.Room.TakesWordsOf(visit.Me);

    /// <summary>The topic whose new name was refused, and that name.</summary>
    public (string Topic, string? Name)? Asked { get; private set; }

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken stop)
    {
        if (!await visit.OpenToReadAsync(slug, stop))
            return NotFound();
        await LoadAsync(stop);
        return Page();
    }

    public async Task<IActionResult> OnPostWatchAsync(string slug, string? topic, WatchLevel level, CancellationToken stop)
    {
        topic = CleanText.Line(topic);
        if (!await OpenAsync(slug, topic, stop) || !ModelState.IsValid || !Enum.IsDefined(level))
            return NotFound();
        await db.SaveLookingAgainAsync(async () =>
        {
            var watch = await db.WatchOfAsync(visit.Room, topic, visit.Me.Id, stop);
            watch.Be(level);
            return watch;
        }, stop);
        return Done(text[$"Watch{level}", NameOf(topic)]);
    }

    public async Task<IActionResult> OnPostSettleAsync(string slug, string? topic, bool settled, CancellationToken stop)
    {
        topic = CleanText.Line(topic);
        if (!await OpenAsync(slug, topic, stop) || !CanSettle || topic.Length == 0)
            return NotFound();
        var row = await db.RoomTopics.SingleOrDefaultAsync(t => t.RoomId == visit.Room.Id && t.Name == topic, stop);
        if (settled && row is null)
            db.RoomTopics.Add(new(visit.Room.Id, topic, visit.Me.Id, visit.Now));
        else if (!settled && row is not null)
            db.RoomTopics.Remove(row);
        await db.SaveUnlessDoneAsync(stop);
        return Done(text[settled ? "TopicSettled" : "TopicTakenUp", topic]);
    }

    public async Task<IActionResult> OnPostRenameAsync(string slug, string? topic, string? name, CancellationToken stop)
    {
        topic = CleanText.Line(topic);
        if (!await OpenAsync(slug, topic, stop))
            return NotFound();
        Asked = (topic, name);
        var clean = CleanText.Line(name);
        if (clean.Length is 0 or > Posting.TopicLimit)
        {
            await LoadAsync(stop);
            ModelState.AddModelError("", clean.Length == 0 ? text["GiveTopicName"] : text["TopicTooLong", Posting.TopicLimit]);
            return this.Refused();
        }
        if (clean != topic)
            await db.RenameTopicAsync(slug, topic, clean, visit.Me.Id, visit.Now, stop);
        return Done(text["TopicRenamed", clean]);
    }

    public async Task LoadAgainAsync()
    {
        await visit.OpenAsync(visit.Room.Slug, HttpContext.RequestAborted);
        await LoadAsync(HttpContext.RequestAborted);
    }

    /// <summary>How a topic is called where it has no name.</summary>
    public string NameOf(string topic) => topic.Length == 0 ? text["GeneralTopic"] : topic;

    async Task LoadAsync(CancellationToken stop) => Rows = await RoomTopics.OfAsync(db, topics, visit.Room, visit.Me, stop);

    async Task<bool> OpenAsync(string slug, string topic, CancellationToken stop) => await visit.OpenToReadAsync(slug, stop)
        && await db.Messages.AnyAsync(m => m.RoomId == visit.Room.Id && m.Topic == topic && m.Deletion == null, stop);

    IActionResult Done(string notice) => this.Done($"{visit.Address}/topics", notice);
}
