using System.Globalization;
using HealthDoers.Domain.Members;
using HealthDoers.Domain.Rooms;
using HealthDoers.Domain.Teams;
using HealthDoers.Domain.Words;
using HealthDoers.Web.Access;
using HealthDoers.Web.Data;
using HealthDoers.Web.Hosting;
using HealthDoers.Web.Look;
using HealthDoers.Web.Pages.Rooms.Attaching;
using HealthDoers.Web.Pages.Rooms.ForTwo;
using HealthDoers.Web.Pages.Rooms.Log;
using HealthDoers.Web.Pages.Rooms.Ties;
using HealthDoers.Web.Pages.Teams;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace HealthDoers.Web.Pages.Rooms;

[RequestSizeLimit(RoomUploads.RequestLimit)]
[RequestFormLimits(MultipartBodyLengthLimit = RoomUploads.RequestLimit)]
sealed class RoomModel(AppDb db, CurrentMember current, RoomLog log, TopicMemory topics, TopicTies ties, PairNames names, RoomUploads uploads, AttachedReader attached, TimeProvider clock, IStringLocalizer<RoomsText> text, IStringLocalizer<RuleText> rules) : PageModel
{
    const int Shown = 50;
    const int LongestDraft = 1_000;
    public const int MostTopics = 40;
    const int MostPins = 5;
    const int MostStars = 1_000;

    public Room Room { get; private set; } = null!;
    public RoomWords Words { get; private set; } = null!;
    public Member? Me { get; private set; }
    public RoomMembership? Mine => Room.StandingOf(Me);
    public bool CanPost { get; private set; }
    public bool CanModerate { get; private set; }
    public bool AgreementIsNew => Mine is { IsJoined: true } mine && mine.AgreedTo < Room.AgreementNumber;

    /// <summary>What I wrote cannot be said any more, because I was removed; it is shown so that I can keep it.</summary>
    public bool IsGone { get; private set; }
    public IReadOnlyList<MessageRow> Messages { get; private set; } = [];

    /// <summary>Only this one is shown; null for the whole room, empty for what was said without a topic.</summary>
    public string? Topic { get; private set; }
    public IReadOnlyList<TopicRow> Topics { get; private set; } = [];
    public IReadOnlyList<MessageItem> Pins { get; private set; } = [];
    public IReadOnlyList<SinceRow> Since { get; private set; } = [];

    /// <summary>What I starred here, newest first.</summary>
    public IReadOnlyList<long> Stars { get; private set; } = [];
    public int PeopleCount { get; private set; }
    public IReadOnlyList<RoomReader> Readers { get; private set; } = [];

    /// <summary>There are messages before, or after, those on the page.</summary>
    public bool HasOlder { get; private set; }
    public bool HasNewer { get; private set; }

    /// <summary>The first message past the read mark, and when the mark was set.</summary>
    public (long Seq, DateTimeOffset Since)? FirstUnread { get; private set; }

    /// <summary>What the topic on this page stands for.</summary>
    public TiedThing? About { get; private set; }

    /// <summary>The peer team whose room it is.</summary>
    public TeamOffer? Team { get; private set; }

    /// <summary>With whom I have this room for two; null in every other room, and when they left the site.</summary>
    public Member? Other { get; private set; }

    /// <summary>Where I ask for the talk to go on, in a room for two that ended.</summary>
    public string? AskAgain => Other is { CanBeAskedToTalk: true } ? TalkAddress.ToAsk(Other.Handle) : null;

    /// <summary>The file that came with the form and waits for its message.</summary>
    public PostedFile? Attached { get; private set; }

    /// <summary>What was typed, as it will look; null unless it was asked for.</summary>
    public string? Preview { get; private set; }

    /// <summary>A sentence from a rule that refused what was typed.</summary>
    public string? Refusal { get; private set; }

    [BindProperty]
    public MessageForm Input { get; set; } = new();

