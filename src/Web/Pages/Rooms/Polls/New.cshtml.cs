using System.Globalization;
using HealthDoers.Domain;
using HealthDoers.Domain.Rooms;
using HealthDoers.Domain.Words;
using HealthDoers.Web.Hosting;
using HealthDoers.Web.Pages.Rooms.Log;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace HealthDoers.Web.Pages.Rooms.Polls;

/// <summary>Asks the room with a poll.</summary>
public sealed class NewModel(RoomVisit visit, RoomLog log, IStringLocalizer<PollsText> text, IStringLocalizer<RoomsText> ofRooms) : PageModel, IShownAgain
{
    public RoomVisit Visit => visit;

    [BindProperty]
    public Form Input { get; set; } = new();

    /// <summary>The topic from which somebody came here.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Topic { get; set; }

    public IEnumerable<SelectListItem> Kinds => Enum.GetValues<PollKind>().Select(kind => new SelectListItem(text[$"Kind{kind}"], kind.ToString()));

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken stop)
    {
        if (!await visit.OpenToReadAsync(slug, stop) || !visit.Room.TakesWordsOf(visit.Me))
            return NotFound();
        Input.ClientId ??= Guid.CreateVersion7().ToString();
        Input.Kind ??= PollKind.Choice.ToString();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, [FromServices] PostPace pace, CancellationToken stop)
    {
        if (!await visit.OpenToReadAsync(slug, stop))
            return NotFound();
        var ask = Check();
        if (!ModelState.IsValid || ask is null)
            return this.Refused();
        if (pace.WaitFor(visit.Me.Id) is { } wait)
        {
            Response.Headers.RetryAfter = PostPace.Seconds(wait).ToString(CultureInfo.InvariantCulture);
            Response.StatusCode = StatusCodes.Status429TooManyRequests;
            ModelState.AddModelError("", ofRooms["TooFast", PostPace.Seconds(wait)]);
            return Page();
        }
        var clientId = Guid.TryParse(Input.ClientId, out var given) && given != Guid.Empty ? given : Guid.CreateVersion7();
        var answer = await log.AppendAsync(slug, visit.Me.Id, new(clientId, Input.Question!, Topic ?? "", null, ask), stop);
        return answer switch
        {
            { Item: { } item } => this.Done(RoomAddress.OfMessage(slug, item.Seq), text["Asked"]),
            { Refusal: { } refusal } => throw new RuleBrokenException(refusal),
            _ => NotFound(),
        };
    }

    public Task LoadAgainAsync() => visit.OpenAsync(visit.Room.Slug, HttpContext.RequestAborted);

    PollAsk? Check()
    {
        if (new Posting(Guid.Empty, Input.Question ?? "").BodyFault is { } wrong)
            ModelState.AddModelError("Input.Question", ofRooms[$"Body{wrong}", Posting.BodyLimit]);
        if (CleanText.Line(Topic).Length > Posting.TopicLimit)
            ModelState.AddModelError("", ofRooms["TopicTooLong", Posting.TopicLimit]);
        if (!Enum.TryParse<PollKind>(Input.Kind, out var kind) || !Enum.IsDefined(kind))
        {
            ModelState.AddModelError("Input.Kind", text["KindUnknown"]);
            return null;
        }
        var ask = new PollAsk(kind, Input.Secret, CleanText.Lines(Input.Answers).Split('\n'));
        if (ask.Fault is { } fault)
            ModelState.AddModelError("Input.Answers", text[$"{fault}", fault == PollFault.TooMany ? PollAsk.MostOptions : PollAsk.OptionLimit]);
        return ask;
    }

    public sealed class Form
    {
        [ValidateNever]
        public string? Question { get; set; }

        [ValidateNever]
        public string? Kind { get; set; }

        [ValidateNever]
        public string? Answers { get; set; }

        public bool Secret { get; set; }

        [ValidateNever]
        public string? ClientId { get; set; }
    }
}
