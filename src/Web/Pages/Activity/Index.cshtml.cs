using HealthDoers.Domain.Communities;
using HealthDoers.Domain.Members;
using HealthDoers.Domain.Mentoring;
using HealthDoers.Domain.Rooms;
using HealthDoers.Web.Access;
using HealthDoers.Web.Data;
using HealthDoers.Web.Look;
using HealthDoers.Web.Notifying;
using HealthDoers.Web.Pages.Communities;
using HealthDoers.Web.Pages.Mentoring;
using HealthDoers.Web.Pages.Rooms;
using HealthDoers.Web.Pages.Rooms.ForTwo;
using HealthDoers.Web.Words;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace HealthDoers.Web.Pages.Activity;

/// <summary>Home for a member: what waits for them, what they promised, what is new and where they can help.</summary>
sealed class IndexModel(AppDb db, CurrentMember current, Promises promises, NewsReader news, WishReader wishes, MatchReader matches, MatchWords words, PairNames names, TimeProvider clock, IStringLocalizer<ActivityText> text) : PageModel
{
    const int MostNews = 20;
    const int MostShown = 8;
    const int MostHelp = 5;
    const int Length = 120;

    /// <summary>An older question has found its answer elsewhere.</summary>
    static readonly TimeSpan QuestionsStayOpen = TimeSpan.FromDays(30);

    public Member Me { get; private set; } = null!;
    public IReadOnlyList<ActivityRow> Waiting { get; private set; } = [];
    public IReadOnlyList<Promise> Promised { get; private set; } = [];
    public IReadOnlyList<NewsRow> News { get; private set; } = [];
    public IReadOnlyList<RoomRow> Rooms { get; private set; } = [];
    public IReadOnlyList<ActivityRow> Help { get; private set; } = [];
    public bool Offers { get; private set; }
    public DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
    public bool HasNothing => Waiting.Count + Promised.Count + News.Count + Rooms.Count + Help.Count == 0;

    public async Task OnGetAsync(CancellationToken stop)
    {
        Me = await current.RequireAsync(stop);
        Waiting = [.. await RequestsAsync(stop), .. await TalksAsync(stop), .. await InvitationsAsync(stop)];
        Promised = await promises.OfAsync(Me, stop);
        News = [.. (await news.ReadAsync(Me, 0, MostNews, stop)).Where(n => !n.IsRead).Take(MostShown)];
        await LoadRoomsAsync(stop);
        Help = [.. await PeopleToHelpAsync(stop), .. await QuestionsAsync(stop)];
    }

    async Task<IEnumerable<ActivityRow>> RequestsAsync(CancellationToken stop) =>
        (await db.MentoringRequests.AsNoTracking().OpenAt(clock.GetUtcNow()).Where(r => r.ToId == Me.Id).OrderBy(r => r.At).Take(MostShown)
            .Select(r => new { r.Id, r.Plan, Name = db.Members.Where(m => m.Id == r.FromId).Select(m => m.Name).First() }).ToListAsync(stop))
        .Select(r => new ActivityRow("hand-helping", text["MentoringWaits", r.Name], r.Plan.Goal, MentoringAddress.OfRequest(r.Id)));

    async Task<IEnumerable<ActivityRow>> TalksAsync(CancellationToken stop) =>
        (await db.TalksAskedOfAsync(Me.Id, clock.GetUtcNow(), stop)).Select(r => new ActivityRow("messages-square", text["TalkWaits", r.Name], SafeMarkdown.Excerpt(r.Words, Length), r.Address));

    async Task<IEnumerable<ActivityRow>> InvitationsAsync(CancellationToken stop)
    {
        var rooms = await db.Rooms.AsNoTracking().KnownTo(Me).Where(r => r.Closing == null && r.Memberships.Any(m => m.MemberId == Me.Id && m.State == RoomMembershipState.Invited)).Liveliest().Take(MostShown).ToListAsync(stop);
        var teams = await db.Listings.AsNoTracking().VisibleTo(Me).Where(l => l.Seats.Any(s => s.MemberId == Me.Id && s.TakenAt == null)).OrderBy(l => l.Name).Take(MostShown).ToListAsync(stop);
        return rooms.Select(r => new ActivityRow("messages-square", text["RoomInvites", r.In(PageFrame.Language).Name], r.In(PageFrame.Language).Purpose, RoomAddress.Of(r.Slug) + "/join"))
            .Concat(teams.Select(l => new ActivityRow("users", text["TeamInvites", l.Name], "", ListingAddress.Of(l) + "/seat")));
    }

    async Task LoadRoomsAsync(CancellationToken stop)
    {
        var mine = await db.Rooms.AsNoTracking().VisibleTo(Me).Where(r => r.Closing == null && r.Memberships.Any(m => m.MemberId == Me.Id && m.State == RoomMembershipState.Joined)).Liveliest().ToListAsync(stop);
        var unread = await RoomTopics.UnreadAsync(db, mine.ConvertAll(r => r.Id), Me, stop);
        var shown = mine.Where(r => unread.ContainsKey(r.Id)).Take(MostShown).ToList();
        var called = await names.OfAsync(shown, Me, stop);
        Rooms = shown.ConvertAll(r => new RoomRow(r, called[r.Id], unread[r.Id], RoomMembershipState.Joined));
    }

    async Task<IEnumerable<ActivityRow>> PeopleToHelpAsync(CancellationToken stop)
    {
        var offer = await wishes.OfAsync(Me.Id, WishKind.Offer, stop);
        Offers = offer is { IsOpen: true };
        if (!Offers)
            return [];
        var found = await matches.ForAsync(offer!, MostHelp, stop);
        var why = await words.SayAsync([.. found.Select(m => m.Match)], WishKind.Ask, stop);
        return found.Select((m, i) => new ActivityRow("hand-helping", text["CouldHelp", m.Wish.Member.Name], why[i], MentoringAddress.OfProposal(WishKind.Offer, m.Wish.Member.Handle)));
    }

    /// <summary>Questions of others that nobody answered, in the rooms I belong to.</summary>
    async Task<IEnumerable<ActivityRow>> QuestionsAsync(CancellationToken stop)
    {
        var since = clock.GetUtcNow() - QuestionsStayOpen;
        var mine = db.RoomMemberships.Joined().Where(m => m.MemberId == Me.Id).Select(m => m.RoomId);
        var asked = await db.Messages.AsNoTracking().Where(m => mine.Contains(m.RoomId) && m.Deletion == null && m.AuthorId != Me.Id && m.CreatedAt > since && EF.Functions.Like(m.Body, "%?")
                && m.Room.Closing == null && !db.Messages.Any(a => a.RoomId == m.RoomId && a.ReplyToSeq == m.Seq && a.Deletion == null))
            .OrderByDescending(m => m.CreatedAt).Take(MostHelp).Select(m => new { m.Room, m.Seq, m.Body }).ToListAsync(stop);
        var called = await names.OfAsync([.. asked.Select(q => q.Room).DistinctBy(r => r.Id)], Me, stop);
        return asked.Select(q => new ActivityRow("circle-help", SafeMarkdown.Excerpt(q.Body, Length), called[q.Room.Id].Name, RoomAddress.OfMessage(q.Room.Slug, q.Seq)));
    }
}

/// <param name="Says">What it is, which leads to it.</param>
/// <param name="More">A line beneath it; may be empty.</param>
sealed record ActivityRow(string Icon, string Says, string More, string Url);