    /// <param name="before">Shows what was said before this place.</param>
    /// <param name="at">Shows this message with what was said around it.</param>
    /// <param name="draft">Words to begin with, such as a search that found nothing.</param>
    public async Task<IActionResult> OnGetAsync(string slug, long? before, long? at, string? draft, CancellationToken cancellationToken)
    {
        if (await LoadAsync(slug, TopicAsked(), before, at, cancellationToken) is { } refused)
            return refused;
        Input.ClientId = Guid.CreateVersion7().ToString();
        Input.Topic ??= Topic;
        Input.Body ??= draft is { Length: > 0 and <= LongestDraft } ? draft : null;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, [FromServices] PostPace pace, CancellationToken cancellationToken)
    {
        if (await LoadAsync(slug, TopicAsked(), null, null, cancellationToken) is { } refused)
            return await KnewItAsync(slug, cancellationToken) ? Refused(StatusCodes.Status409Conflict, text[Room.WasRemoved(Me!) ? "YouWereRemovedSays" : "ForMembersNow"]) : refused;
        if (Me is null)
            return Challenge();
        if (pace.WaitFor(Me.Id) is { } wait)
        {
            Response.Headers.RetryAfter = PostPace.Seconds(wait).ToString(CultureInfo.InvariantCulture);
            return Refused(StatusCodes.Status429TooManyRequests, text["TooFast", PostPace.Seconds(wait)]);
        }
        var errors = new FieldErrors();
        var files = CanPost ? await AttachedAsync(Me.Id, errors, cancellationToken) : [];
        if (new MessageInput(Input.ClientId, Input.Body, Input.Topic, Input.ReplyToSeq).ToPosting(errors, text, files) is not { } posting)
            return Refused(StatusCodes.Status422UnprocessableEntity, errors.First().Value[0]);
        var answer = await log.AppendAsync(slug, Me.Id, posting, cancellationToken);
        if (answer.Outcome == AppendOutcome.Clash)
            BeginAnew();
        if (answer.Item is not { } item)
            return answer.Outcome == AppendOutcome.NotFound ? NotFound() : Refused(StatusCodes.Status409Conflict, answer.Refusal is { } broken ? rules[broken] : text["SentBefore"]);
        return new SeeOther((Topic is null ? RoomAddress.Of(slug) : RoomAddress.OfTopic(slug, Topic)) + $"#m-{item.Seq}");
    }

    /// <summary>Without a script: what was typed, as it will look, above the box.</summary>
    public async Task<IActionResult> OnPostPreviewAsync(string slug, CancellationToken cancellationToken)
    {
        if (await LoadAsync(slug, TopicAsked(), null, null, cancellationToken) is { } refused)
            return refused;
        Preview = MessagePreview.Of(Input.Body);
        return Page();
    }

    /// <summary>Without a script a message takes one file, chosen and described in the form itself.</summary>
    async Task<IReadOnlyList<PostedFile>> AttachedAsync(Guid memberId, FieldErrors errors, CancellationToken cancellationToken)
    {
        Attached = attached.Kept(Input.Ticket, memberId);
        if (Input.File is { } upload)
        {
            var (refusal, kept) = await uploads.KeepAsync(upload, memberId, cancellationToken);
            if (kept is null)
            {
                errors.Add("file", refusal!);
                return [];
            }
            Attached = attached.Kept(Input.Ticket = attached.TicketFor(kept, memberId), memberId);
        }
        return Attached is null ? [] : attached.Read([new(Input.Ticket, Input.Description)], memberId, errors);
    }

    /// <summary>Somebody went back in the browser and changed what was sent: the next press is another message.</summary>
    void BeginAnew()
    {
        Input.ClientId = Guid.CreateVersion7().ToString();
        ModelState.Remove("Input.ClientId");
    }

    PageResult Refused(int status, string sentence)
    {
        Response.StatusCode = status;
        Refusal = sentence;
        return Page();
    }

    // An empty value is a topic too, which model binding would take for none.
    string? TopicAsked() => Request.Query.TryGetValue("topic", out var topic) ? CleanText.Line(topic.ToString()) : null;

    async Task<IActionResult?> LoadAsync(string slug, string? topic, long? before, long? at, CancellationToken cancellationToken)
    {
        Me = await current.GetAsync(cancellationToken);
        var me = Me?.Id ?? Guid.Empty;
        if (await db.Rooms.AsNoTracking().VisibleTo(Me).Include(r => r.Memberships.Where(m => m.MemberId == me)).Include(r => r.Hub!.Roles).ThenInclude(r => r.Terms)
            .AsSplitQuery().SingleOrDefaultAsync(r => r.Slug == slug, cancellationToken) is not { } room)
            // Who knows of it stands at its door; for all others it is not there.
            return await db.Rooms.KnownTo(Me).AnyAsync(r => r.Slug == slug, cancellationToken) ? Redirect(RoomAddress.Of(slug) + "/join") : NotFound();
        (Room, Words, CanPost) = (room, await names.OfAsync(room, Me, cancellationToken), room.TakesWordsOf(Me));
        CanModerate = Me is not null && room.CanBeModeratedBy(Me, clock.GetUtcNow());
        Topic = topic;

        // A deep link shows its message well inside the page, not at its edge.
        var end = before ?? (at is > 0 && at <= room.LastSeq - Shown / 2 ? at + Shown / 2 : null);
        var part = await new MessageAsk(Before: end, Limit: Shown, Topic: Topic).ReadAsync(db.Messages, room, cancellationToken);
        HasOlder = part.More;
        HasNewer = end <= room.LastSeq;
        Messages = await RowsAsync(part.Items, cancellationToken);
        Topics = await RoomTopics.OfAsync(db, topics, room, Me, cancellationToken);
        Pins = [.. await db.Messages.Where(m => m.RoomId == room.Id && m.Pin != null).OrderByDescending(m => m.Pin!.At).Take(MostPins).ReadAsync(cancellationToken)];
        Team = await db.PeerTeams.VisibleTo(Me).Where(t => t.RoomId == room.Id).Select(t => new TeamOffer(t.Slug, t.Words.Name)).SingleOrDefaultAsync(cancellationToken);
        if (Topic is { Length: > 0 })
            About = (await ties.OfAsync(room.Id, Me, cancellationToken)).GetValueOrDefault(Topic);
        PeopleCount = await db.RoomMemberships.Joined().CountAsync(m => m.RoomId == room.Id, cancellationToken);
        if (Me is not null)
            await ReadMineAsync(Me, cancellationToken);
        return null;
    }

