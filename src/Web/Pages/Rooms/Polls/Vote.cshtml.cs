using HealthDoers.Domain.Rooms;
using HealthDoers.Web.Data;
using HealthDoers.Web.Hosting;
using HealthDoers.Web.Pages.Rooms.Log;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace HealthDoers.Web.Pages.Rooms.Polls;

/// <summary>Where a poll is answered and closed.</summary>
public sealed class VoteModel(AppDb db, RoomVisit visit, IStringLocalizer<PollsText> text) : PageModel, IShownAgain
{
    PollVote? _mine;

    public RoomVisit Visit => visit;
    public MessageItem Item { get; private set; } = null!;
    public MessageRow Row => new(visit.Room.Slug, Item, null, null);
    public string Back => RoomAddress.OfMessage(visit.Room.Slug, Item.Seq);
    public bool HasVoted => _mine is not null;
    public bool CanVote => visit.Room.TakesWordsOf(visit.Me) && !Item.Poll!.Closed && !(Item.Poll.Secret && HasVoted);
    public bool CanClose => !Item.Poll!.Closed && (Item.Author?.Handle == visit.Me.Handle || visit.CanModerate);

    /// <summary>As the form sends it: one option, or a place or a number of dots for each.</summary>
    [BindProperty]
    public List<int> Ballot { get; set; } = [];

    /// <summary>The dots or the place that I gave an option, now or before; 0 for none.</summary>
    public int Given(int option) => Ballot.Count > option ? Ballot[option]
        : _mine?.Weights is not { } weights || weights[option] == 0 ? 0
        : Item.Poll!.Kind == "ranked" ? weights.Count - weights[option] + 1 : weights[option];

    public bool Chose(int option) => Ballot.Count == 1 ? Ballot[0] == option : _mine?.Weights?[option] > 0;

    public async Task<IActionResult> OnGetAsync(string slug, long seq, CancellationToken stop) => await FindAsync(slug, seq, stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string slug, long seq, CancellationToken stop)
    {
        if (!await FindAsync(slug, seq, stop))
            return NotFound();
        if (!ModelState.IsValid)
            return this.Refused();
        var ballot = Item.Poll!.Kind == "ranked" ? InOrder(Ballot) : Ballot;
        await db.ChangeMessageAsync(slug, seq, visit.Me.Id, (message, me) => message.VoteBy(me, ballot), stop);
        return this.Done(Back, text[Item.Poll.Secret ? "VotedSecret" : "Voted"]);
    }

    public async Task<IActionResult> OnPostCloseAsync(string slug, long seq, CancellationToken stop)
    {
        if (!await FindAsync(slug, seq, stop))
            return NotFound();
        await db.ChangeMessageAsync(slug, seq, visit.Me.Id, (message, me) => message.ClosePollBy(me, visit.Now), stop);
        return this.Done(Back, text["Closed"]);
    }

    public Task LoadAgainAsync() => FindAsync(visit.Room.Slug, Item.Seq, HttpContext.RequestAborted);

    /// <summary>Two options in one place make the same option come twice, which the rule refuses.</summary>
    static List<int> InOrder(List<int> places) =>
        places.Where(place => place > 0).Distinct().Count() < places.Count(place => place > 0)
            ? [0, 0]
            : [.. places.Select((place, option) => (place, option)).Where(p => p.place > 0).OrderBy(p => p.place).Select(p => p.option)];

    async Task<bool> FindAsync(string slug, long seq, CancellationToken stop)
    {
        if (!await visit.OpenToReadAsync(slug, stop))
            return false;
        var message = db.Messages.Where(m => m.RoomId == visit.Room.Id && m.Seq == seq && m.HasPoll);
        if ((await message.ReadAsync(stop)).SingleOrDefault() is not { } item)
            return false;
        Item = item;
        _mine = await db.PollVotes.AsNoTracking().SingleOrDefaultAsync(v => v.MemberId == visit.Me.Id && message.Any(m => m.Id == v.MessageId), stop);
        return true;
    }
}
