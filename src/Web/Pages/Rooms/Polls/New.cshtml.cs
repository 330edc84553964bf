using HealthDoers.Domain.Rooms;
using HealthDoers.Domain.Words;
using HealthDoers.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace HealthDoers.Web.Pages.Rooms.Polls;

/// <summary>Asks the room with a poll.</summary>
public sealed class NewModel(RoomVisit visit, FormPosting posting, IStringLocalizer<PollsText> text, IStringLocalizer<RoomsText> ofRooms) : PageModel, IShownAgain
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
        Input.BeNew();
        Input.Kind ??= PollKind.Choice.ToString();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken stop)
    {
        if (!await visit.OpenToReadAsync(slug, stop))
            return NotFound();
        var ask = Check();
        if (!ModelState.IsValid || ask is null)
            return this.Refused();
        return await posting.SendAsync(this, visit, Input, clientId => new(clientId, Input.Question!, Topic ?? "", null, ask), text["Asked"], stop);
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

    public sealed class Form : PostForm
    {
        [ValidateNever]
        public string? Question { get; set; }

        [ValidateNever]
        public string? Kind { get; set; }

        [ValidateNever]
        public string? Answers { get; set; }

        public bool Secret { get; set; }
    }
}
