using HealthDoers.Domain.Communities;
using HealthDoers.Domain.Gatherings;
using HealthDoers.Domain.Mentoring;
using HealthDoers.Domain.Words;
using HealthDoers.Web.Data;
using HealthDoers.Web.Hosting;
using HealthDoers.Web.Pages.Gatherings;
using HealthDoers.Web.Pages.Rooms;
using HealthDoers.Web.Pages.Stories.Writing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace HealthDoers.Web.Pages.Mentoring;

/// <summary>One pact: what was promised, what is worked on and when its people meet. They talk in its room.</summary>
sealed class PactModel(AppDb db, PactVisit visit, PactTalk talk, Drafts drafts, IStringLocalizer<MentoringText> text) : PageModel, IShownAgain
{
    const int MostMeetings = 20;

    [BindProperty]
    public PactForm Input { get; set; } = new();

    public PactVisit Visit => visit;
    public Pact Pact => visit.Pact;
    public IReadOnlyDictionary<Guid, QuestionTalk> Talk { get; private set; } = new Dictionary<Guid, QuestionTalk>();
    public int Unread { get; private set; }

    /// <summary>Names of the communities for which its people speak, by id.</summary>
    public IReadOnlyDictionary<Guid, string> Communities { get; private set; } = new Dictionary<Guid, string>();
    public IReadOnlyList<MeetingRow> Meetings { get; private set; } = [];

