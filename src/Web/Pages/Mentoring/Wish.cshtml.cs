using System.Globalization;
using HealthDoers.Domain.Communities;
using HealthDoers.Domain.CommunityOfSolutions;
using HealthDoers.Domain.Members;
using HealthDoers.Domain.Mentoring;
using HealthDoers.Web.Access;
using HealthDoers.Web.Data;
using HealthDoers.Web.Hosting;
using HealthDoers.Web.Look;
using HealthDoers.Web.Pages.About;
using HealthDoers.Web.Pages.Communities;
using HealthDoers.Web.Pages.Stories;
using HealthDoers.Web.Time;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace HealthDoers.Web.Pages.Mentoring;

/// <summary>What I offer, or what I ask for: <c>/mentoring/offer</c> and <c>/mentoring/ask</c>.</summary>
sealed class WishModel(AppDb db, CurrentMember current, WishReader wishes, TopicList topicList, SolutionWords solutions, TimeProvider clock,
    IStringLocalizer<MentoringText> text, IStringLocalizer<CommunitiesText> communities) : PageModel, IShownAgain
{
    Member _me = null!;
    TopicList.Topics _topics = null!;
    List<Listing> _listings = [];

    [BindProperty]
    public WishForm Input { get; set; } = new();

    public WishKind Kind { get; private set; }

    /// <summary>Null while I have said nothing.</summary>
    public MentoringWish? Wish { get; private set; }
    public bool HasListings => _listings.Count > 0;

    public IEnumerable<SelectListItem> Topics => _topics.In(PageFrame.Language).Select(t => new SelectListItem(t.In(PageFrame.Language).Name, t.Slug));
    public IEnumerable<SelectListItem> Skills => Skill.All.Select(s => new SelectListItem(solutions.Of(s, PageFrame.Language).Name, s.Code));
    public IEnumerable<SelectListItem> Behaviours => Behaviour.All.Select(b => new SelectListItem($"{b.Number}. {solutions.Of(b, PageFrame.Language)}", b.Number.ToString(CultureInfo.InvariantCulture)));
    public IEnumerable<SelectListItem> PlaceTypes => Enum.GetNames<PlaceType>().Select(n => new SelectListItem(communities[$"PlaceType{n}"], n));
    public IEnumerable<SelectListItem> Forms => Enum.GetNames<MentoringForm>().Select(n => new SelectListItem(text[$"Form{n}"], n));
    public IEnumerable<SelectListItem> ZoneChoices => [new(text["ZoneUnsaid"], ""), .. Zones.Names.Select(z => new SelectListItem(Zones.Spelled(z), z))];
    public IEnumerable<SelectListItem> Listings => [new(text["ForMyself"], ""), .. _listings.Select(l => new SelectListItem(l.Name, l.Slug))];

    /// <param name="learned">Whoever has been helped begins an offer with what they asked for.</param>
    public async Task OnGetAsync(string kind, bool learned, CancellationToken stop)
    {
        await LoadAsync(kind, stop);
        var asked = learned && Wish is null ? await wishes.OfAsync(_me.Id, WishKind.Ask, stop) : null;
        Input = asked is not null ? WishForm.Learned(asked) : Wish is null ? WishForm.Suggested(_me, PageFrame.Language) : WishForm.From(Wish, _listings.Find(l => l.Id == Wish.ListingId)?.Slug);
    }

    public async Task<IActionResult> OnPostAsync(string kind, CancellationToken stop)
    {
        await LoadAsync(kind, stop);
        var terms = Input.Read(_topics.BySlug.Keys, ModelState, text);
        var places = Kind == WishKind.Offer ? Input.ReadPlaces(ModelState, text) : 1;
        var listing = _listings.Find(l => l.Slug == Input.Of);
        if (!string.IsNullOrEmpty(Input.Of) && listing is null)
            ModelState.AddModelError("Input.Of", text["ChooseListing"]);
        if (!ModelState.IsValid)
            return this.Refused();
        if (Wish is null)
            db.MentoringWishes.Add(Wish = new(_me, Kind, terms, clock.GetUtcNow()));
        Wish.Say(terms, Input.ReadForm(), places, listing?.Id, _me, clock.GetUtcNow());
        await db.SaveUnlessDoneAsync(stop);
        return this.Done("/mentoring", text[$"{Kind}Saved"]);
    }

    /// <summary>Not looking for now: nobody is shown it, pacts go on.</summary>
    public async Task<IActionResult> OnPostRestAsync(string kind, CancellationToken stop)
    {
        await LoadAsync(kind, stop);
        Wish?.Rest(clock.GetUtcNow());
        await db.SaveChangesAsync(stop);
        return this.Done("/mentoring", text[$"{Kind}Rests"]);
    }

    public Task LoadAgainAsync() => LoadAsync((string)RouteData.Values["kind"]!, HttpContext.RequestAborted);

    async Task LoadAsync(string kind, CancellationToken stop)
    {
        Kind = kind == "ask" ? WishKind.Ask : WishKind.Offer;
        _me = await current.RequireAsync(stop);
        _topics = await topicList.GetAsync();
        Wish = await wishes.OfAsync(_me.Id, Kind, stop);
        _listings = await db.Listings.AsNoTracking().Public().OfTeammate(_me.Id).OrderBy(l => l.Name).ToListAsync(stop);
    }
}
