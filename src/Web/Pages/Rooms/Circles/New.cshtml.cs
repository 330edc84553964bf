using HealthDoers.Domain.Rooms;
using HealthDoers.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace HealthDoers.Web.Pages.Rooms.Circles;

/// <summary>Opens a circle in a room.</summary>
public sealed class NewModel(RoomVisit visit, FormPosting posting, IStringLocalizer<CirclesText> text, IStringLocalizer<RoomsText> ofRooms) : PageModel, IShownAgain
{
    /// <summary>Questions to begin with, one for each of the five habits.</summary>
    public static readonly string[] Habits = ["HabitTogether", "HabitOtherness", "HabitTension", "HabitVoice", "HabitCommunity"];

    public RoomVisit Visit => visit;

    [BindProperty]
    public Form Input { get; set; } = new();

    public IEnumerable<SelectListItem> Turns => CircleAsk.TurnChoices.Select(seconds =>
        new SelectListItem(text[seconds == 60 ? "OneMinute" : "Minutes", seconds / 60], $"{seconds}"));

    public IEnumerable<SelectListItem> RoundChoices => Enumerable.Range(1, CircleAsk.MostRounds).Select(n => new SelectListItem($"{n}", $"{n}"));

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken stop)
    {
        if (!await visit.OpenToReadAsync(slug, stop) || !visit.Room.TakesWordsOf(visit.Me))
            return NotFound();
        Input.BeNew();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken stop)
    {
        if (!await visit.OpenToReadAsync(slug, stop))
            return NotFound();
        var ask = new CircleAsk(Input.Seconds, Input.Rounds);
        if (new Posting(Guid.Empty, Input.Prompt ?? "").BodyFault is { } wrong)
            ModelState.AddModelError("Input.Prompt", ofRooms[$"Body{wrong}", Posting.BodyLimit]);
        if (ask.IsFaulty)
            ModelState.AddModelError("Input.Seconds", text["ChooseTurn"]);
        if (!ModelState.IsValid)
            return this.Refused();
        return await posting.SendAsync(this, visit, Input, clientId => new(clientId, Input.Prompt!, text["TopicName"], Circle: ask), text["Opened"], stop);
    }

    public Task LoadAgainAsync() => visit.OpenAsync(visit.Room.Slug, HttpContext.RequestAborted);

    public sealed class Form : PostForm
    {
        [ValidateNever]
        public string? Prompt { get; set; }

        public int Seconds { get; set; } = 120;

        public int Rounds { get; set; } = 1;
    }
}