    /// <summary>Its last day is here and nobody has finished it.</summary>
    public bool IsDue => Pact.IsOpen && Pact.Plan.EndsOn <= visit.Today;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop)
    {
        if (!await LoadAsync(id, stop))
            return await IsOfMyCommunityAsync(id, stop) ? new SeeOther($"{MentoringAddress.OfPact(id)}/come-in") : NotFound();
        Input.ClientId = Guid.NewGuid();
        return Page();
    }

    public async Task<IActionResult> OnPostAskAsync(Guid id, CancellationToken stop)
    {
        if (!await LoadAsync(id, stop))
            return NotFound();
        var (question, details) = (CleanText.Line(Input.Question), CleanText.Lines(Input.Details));
        if (question.Length == 0)
            ModelState.AddModelError("Input.Question", text["GiveQuestion"]);
        else if (question.Length > PactQuestion.WordsLimit)
            ModelState.AddModelError("Input.Question", text["TooLong", PactQuestion.WordsLimit]);
        if (details.Length > Domain.Rooms.Posting.BodyLimit - PactQuestion.WordsLimit - 10)
            ModelState.AddModelError("Input.Details", text["TooLong", (Domain.Rooms.Posting.BodyLimit - PactQuestion.WordsLimit - 10).ToString("N0", System.Globalization.CultureInfo.CurrentCulture)]);
        if (!ModelState.IsValid)
            return this.Refused();
        await talk.AskAsync(id, visit.Me.Id, Input.ClientId == Guid.Empty ? Guid.NewGuid() : Input.ClientId, question, details, stop);
        return this.Done($"{MentoringAddress.OfPact(id)}#questions", text["Asked"]);
    }

    public async Task<IActionResult> OnPostReopenAsync(Guid id, Guid question, CancellationToken stop)
    {
        if (!await LoadAsync(id, stop) || Pact.Questions.SingleOrDefault(q => q.Id == question) is not { } found)
            return NotFound();
        found.OpenAgain(Pact, visit.Me);
        await db.SaveAloneAsync(stop);
        return this.Done($"{visit.Address}#questions");
    }

    public async Task<IActionResult> OnPostAimAsync(Guid id, CancellationToken stop)
    {
        if (!await LoadAsync(id, stop))
            return NotFound();
        var words = CleanText.Line(Input.Goal);
        var due = string.IsNullOrWhiteSpace(Input.Due) ? null : Days.Read(Input.Due);
        if (words.Length == 0)
            ModelState.AddModelError("Input.Goal", text["GiveStep"]);
        else if (words.Length > PactGoal.WordsLimit)
            ModelState.AddModelError("Input.Goal", text["TooLong", PactGoal.WordsLimit]);
        if (due is null && !string.IsNullOrWhiteSpace(Input.Due))
            ModelState.AddModelError("Input.Due", text["DateWrong"]);
        else if (due < visit.Today)
            ModelState.AddModelError("Input.Due", text["DatePast"]);
        if (!ModelState.IsValid)
            return this.Refused();
        db.Add(Pact.Aim(words, due, visit.Me));
        await db.SaveAloneAsync(stop);
        return this.Done($"{visit.Address}#goals", text["StepAdded"]);
    }

    public async Task<IActionResult> OnPostReachAsync(Guid id, Guid goal, bool reached, CancellationToken stop)
    {
        if (!await LoadAsync(id, stop) || Pact.Goals.SingleOrDefault(g => g.Id == goal) is not { } found)
            return NotFound();
        found.Reach(Pact, reached, visit.Me, visit.Now);
        await db.SaveAloneAsync(stop);
        return this.Done($"{visit.Address}#goals");
    }

    public async Task<IActionResult> OnPostGoOnAsync(Guid id, CancellationToken stop)
    {
        if (!await LoadAsync(id, stop))
            return NotFound();
        Pact.GoOn(visit.Me, visit.Now);
        await db.SaveAloneAsync(stop);
        return this.Done(visit.Address, text["GoesOn"]);
    }

    public async Task<IActionResult> OnPostShowAsync(Guid id, bool shows, CancellationToken stop)
    {
        if (!await LoadAsync(id, stop))
            return NotFound();
        Pact.Show(shows, visit.Me);
        await db.SaveAloneAsync(stop);
        return this.Done($"{visit.Address}#shown", text["PlanSaved"]);
    }

    /// <summary>A story draft filled with what I learned. It has the note's id, so a second press finds it again.</summary>
    public async Task<IActionResult> OnPostStoryAsync(Guid id, CancellationToken stop)
    {
        if (!await LoadAsync(id, stop) || visit.MyNote is not { } note || await drafts.OpenAsync(note.Id, visit.Me, null, 0, stop) is not { } draft)
            return NotFound();
        draft.BringBack();
        if (draft is { PublishedAt: null, Fields.Count: 0 })
            draft.Save(StoryFields.Of(new()
            {
                Title = Pact.Plan.Goal,
                Kind = nameof(Domain.Stories.StoryKind.Story),
                WhatWeDid = note.Words.WhatWeDid,
                WhatChanged = note.Words.WhatChanged,
                Advice = note.Words.Advice,
                Language = Look.PageFrame.Language,
            }), 1, visit.Now);
        await db.SaveUnlessDoneAsync(stop);
        return new SeeOther($"/stories/new?draft={note.Id}");
    }

    public Task LoadAgainAsync() => LoadAsync(Guid.Parse((string)RouteData.Values["id"]!), HttpContext.RequestAborted);

    /// <summary>It is between communities, and I am on the team of one: its people are told when I come in.</summary>
    async Task<bool> IsOfMyCommunityAsync(Guid id, CancellationToken stop)
    {
        var mine = await db.Listings.Public().OfTeammate(visit.Me.Id).Select(l => l.Id).ToListAsync(stop);
        return await db.Pacts.OfCommunities(mine).AnyAsync(p => p.Id == id, stop);
    }

    async Task<bool> LoadAsync(Guid id, CancellationToken stop)
    {
        if (!await visit.OpenAsync(id, stop))
            return false;
        Talk = await talk.OfAsync(Pact, visit.Room, stop);
        Unread = (await RoomTopics.UnreadAsync(db, [Pact.RoomId], visit.Me, stop)).GetValueOrDefault(Pact.RoomId);
        var ids = Pact.Members.Select(m => m.ListingId).OfType<Guid>().ToList();
        Communities = await db.Listings.Public().Where(l => ids.Contains(l.Id)).Select(l => new { l.Id, l.Name }).ToDictionaryAsync(l => l.Id, l => l.Name, stop);
        Meetings = [.. (await db.Gatherings.AsNoTracking().VisibleTo(visit.Me).Where(g => g.RoomId == Pact.RoomId && g.Cancellation == null)
            .SelectMany(g => g.Occurrences.Where(o => o.Cancellation == null && o.EndsAt > visit.Now), (g, o) => new { g.Slug, g.Title, o.On, o.StartsAt })
            .OrderBy(m => m.StartsAt).Take(MostMeetings).ToListAsync(stop)).Select(m => new MeetingRow(GatheringAddress.Of(m.Slug, m.On), GatheringAddress.Of(m.Slug) + "/calendar.ics", m.Title, m.StartsAt))];
        return true;
    }
}

/// <param name="Calendar">Its .ics file.</param>
sealed record MeetingRow(string Url, string Calendar, string Title, DateTimeOffset StartsAt);
