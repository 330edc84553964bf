using HealthDoers.Domain.Members;
using HealthDoers.Domain.Rooms;
using HealthDoers.Web.Access;
using HealthDoers.Web.Data;
using HealthDoers.Web.Hosting;
using HealthDoers.Web.Look;
using HealthDoers.Web.Pages.Rooms.Log;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace HealthDoers.Web.Pages.Rooms;

public sealed class RoomModel(AppDb db, CurrentMember current, RoomLog log, IStringLocalizer<RoomsText> text, IStringLocalizer<RuleText> rules) : PageModel
{
    const int Shown = 50;
    const int LongestDraft = 1_000;

    public Room Room { get; private set; } = null!;
    public RoomWords Words { get; private set; } = null!;
    public Member? Me { get; private set; }
    public bool CanPost { get; private set; }
    public IReadOnlyList<MessageRow> Messages { get; private set; } = [];

    /// <summary>There are messages before, or after, those on the page.</summary>
    public bool HasOlder { get; private set; }
    public bool HasNewer { get; private set; }

    /// <summary>The first message past the read mark, and when the mark was set.</summary>
    public (long Seq, DateTimeOffset Since)? FirstUnread { get; private set; }

    /// <summary>A sentence from a rule that refused what was typed.</summary>
    public string? Refusal { get; private set; }

    [BindProperty]
    public MessageForm Input { get; set; } = new();

    /// <param name="before">Shows what was said before this place.</param>
    /// <param name="at">Shows this message with what was said around it.</param>
    /// <param name="draft">Words to begin with, such as a search that found nothing.</param>
    public async Task<IActionResult> OnGetAsync(string slug, long? before, long? at, string? draft, CancellationToken cancellationToken)
    {
        if (await LoadAsync(slug, before, at, cancellationToken) is { } refused)
            return refused;
        Input.ClientId = Guid.CreateVersion7().ToString();
        Input.Body ??= draft is { Length: > 0 and <= LongestDraft } ? draft : null;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, [FromServices] PostPace pace, CancellationToken cancellationToken)
    {
        if (await LoadAsync(slug, null, null, cancellationToken) is { } refused)
            return refused;
        if (Me is null)
            return Challenge();
        var errors = new FieldErrors();
        if (new MessageInput(Input.ClientId, Input.Body, null, Input.ReplyToSeq).ToPosting(errors, text) is not { } posting)
            return Refused(StatusCodes.Status422UnprocessableEntity, errors.First().Value[0]);
        if (pace.WaitFor(Me.Id) is { } wait)
        {
            Response.Headers.RetryAfter = PostPace.Seconds(wait).ToString(System.Globalization.CultureInfo.InvariantCulture);
            return Refused(StatusCodes.Status429TooManyRequests, text["TooFast", PostPace.Seconds(wait)]);
        }
        var answer = await log.AppendAsync(slug, Me.Id, posting, cancellationToken);
        if (answer.Item is not { } item)
            return answer.Outcome == AppendOutcome.NotFound ? NotFound() : Refused(StatusCodes.Status409Conflict, answer.Refusal is { } broken ? rules[broken] : text["ClientIdTaken"]);
        return new SeeOther($"/rooms/{slug}#m-{item.Seq}");
    }

    PageResult Refused(int status, string sentence)
    {
        Response.StatusCode = status;
        Refusal = sentence;
        return Page();
    }

    async Task<IActionResult?> LoadAsync(string slug, long? before, long? at, CancellationToken cancellationToken)
    {
        Me = await current.GetAsync(cancellationToken);
        if (await db.Rooms.AsNoTracking().VisibleTo(Me).SingleOrDefaultAsync(r => r.Slug == slug, cancellationToken) is not { } room)
            return NotFound();
        (Room, Words, CanPost) = (room, room.In(PageFrame.Language), room.TakesWordsOf(Me));

        // A deep link shows its message well inside the page, not at its edge.
        var end = before ?? (at is > 0 && at <= room.LastSeq - Shown / 2 ? at + Shown / 2 : null);
        var part = await new MessageAsk(Before: end, Limit: Shown).ReadAsync(db.Messages, room, cancellationToken);
        HasOlder = part.More;
        HasNewer = end <= room.LastSeq;
        Messages = await RowsAsync(part.Items, cancellationToken);

        FirstUnread = await FirstUnreadAsync(cancellationToken);
        return null;
    }

    /// <summary>One's own words are never news.</summary>
    async Task<(long, DateTimeOffset)?> FirstUnreadAsync(CancellationToken cancellationToken)
    {
        if (Me is null || await db.ReadMarks.AsNoTracking().SingleOrDefaultAsync(m => m.RoomId == Room.Id && m.MemberId == Me.Id, cancellationToken) is not { } mark)
            return null;
        return await db.Messages.Where(m => m.RoomId == Room.Id && m.Seq > mark.Seq && m.AuthorId != Me.Id && m.Deletion == null)
            .MinAsync(m => (long?)m.Seq, cancellationToken) is { } seq ? (seq, mark.At) : null;
    }

    async Task<List<MessageRow>> RowsAsync(IReadOnlyList<MessageItem> items, CancellationToken cancellationToken)
    {
        var here = items.ToDictionary(i => i.Seq);
        var elsewhere = items.Select(i => i.ReplyToSeq).OfType<long>().Where(seq => !here.ContainsKey(seq)).Distinct().ToArray();
        if (elsewhere.Length > 0)
            foreach (var answered in await db.Messages.Where(m => m.RoomId == Room.Id && elsewhere.Contains(m.Seq)).ReadAsync(cancellationToken))
                here[answered.Seq] = answered;
        return [.. items.Select(i => new MessageRow(i, i.ReplyToSeq is { } seq ? here.GetValueOrDefault(seq) : null, Me))];
    }
}

public sealed class MessageForm
{
    public string? ClientId { get; set; }
    public string? Body { get; set; }
    public long? ReplyToSeq { get; set; }
}
