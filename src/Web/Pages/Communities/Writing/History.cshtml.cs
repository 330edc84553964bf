using HealthDoers.Domain.Communities;
using HealthDoers.Domain.Members;
using HealthDoers.Web.Access;
using HealthDoers.Web.Data;
using HealthDoers.Web.Pages.Stories.Writing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace HealthDoers.Web.Pages.Communities.Writing;

/// <summary>Who changed a profile, when and how; for everyone who may read it.</summary>
sealed class HistoryModel(AppDb db, CurrentMember current, Founding founding, TimeProvider clock, IStringLocalizer<CommunitiesText> text) : PageModel
{
    public Listing Listing { get; private set; } = null!;
    public IReadOnlyList<Version> Versions { get; private set; } = [];
    public bool CanRestore { get; private set; }

    /// <param name="By">Null for the published version and for someone who left or is not seen by this viewer.</param>
    /// <param name="RevisionId">Null for the present one.</param>
    public sealed record Version(int Number, string? By, DateTimeOffset At, IReadOnlyList<ChangedPart> Changes, Guid? RevisionId);

    public async Task<IActionResult> OnGetAsync(string folder, string slug, CancellationToken cancellationToken)
    {
        var me = await current.GetAsync(cancellationToken);
        if (await FindAsync(folder, slug, me, cancellationToken) is not { } listing)
            return NotFound();
        if (listing.Slug != slug)
            return RedirectPermanent(ListingAddress.Of(listing) + "/history");
        Listing = listing;
        CanRestore = me is not null && listing.CanBeEditedBy(me);
        Versions = await VersionsAsync(me, cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string folder, string slug, Guid revision, CancellationToken cancellationToken)
    {
        var me = await current.GetAsync(cancellationToken);
        if (me is null || await FindAsync(folder, slug, me, cancellationToken) is not { } listing || !listing.CanBeEditedBy(me)
            || listing.Revisions.SingleOrDefault(r => r.Id == revision) is not { } wanted)
            return NotFound();
        var name = listing.Name;
        listing.Restore(wanted, me, clock.GetUtcNow());
        if (listing.Name != name)
            await founding.MoveAsync(listing, cancellationToken);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException)
        {
            // Changed meanwhile: the history shows by whom, and the button is still there.
            return new SeeOther(ListingAddress.Of(listing.Kind, slug) + "/history");
        }
        return this.Done(ListingAddress.Of(listing), text["Restored"]);
    }

    Task<Listing?> FindAsync(string folder, string slug, Member? me, CancellationToken cancellationToken)
    {
        var kind = ListingAddress.KindOf(folder)!.Value;
        return db.Under(slug, me).Where(l => l.Kind == kind).Include(l => l.Revisions).Include(l => l.Labels).Include(l => l.Seats).SingleOrDefaultAsync(cancellationToken);
    }

    async Task<IReadOnlyList<Version>> VersionsAsync(Member? me, CancellationToken cancellationToken)
    {
        var earlier = Listing.Revisions.OrderBy(r => r.Number).ToList();
        var writers = earlier.Select(r => r.ReplacedById).Distinct().ToList();
        var names = await db.Members.VisibleTo(me).Where(m => writers.Contains(m.Id)).ToDictionaryAsync(m => m.Id, m => m.Name, cancellationToken);
        List<(int Number, ListingContent Content, Guid? RevisionId)> told = [.. earlier.Select(r => (r.Number, r.Content, (Guid?)r.Id)), (Listing.Version, Listing.Content, null)];
        return
        [
            .. told.Select((version, i) =>
            {
                // Whoever replaced a version wrote the next one.
                var writer = i == 0 ? null : earlier[i - 1];
                return new Version(version.Number, writer is null ? null : names.GetValueOrDefault(writer.ReplacedById), writer?.ReplacedAt ?? Listing.AddedAt,
                    i == 0 ? [] : ListingParts.Changes(told[i - 1].Content, version.Content), version.RevisionId);
            }).Reverse(),
        ];
    }
}
