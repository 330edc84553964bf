using HealthDoers.Domain.Communities;
using HealthDoers.Domain.Gatherings;
using HealthDoers.Domain.Members;
using HealthDoers.Domain.Visits;
using HealthDoers.Web.Access;
using HealthDoers.Web.Data;
using HealthDoers.Web.Hosting;
using HealthDoers.Web.Look;
using HealthDoers.Web.Pages.Gatherings;
using HealthDoers.Web.Pages.Stories;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace HealthDoers.Web.Pages.Visits;

/// <summary>A new offer to host, or a change of one: <c>/visits/new</c> and <c>/visits/{id}/edit</c>.</summary>
sealed class WriteModel(AppDb db, CurrentMember current, OfferReader offers, TopicList topicList, TimeProvider clock, IStringLocalizer<VisitsText> text, IStringLocalizer<GatheringsText> gatherings) : PageModel, IShownAgain
{
    Member _me = null!;
    TopicList.Topics _topics = null!;
    List<Listing> _mine = [];

    [BindProperty]
    public OfferForm Input { get; set; } = new();

    /// <summary>Of a new offer, so that a button pressed twice offers once.</summary>
    [BindProperty]
    public Guid NewId { get; set; }

    /// <summary>Null for a new one.</summary>
    public VisitOffer? Offer { get; private set; }
    public bool HasCommunity => _mine.Count > 0;
    public string Back => Offer is null ? VisitAddress.All : VisitAddress.OfOffer(Offer.Id);

    public IEnumerable<SelectListItem> Communities => _mine.Select(l => new SelectListItem(l.Content.In(PageFrame.Language).Name, l.Slug));
    public IEnumerable<SelectListItem> AccessKinds => Enum.GetNames<AccessKind>().Select(n => new SelectListItem(gatherings[$"Access{n}"], n));
    public IEnumerable<SelectListItem> Topics => _topics.In(PageFrame.Language).Select(t => new SelectListItem(t.In(PageFrame.Language).Name, t.Slug));

    public async Task<IActionResult> OnGetAsync(Guid? id, string? of, CancellationToken stop)
    {
        if (!await LoadAsync(id, stop))
            return NotFound();
        NewId = Guid.CreateVersion7();
        var host = _mine.Find(l => l.Slug == of) ?? _mine.FirstOrDefault();
        Input = Offer is { } offer ? OfferForm.From(offer) : new() { Of = host?.Slug, Languages = [PageFrame.Language], Topics = [.. host?.Content.Topics ?? []] };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid? id, CancellationToken stop)
    {
        if (!await LoadAsync(id, stop))
            return NotFound();
        var terms = Input.Read(_topics.BySlug.Keys, ModelState, text);
        var host = Offer?.Host ?? _mine.Find(l => l.Slug == Input.Of);
        if (host is null)
            ModelState.AddModelError("Input.Of", text["ChooseCommunity"]);
        if (!ModelState.IsValid)
            return this.Refused();
        if (Offer is { } offer)
        {
            offer.Change(terms, _me);
            await db.SaveChangesAsync(stop);
            return this.Done(VisitAddress.OfOffer(offer.Id), text["OfferSaved"]);
        }
        var newId = NewId == Guid.Empty ? Guid.CreateVersion7() : NewId;
        if (!await db.VisitOffers.AnyAsync(o => o.Id == newId, stop))
            db.VisitOffers.Add(new(host!, terms, await db.VisitOffers.CountAsync(o => o.HostId == host!.Id && o.WithdrawnAt == null, stop), _me, clock.GetUtcNow(), newId));
        await db.SaveUnlessDoneAsync(stop);
        return this.Done(VisitAddress.OfOffer(newId), text["OfferMade"]);
    }

    public Task LoadAgainAsync() => LoadAsync(Guid.TryParse(RouteData.Values["id"] as string, out var id) ? id : null, HttpContext.RequestAborted);

    async Task<bool> LoadAsync(Guid? id, CancellationToken stop)
    {
        _me = await current.RequireAsync(stop);
        _topics = await topicList.GetAsync();
        _mine = await offers.CommunitiesOfAsync(_me, stop);
        if (id is null)
            return true;
        Offer = await db.VisitOffers.Include(o => o.Host).ThenInclude(l => l.Seats).SingleOrDefaultAsync(o => o.Id == id, stop);
        return Offer?.Host.HasOnTeam(_me.Id) == true;
    }
}
