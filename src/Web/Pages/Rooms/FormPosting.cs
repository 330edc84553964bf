using System.Globalization;
using HealthDoers.Domain;
using HealthDoers.Domain.Rooms;
using HealthDoers.Web.Pages.Rooms.Log;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace HealthDoers.Web.Pages.Rooms;

/// <summary>A form that posts one message: pressed twice, it is posted once.</summary>
public abstract class PostForm
{
    [ValidateNever]
    public string? ClientId { get; set; }

    public void BeNew() => ClientId = Guid.CreateVersion7().ToString();
}

/// <summary>Posts what a page of its own asks the room, such as a poll or a circle, and leads to the message.</summary>
public sealed class FormPosting(RoomLog log, PostPace pace, IStringLocalizer<RoomsText> text)
{
    /// <param name="says">What is posted, under the client id of the form.</param>
    public async Task<IActionResult> SendAsync(PageModel page, RoomVisit visit, PostForm form, Func<Guid, Posting> says, string notice, CancellationToken stop)
    {
        if (pace.WaitFor(visit.Me.Id) is { } wait)
        {
            page.Response.Headers.RetryAfter = PostPace.Seconds(wait).ToString(CultureInfo.InvariantCulture);
            return Again(page, StatusCodes.Status429TooManyRequests, text["TooFast", PostPace.Seconds(wait)]);
        }
        if (!Guid.TryParse(form.ClientId, out var clientId) || clientId == Guid.Empty)
            clientId = Guid.CreateVersion7();
        var answer = await log.AppendAsync(visit.Room.Slug, visit.Me.Id, says(clientId), stop);
        switch (answer)
        {
            case { Item: { } item }:
                return page.Done(RoomAddress.OfMessage(visit.Room.Slug, item.Seq), notice);
            case { Refusal: { } refusal }:
                throw new RuleBrokenException(refusal);
            case { Outcome: AppendOutcome.Clash }:
                form.BeNew();
                page.ModelState.Remove("Input.ClientId");
                return Again(page, StatusCodes.Status409Conflict, text["SentBefore"]);
            default:
                return page.NotFound();
        }
    }

    static PageResult Again(PageModel page, int status, string sentence)
    {
        page.Response.StatusCode = status;
        page.ModelState.AddModelError("", sentence);
        return page.Page();
    }
}
