using System.Globalization;
using HealthDoers.Domain;
using HealthDoers.Domain.Rooms;
using HealthDoers.Web.Hosting;
using HealthDoers.Web.Pages.Rooms.Log;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace HealthDoers.Web.Pages.Rooms.Circles;

/// <summary>Opens a circle in a room.</summary>
public sealed class NewModel(RoomVisit visit, RoomLog log, IStringLocalizer<CirclesText> text, IStringLocalizer<RoomsText> ofRooms) : PageModel, IShownAgain
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
        Input.ClientId ??= Guid.CreateVersion7().ToString();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, [FromServices] PostPace pace, CancellationToken stop)
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
        if (pace.WaitFor(visit.Me.Id) is { } wait)
        {
            Response.Headers.RetryAfter = PostPace.Seconds(wait).ToString(CultureInfo.InvariantCulture);
            Response.StatusCode = StatusCodes.Status429TooManyRequests;
            ModelState.AddModelError("", ofRooms["TooFast", PostPace.Seconds(wait)]);
            return Page();
        }
        var clientId = Guid.TryParse(Input.ClientId, out var given) && given != Guid.Empty ? given : Guid.CreateVersion7();
        var answer = await log.AppendAsync(slug, visit.Me.Id, new(clientId, Input.Prompt!, text["TopicName"], Circle: ask), stop);
        return answer switch
        {
            { Item: { } item } => this.Done(RoomAddress.OfMessage(slug, item.Seq), text["Opened"]),
            { Refusal: { } refusal } => throw new RuleBrokenException(refusal),
            _ => NotFound(),
        };
    }

    public Task LoadAgainAsync() => visit.OpenAsync(visit.Room.Slug, HttpContext.RequestAborted);

    public sealed class Form
    {
        [ValidateNever]
        public string? Prompt { get; set; }

        public int Seconds { get; set; } = 120;

        public int Rounds { get; set; } = 1;

        [ValidateNever]
        public string? ClientId { get; set; }
    }
}
