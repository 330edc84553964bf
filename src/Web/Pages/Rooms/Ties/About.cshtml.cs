using HealthDoers.Domain.Rooms;
using HealthDoers.Domain.Words;
using HealthDoers.Web.Data;
using HealthDoers.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace HealthDoers.Web.Pages.Rooms.Ties;

/// <summary>Somebody who writes in a room says what a topic is about: a story, an idea or a gathering.</summary>
public sealed class AboutModel(AppDb db, RoomVisit visit, TopicTies ties, IStringLocalizer<TiesText> text) : PageModel, IShownAgain
{
    public RoomVisit Visit => visit;

    [BindProperty(SupportsGet = true), ValidateNever]
    public string? Topic { get; set; }

    /// <summary>Of the thing, as copied from its page.</summary>
    [BindProperty, ValidateNever]
    public string? Address { get; set; }

    /// <summary>What it stands for now, as far as I may see it.</summary>
    public TiedThing? Thing { get; private set; }

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken stop) => await OpenAsync(slug, stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken stop)
    {
        if (!await OpenAsync(slug, stop))
            return NotFound();
        if (await ties.FindAsync(Address, visit.Me, stop) is not { } thing)
        {
            ModelState.AddModelError(nameof(Address), text[string.IsNullOrWhiteSpace(Address) ? "GiveAddress" : "NoSuchThing"]);
            return this.Refused();
        }
        if (await TieAsync(stop) is { } before)
            db.TopicTies.Remove(before);
        db.TopicTies.Add(new(visit.Room.Id, Topic!, thing.Kind, thing.Id, visit.Me.Id, visit.Now));
        await db.SaveUnlessDoneAsync(stop);
        return this.Done(RoomAddress.OfTopic(slug, Topic!), text["TiedNow", thing.Title]);
    }

    public async Task<IActionResult> OnPostRemoveAsync(string slug, CancellationToken stop)
    {
        if (!await OpenAsync(slug, stop))
            return NotFound();
        if (await TieAsync(stop) is { } tie)
            db.TopicTies.Remove(tie);
        await db.SaveUnlessDoneAsync(stop);
        return this.Done(RoomAddress.OfTopic(slug, Topic!), text["Untied"]);
    }

    public Task LoadAgainAsync() => OpenAsync(visit.Room.Slug, HttpContext.RequestAborted);

    async Task<bool> OpenAsync(string slug, CancellationToken stop)
    {
        Topic = CleanText.Line(Topic);
        if (!await visit.OpenToReadAsync(slug, stop) || !visit.Room.TakesWordsOf(visit.Me) || Topic.Length is 0 or > Posting.TopicLimit
            || !await db.Messages.AnyAsync(m => m.RoomId == visit.Room.Id && m.Topic == Topic && m.Deletion == null, stop))
            return false;
        Thing = (await ties.OfAsync(visit.Room.Id, visit.Me, stop)).GetValueOrDefault(Topic);
        return true;
    }

    Task<TopicTie?> TieAsync(CancellationToken stop) => db.TopicTies.SingleOrDefaultAsync(t => t.RoomId == visit.Room.Id && t.Topic == Topic, stop);
}
