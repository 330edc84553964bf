using System.Globalization;
using HealthDoers.Domain.Rooms;
using HealthDoers.Domain.Words;
using HealthDoers.Web.Access;
using HealthDoers.Web.Access.Carrying;
using HealthDoers.Web.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace HealthDoers.Web.Pages.Rooms.Jargon;

/// <summary>Raises a Jargon Card where no script does.</summary>
[NotCarried]
sealed class RaiseModel(CardRaising raising, CurrentMember current, IStringLocalizer<JargonText> text) : PageModel
{
    Message _message = null!;

    public string Html => SafeMarkdown.ToHtml(_message.Body, keepBreaks: true);
    public string Back => RoomAddress.OfMessage(_message.Room.Slug, _message.Seq);

    [BindProperty]
    public Form Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(string slug, long seq, CancellationToken stop) =>
        await FindAsync(slug, seq, stop) && _message.Room.TakesWordsOf(await current.GetAsync(stop)) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string slug, long seq, CancellationToken stop)
    {
        if (!await FindAsync(slug, seq, stop))
            return NotFound();
        var word = CleanText.Line(Input.Word);
        if (word.Length > JargonCard.WordLimit)
        {
            ModelState.AddModelError("Input.Word", text["WordTooLong", JargonCard.WordLimit]);
            return this.Refused();
        }
        if (await raising.RaiseAsync(_message, await current.RequireAsync(stop), word, Input.Named, stop) is not { } wait)
            return this.Done(Back, text["OnItsWay"]);
        Response.Headers.RetryAfter = PostPace.Seconds(wait).ToString(CultureInfo.InvariantCulture);
        Response.StatusCode = StatusCodes.Status429TooManyRequests;
        ModelState.AddModelError("", text["TooManyCards"]);
        return Page();
    }

    async Task<bool> FindAsync(string slug, long seq, CancellationToken stop)
    {
        if (await raising.FindAsync(slug, seq, await current.RequireAsync(stop), stop) is not { } message)
            return false;
        _message = message;
        return true;
    }

    public sealed class Form
    {
        public string? Word { get; set; }
        public bool Named { get; set; }
    }
}