    async Task ReadMineAsync(Member me, CancellationToken cancellationToken)
    {
        if (Room.OtherThan(me.Id) is { } other)
            Other = await db.Members.AsNoTracking().SingleOrDefaultAsync(m => m.Id == other && m.ErasedAt == null, cancellationToken);
        Readers = await Reading.ReadersOfAsync(db, Room, me.Id, cancellationToken);
        Stars = await db.Stars.Where(s => s.MemberId == me.Id).Join(db.Messages.Where(m => m.RoomId == Room.Id), s => s.MessageId, m => m.Id, (_, m) => m.Seq)
            .OrderByDescending(seq => seq).Take(MostStars).ToListAsync(cancellationToken);
        if (await db.ReadMarks.AsNoTracking().SingleOrDefaultAsync(m => m.RoomId == Room.Id && m.MemberId == me.Id, cancellationToken) is not { } mark)
            return;
        var news = RoomTopics.Unread(db, db.Messages.Where(m => m.RoomId == Room.Id && m.Seq > mark.Seq && m.Deletion == null && (Topic == null || m.Topic == Topic)), me);
        FirstUnread = await news.MinAsync(m => (long?)m.Seq, cancellationToken) is { } seq ? (seq, mark.At) : null;
        Since = await SinceYouLeft.ReadAsync(db, Room, me, mark, clock.GetUtcNow(), cancellationToken);
    }

    /// <summary>Whoever knew the room, or stands at its door, is told why it takes their words no more, and keeps them.</summary>
    async Task<bool> KnewItAsync(string slug, CancellationToken cancellationToken)
    {
        if (Me is null || await db.Rooms.AsNoTracking().Include(r => r.Memberships.Where(m => m.MemberId == Me.Id)).SingleOrDefaultAsync(r => r.Slug == slug, cancellationToken) is not { } room
            || !room.WasRemoved(Me) && !await db.Rooms.KnownTo(Me).AnyAsync(r => r.Id == room.Id, cancellationToken))
            return false;
        // What is not open to everybody may have another name by now, which is not theirs to know.
        (Room, Words, IsGone) = (room, room.Audience == RoomAudience.Open || !room.WasRemoved(Me) ? room.In(PageFrame.Language) : new(text["ARoom"], ""), true);
        return true;
    }

    async Task<List<MessageRow>> RowsAsync(IReadOnlyList<MessageItem> items, CancellationToken cancellationToken)
    {
        var here = items.ToDictionary(i => i.Seq);
        var elsewhere = items.Select(i => i.ReplyToSeq).OfType<long>().Where(seq => !here.ContainsKey(seq)).Distinct().ToArray();
        if (elsewhere.Length > 0)
            foreach (var answered in await db.Messages.Where(m => m.RoomId == Room.Id && elsewhere.Contains(m.Seq)).ReadAsync(cancellationToken))
                here[answered.Seq] = answered;
        return [.. items.Select((item, i) => new MessageRow(Room.Slug, item, item.ReplyToSeq is { } seq ? here.GetValueOrDefault(seq) : null, Me)
        {
            FollowsTopic = i > 0 && items[i - 1].Topic == item.Topic,
        })];
    }
}

public sealed class MessageForm
{
    public string? ClientId { get; set; }
    public string? Body { get; set; }
    public string? Topic { get; set; }
    public long? ReplyToSeq { get; set; }
    public IFormFile? File { get; set; }
    public string? Description { get; set; }

    /// <summary>Of a file that came with a form that was refused, so that it need not be chosen again.</summary>
    public string? Ticket { get; set; }
}
