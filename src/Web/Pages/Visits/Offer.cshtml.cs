using HealthDoers.Domain.Communities;
using HealthDoers.Domain.Members;
using HealthDoers.Domain.Visits;
using HealthDoers.Web.Access;
using HealthDoers.Web.Data;
using HealthDoers.Web.Look;
using HealthDoers.Web.Pages.Gatherings;
using HealthDoers.Web.Pages.Stories;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace HealthDoers.Web.Pages.Visits;

/// <summary>What can be seen at a community, for everybody; for its team also who asks and who learned.</summary>
sealed class OfferModel(AppDb db, CurrentMember current, OfferReader offers, VisitRows visits, TopicList topicList, TimeProvider clock, IStringLocalizer<VisitsText> text, IStringLocalizer<GatheringsText> gatherings) : PageModel
{
    Member? _me;

    public VisitOffer Offer { get; private set; } = null!;
    public Listing Host => Offer.Host;
    public ListingWords HostWords => Host.Content.In(PageFrame.Language);
    public TopicList.Topics Topics { get; private set; } = null!;
    public int Free { get; private set; }
    public bool IHost { get; private set; }
    public bool IsSignedIn => _me is not null;

    /// <summary>I speak for a community that could come.</summary>
    public bool CanApply { get; private set; }

    /// <summary>Visits of this offer, for its team; for guests their own.</summary>
    public IReadOnlyList<VisitRow> Visits { get; private set; } = [];
    public IEnumerable<string> Access => Offer.Terms.Access.Select(a => gatherings[$"Access{a}"].Value);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop)
    {
        if (!await LoadAsync(id, stop))
            return NotFound();
        Topics = await topicList.GetAsync();
        Free = Math.Max(0, Offer.Terms.MostGuests - await VisitDesk.TakenAsync(db, id, clock.GetUtcNow(), stop));
        if (_me is not { } me)
            return Page();
        CanApply = Offer.IsOpen && Free > 0 && (await offers.CommunitiesOfAsync(me, stop)).Exists(l => l.Id != Offer.HostId);
        var here = await db.Visits.Where(v => v.OfferId == id).Select(v => v.Id).ToListAsync(stop);
        Visits = [.. (await visits.OfAsync(me, stop)).Where(v => here.Exists(one => VisitAddress.Of(one) == v.Url))];
        return Page();
    }

    public async Task<IActionResult> OnPostWithdrawAsync(Guid id, CancellationToken stop)
    {
        if (!await LoadAsync(id, stop) || !IHost)
            return NotFound();
        Offer.Withdraw(_me!, clock.GetUtcNow());
        await db.SaveChangesAsync(stop);
        return this.Done(VisitAddress.OfOffer(id), text["OfferWithdrawn"]);
    }

    public async Task<IActionResult> OnPostAgainAsync(Guid id, CancellationToken stop)
    {
        if (!await LoadAsync(id, stop) || !IHost)
            return NotFound();
        Offer.OfferAgain(_me!);
        await db.SaveChangesAsync(stop);
        return this.Done(VisitAddress.OfOffer(id), text["OfferedAgain"]);
    }

    async Task<bool> LoadAsync(Guid id, CancellationToken stop)
    {
        _me = await current.GetAsync(stop);
        if (await db.VisitOffers.VisibleTo(_me?.Id).Include(o => o.Host).ThenInclude(l => l.Seats).SingleOrDefaultAsync(o => o.Id == id, stop) is not { } offer)
            return false;
        Offer = offer;
        IHost = _me is { IsActive: true } && offer.Host.HasOnTeam(_me.Id);
        return true;
    }
}
